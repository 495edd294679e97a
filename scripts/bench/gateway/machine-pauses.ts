// How long the machine itself stood still: what is asked of nobody, and goes before all else on its core, came late by so much.
import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type SelfMeasured, type ServerProcess, serverOf } from './server-process.ts';

/** One watcher a core, of a priority above all ordinary programs; null where that is not allowed. */
export async function watchPauses(): Promise<ServerProcess | null> {
  const watchers: ServerProcess[] = [];
  try {
    for (const core of cpus().keys()) watchers.push(await startWatcher(core));
  } catch {
    for (const watcher of watchers) await watcher.stop();
    return null;
  }
  return {
    url: '',
    async measure() {
      const measured = await Promise.all(watchers.map((watcher) => watcher.measure()));
      return longestOf(measured);
    },
    async stop() {
      for (const watcher of watchers) await watcher.stop();
    },
  };
}

/** The server's own figures, with what of its stalls may be the machine's. */
export function withPauses(server: ServerProcess, pauses: ServerProcess | null): ServerProcess {
  if (!pauses) return server;
  return {
    ...server,
    async measure() {
      const [own, machine] = await Promise.all([server.measure(), pauses.measure()]);
      return { ...own, machinePause: machine.longestStall };
    },
  };
}

/** By Linux's `chrt` and `taskset`. Throws where there is none, or no right to it. */
async function startWatcher(core: number): Promise<ServerProcess> {
  const program = fileURLToPath(new URL('pause-watcher.ts', import.meta.url));
  const node = [process.execPath, '--import', 'tsx', program];
  const words = ['-f', '50', 'taskset', '-c', String(core), ...node];
  const child = spawn('chrt', words, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  return await serverOf(child, 'pause-watcher.ts');
}

function longestOf(measured: readonly SelfMeasured[]): SelfMeasured {
  return measured.reduce((one, other) => (one.longestStall > other.longestStall ? one : other));
}
