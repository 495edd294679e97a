// How long the machine itself stood still, by cyclictest (Debian's rt-tests): what goes before all else woke up late by so much.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { ServerProcess } from './server-process.ts';

/** Looks at the machine for as long as it is not ended. */
export interface PauseWatch {
  /** The server, its figures with how long the machine stood still since any server beside this watch was last asked. */
  beside(server: ServerProcess): ServerProcess;
  /** Nothing is left running. */
  end(): Promise<void>;
}

/** Without cyclictest, or the right to its priority, the servers' figures stay as they are. */
export function watchPauses(): PauseWatch {
  let watch = startWatch();
  return {
    beside(server) {
      return {
        ...server,
        async measure() {
          const [own, machinePause] = await Promise.all([server.measure(), watch.end()]);
          watch = startWatch();
          return machinePause === null ? own : { ...own, machinePause };
        },
      };
    },
    async end() {
      await watch.end();
    },
  };
}

/** A thread a core, woken every 2 ms, with a priority above all ordinary programs; by itself it ends after half an hour. */
function startWatch() {
  const words = ['--smp', '--priority=50', '--interval=2000', '--duration=30m', '--quiet', '--laptop'];
  const watch = spawn('cyclictest', words, { stdio: ['ignore', 'pipe', 'ignore'] });
  const longest = longestOf(watch);
  return {
    /** Milliseconds; null where there is no cyclictest, or no right to such a priority. */
    async end(): Promise<number | null> {
      watch.kill('SIGINT');
      return await longest;
    },
  };
}

async function longestOf(watch: ChildProcessByStdio<null, Readable, null>): Promise<number | null> {
  const missing = new Promise<string>((resolve) => watch.once('error', () => resolve('')));
  const printed = await Promise.race([missing, text(watch.stdout)]);
  const microseconds = [...printed.matchAll(/Max: *(\d+)/g)].map(([, found]) => Number(found));
  return microseconds.length === 0 ? null : Math.max(...microseconds) / 1000;
}
