// Sends prepared requests by wrk (Debian's package of that name) and reads what it measured.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What to send: bodies of POSTs, or paths of GETs; each client takes the next one. */
export interface Traffic {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly lines: readonly string[];
  /** Ends when each line was sent once; else begins again with the first. */
  readonly once: boolean;
  readonly clients: number;
  /** At most. */
  readonly seconds: number;
}

export interface Answered {
  readonly requestsPerSecond: number;
  /** Milliseconds within which so many percent were answered. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Answers that were no 200, and connections that broke. */
  readonly failed: number;
}

const script = fileURLToPath(new URL('wrk.lua', import.meta.url));
const run = promisify(execFile);

/** One run. Throws where wrk is missing, saying how to get it. */
export async function sendByWrk({ url, method, lines, once, clients, seconds }: Traffic): Promise<Answered> {
  const folder = await mkdtemp(join(tmpdir(), 'codeset-wrk-'));
  try {
    const file = join(folder, 'lines');
    await writeFile(file, lines.join('\n'));
    const words = ['-t1', `-c${clients}`, `-d${seconds}s`, '--timeout', '30s', '-s', script, url];
    const { stdout } = await run('wrk', [...words, '--', method, file, once ? 'once' : 'again']).catch(
      explainMissing,
    );
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Answered;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function explainMissing(error: NodeJS.ErrnoException): never {
  if (error.code !== 'ENOENT') throw error;
  throw new Error('pnpm bench gateway needs wrk: install the package of that name (apt-get install wrk)');
}
