// Figures of the process: memory, processor time, and how late its event loop is.
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge, type Registry } from 'prom-client';

/** Milliseconds between two looks at the event loop. */
const resolution = 10;

/** Shows them; the event loop is watched from the first reading on, each reading telling of the time since the last. */
export function processFigures(registry: Registry): void {
  const registers = [registry];
  const show = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  show('process_resident_memory_bytes', 'Resident memory.', () => process.memoryUsage.rss());
  show('nodejs_heap_used_bytes', 'Heap in use.', () => process.memoryUsage().heapUsed);
  show('nodejs_external_memory_bytes', 'Memory beside the heap.', () => process.memoryUsage().external);
  show('process_cpu_seconds_total', 'Processor time since the start.', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
  show('process_uptime_seconds', 'Time since the start.', () => process.uptime());
  eventLoopLag(registers);
}

function eventLoopLag(registers: Registry[]): void {
  let delays: IntervalHistogram | undefined;
  new Gauge({
    name: 'nodejs_eventloop_lag_seconds',
    help: 'How late the event loop was since the last reading.',
    labelNames: ['quantile'] as const,
    registers,
    collect() {
      const watched = delays;
      delays ??= monitorEventLoopDelay({ resolution });
      if (!watched) return void delays.enable();
      for (const quantile of [50, 99, 100])
        this.set({ quantile: String(quantile / 100) }, lagOf(watched.percentile(quantile)));
      watched.reset();
    },
  });
}

/** What is measured is the time between two looks. */
function lagOf(nanoseconds: number): number {
  return Math.max(0, nanoseconds / 1e9 - resolution / 1000);
}
