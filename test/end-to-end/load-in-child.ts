// Loads in a process of its own, so that its memory can be read off.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What the child said at its end. */
export interface ChildLoad {
  /** The error's message; null when the load went through. */
  readonly error: string | null;
  /** Largest resident memory of the process, in MB. */
  readonly peakMegabytes: number;
}

/** Runs `loading-child.ts`. */
export function loadInChild(url: string, version: string, path: string): Promise<ChildLoad> {
  const program = fileURLToPath(new URL('loading-child.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=1024', '--import', 'tsx', program, url, version, path],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(JSON.parse(said) as ChildLoad));
  });
}
