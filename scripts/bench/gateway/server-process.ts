// Starts a server of the bench in a process of its own and asks it what it measured of itself.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a server says of the time since it was last asked. */
export interface SelfMeasured {
  /** Longest time in which the event loop did not turn, in milliseconds. */
  readonly longestStall: number;
  /** Largest resident memory, in MB, looked at five times a second. */
  readonly peakMegabytes: number;
  /** Longest time in which the machine itself stood still, in milliseconds; absent where that is not known. */
  readonly machinePause?: number;
}

export interface ServerProcess {
  readonly url: string;
  measure(): Promise<SelfMeasured>;
  stop(): Promise<void>;
}

/** Starts `program` (a file beside this one), which sends its URL when it listens. */
export async function startServer(program: string, words: readonly string[]): Promise<ServerProcess> {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const heap = ['--max-old-space-size=1024', '--max-semi-space-size=32', '--no-allocation-site-pretenuring'];
  const execArgv = [...heap, '--import', 'tsx'];
  const child = fork(file, [...words], { execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const said = <Message>() =>
    new Promise<Message>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`${program} ended with ${code}`));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        resolve(message as Message);
      });
    });
  const { url } = await said<{ url: string }>();
  return {
    url,
    async measure() {
      child.send('measure');
      return await said<SelfMeasured>();
    },
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.send('stop');
      await gone;
    },
  };
}
