// The test server itself: what a run starts it also clears away, when it fails too.
import { readdirSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import type { TestProject } from 'vitest/node';
import { setup, teardown } from './global-setup.ts';
import { onServer, type TestServer, throwAwayDatabase } from './throw-away-database.ts';

let temporary = '';

beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'codeset-setup-'));
  vi.stubEnv('TMPDIR', temporary);
  vi.stubEnv('DATABASE_URL', '');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true });
});

/** The one thing of vitest's project that the setup uses. */
function projectThat(provide: (key: string, value: TestServer) => void): TestProject {
  return { provide } as unknown as TestProject;
}

test('a run has a server with a migrated template, and leaves nothing of it', async () => {
  const provided: TestServer[] = [];
  await setup(projectThat((_key, value) => provided.push(value)));
  const [server] = provided;
  if (server === undefined) throw new Error('nothing was provided');
  const ask = () =>
    onServer(server.url, async (sql) => {
      expect(await sql`select from pg_database where datname = ${server.template}`).toHaveLength(1);
    });
  await ask();
  await teardown();
  await expect(ask()).rejects.toThrow(/ECONNREFUSED/);
  expect(readdirSync(temporary)).toEqual([]);
});

test('a setup that fails clears away what it had started', async () => {
  const failing = projectThat(() => {
    throw new Error('no room');
  });
  await expect(setup(failing)).rejects.toThrow('no room');
  expect(readdirSync(temporary)).toEqual([]);
});

test('a throw-away database is migrated, its own, and gone when dropped', async () => {
  const one = await throwAwayDatabase();
  const other = await throwAwayDatabase();
  await one.sql`create table codeset.mine (a integer)`;
  expect([...(await other.sql`select to_regclass('codeset.mine') as mine`)]).toEqual([{ mine: null }]);
  expect((await other.sql`select from codeset.migration`).length).toBeGreaterThan(0);
  const name = new URL(one.url).pathname.slice(1);
  await Promise.all([one.drop(), other.drop()]);
  await onServer(inject('testServer').url, async (sql) => {
    expect(await sql`select from pg_database where datname = ${name}`).toHaveLength(0);
  });
});
