// Runs a worker program in a process of its own, so that time and memory are its alone.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a worker of a load prints as its last line. */
export interface Measured {
  readonly milliseconds: number;
  /** Largest resident memory of the process, in MB. */
  readonly peakMegabytes: number;
  readonly parts: Readonly<Record<string, number>>;
}

/** Starts `worker` (a file beside this one) with the words as arguments; throws when it fails. */
export function runWorker<M = Measured>(worker: string, words: readonly string[]): Promise<M> {
  const program = fileURLToPath(new URL(worker, import.meta.url));
  const child = spawn(process.execPath, ['--max-old-space-size=1024', '--import', 'tsx', program, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(said.trim().split('\n').at(-1) ?? '') as M);
      else reject(new Error(`${worker} ${words.join(' ')} ended with ${code}`));
    });
  });
}

/** Prints what the worker measured, memory included. */
export function reportMeasured(milliseconds: number, parts: Readonly<Record<string, number>>): void {
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(
    `${JSON.stringify({ milliseconds: Math.round(milliseconds), peakMegabytes, parts })}\n`,
  );
}
