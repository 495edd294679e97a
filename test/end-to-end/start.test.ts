// The first command of the README, as a process: embedded database, samples, gateway, Ctrl-C, and once more.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../../services/operator/src/main.ts', import.meta.url));
let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'codeset-start-'));
});
afterAll(async () => {
  for (const child of started) if (child.exitCode === null && child.signalCode === null) await stop(child); // a test failed
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
});

/** Every process that the test started. */
const started: ChildProcess[] = [];

test('starts with nothing, serves the samples, stops on Ctrl-C, and starts again on the same folder', {
  timeout: 120_000,
}, async () => {
  const first = await startServing();
  expect(first.said).toBe(
    'Serving hcpcs 2026-01 (sample), hcpcs 2026-04 (sample), icd-10-cm 2026 (sample), icd-10-cm 2027 (sample), ' +
      'icd-11-mms 2026-01 (sample), icd-11-mms 2027-01 (sample), gem-icd-10-cm-icd-9-cm 2026 (sample), ' +
      'gem-icd-10-cm-icd-9-cm 2027 (sample), gem-icd-9-cm-icd-10-cm 2026 (sample), ' +
      'gem-icd-9-cm-icd-10-cm 2027 (sample), icd-10-cm-conversion 2027 (sample), ' +
      'who-icd-10-icd-11-multiple 2027-01 (sample), who-icd-10-icd-11-one 2027-01 (sample), ' +
      'who-icd-11-icd-10-one 2027-01 (sample).',
  );
  expect(await askForE119(first.url)).toMatchObject({
    release: { sample: true, concept: { code: 'E11.9' } },
  });
  expect(
    (await fetch(`${first.url}/graphql`, { headers: { accept: 'text/html' } })).headers.get('content-type'),
  ).toContain('text/html');
  expect(await stop(first.child)).toBe(0);
  await expect(fetch(first.url)).rejects.toThrow();

  const second = await startServing();
  expect(await askForE119(second.url)).toMatchObject({ release: { concept: { code: 'E11.9' } } });
  second.child.kill('SIGKILL'); // a machine that went down
  await ended(second.child);

  const third = await startServing();
  expect(await askForE119(third.url)).toMatchObject({ release: { concept: { code: 'E11.9' } } });
  expect(await stop(third.child)).toBe(0);
});

async function startServing(): Promise<{ child: ChildProcess; url: string; said: string }> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', program, 'start', '--port', '0', '--json'], {
    env: { ...environment, CODESET_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let said = '';
  const heard = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString();
      if (said.includes('}')) resolve();
    });
    child.stderr.on('data', (piece: Buffer) => {
      errors += piece.toString();
    });
    child.on('close', (code) => reject(new Error(`ended with ${code}: ${errors}`)));
  });
  let errors = '';
  await heard;
  const { url, releases } = JSON.parse(said) as { url: string; releases: string[] };
  return { child, url: url.replace('/graphql', ''), said: `Serving ${releases.join(', ')}.` };
}

async function askForE119(url: string): Promise<unknown> {
  const query =
    '{ release(codeSystem: "icd-10-cm", version: "2027") { sample concept(code: "E11.9") { code } } }';
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: unknown }).data;
}

async function stop(child: ChildProcess): Promise<number | null> {
  child.kill('SIGINT');
  return await ended(child);
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('close', resolve));
}
