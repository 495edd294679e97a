// A gateway in a process of its own, as it is run: main.ts with an environment.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../services/gateway/src/main.ts', import.meta.url));

export interface GatewayProcess {
  /** `http://127.0.0.1:…` */
  readonly url: string;
  readonly process: ChildProcess;
  /** Lines of its log so far. */
  readonly log: Record<string, unknown>[];
  /** Why it ended, as far as it said; null while it is alive. */
  lastWords(): string | null;
  /** Resident memory in MB. */
  megabytes(): Promise<number>;
  /** Sends SIGTERM; the exit code, and milliseconds until it ended. */
  terminate(): Promise<{ readonly code: number | null; readonly ms: number }>;
}

/** Starts one and waits until it listens. */
export async function startGateway(environment: Record<string, string>): Promise<GatewayProcess> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { PATH, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: Record<string, unknown>[] = [];
  let errors = '';
  child.stderr.on('data', (piece: Buffer) => {
    errors += piece.toString();
  });
  const exited = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (text) => {
      const line = JSON.parse(text) as Record<string, unknown>;
      log.push(line);
      if (typeof line['url'] === 'string') resolve(line['url']);
    });
    void exited.then(() => reject(new Error(`the gateway ended: ${errors}`)));
  });
  return {
    url,
    process: child,
    log,
    lastWords() {
      if (child.exitCode === null && child.signalCode === null) return null;
      const fatal = log.filter(({ level }) => level === 60).map((line) => JSON.stringify(line));
      return [`ended with ${child.exitCode ?? child.signalCode}`, ...fatal, errors].join('\n');
    },
    async megabytes() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    },
    async terminate() {
      const began = performance.now();
      child.kill('SIGTERM');
      const [code] = (await exited) as [number | null];
      return { code, ms: Math.round(performance.now() - began) };
    },
  };
}
