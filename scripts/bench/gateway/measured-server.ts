// What every server process of the bench does: it says where it listens, measures itself, and stops when it is told.
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Turns of the loop are looked at every so many milliseconds; they are no stall themselves. */
const resolution = 5;

export function measureServer(url: string, stop: () => Promise<void>): void {
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 200);
  process.on('message', (message) => {
    if (message === 'measure') {
      const longestStall = Math.max(0, delays.max / 1e6 - resolution);
      process.send?.({ longestStall, peakMegabytes: Math.round(peak / 1e6) });
      delays.reset();
      peak = 0;
    } else {
      clearInterval(look);
      void stop().then(() => process.disconnect());
    }
  });
  process.once('disconnect', () => process.exit()); // the bench is over, or failed: nobody else would stop it
  process.send?.({ url });
}
