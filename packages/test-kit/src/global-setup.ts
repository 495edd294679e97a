// Starts the database server of a test run and makes the migrated template that each test's database is cloned from.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDatabase, ensureRoles, migrate, startEmbeddedServer } from '@codeset/database';
import type { TestProject } from 'vitest/node';
import { onServer, withDatabase } from './throw-away-database.ts';

/** What there is to undo, last first. */
const undo: (() => Promise<void> | void)[] = [];

/** Called by vitest before the first test file: an embedded server, or the one of DATABASE_URL. */
export async function setup(project: TestProject): Promise<void> {
  try {
    const template = `codeset_template_${randomBytes(6).toString('hex')}`;
    const url = process.env['DATABASE_URL'] || (await startTestServer());
    if (process.env['DATABASE_URL']) undo.push(() => dropDatabases(url, template));
    await makeTemplate(url, template);
    project.provide('testServer', { url, template });
  } catch (error) {
    await teardown(); // vitest calls it only after a setup that succeeded
    throw error;
  }
}

/** Called by vitest at the end, also when tests failed. Every step is taken, whatever becomes of the others. */
export async function teardown(): Promise<void> {
  const errors: unknown[] = [];
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) {
    await Promise.resolve()
      .then(step)
      .catch((error: unknown) => errors.push(error));
  }
  if (errors.length > 0) throw new AggregateError(errors, 'the test server was not cleared away');
}

/** A server in a temporary folder; what it holds need not survive a power cut. */
async function startTestServer(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'codeset-test-'));
  const removeHome = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  undo.push(removeHome);
  const server = await startEmbeddedServer({
    home,
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '100' },
  });
  undo.push(() => server.stop());
  process.once('exit', removeHome); // an interrupted run tears nothing down; after the server's own last act
  return server.url('postgres');
}

async function makeTemplate(url: string, template: string): Promise<void> {
  await onServer(url, (sql) => sql`create database ${sql(template)} template template0`);
  const sql = connectDatabase({ url: withDatabase(url, template), max: 1, applicationName: 'codeset test' });
  try {
    await migrate(sql);
    await ensureRoles(sql);
  } finally {
    await sql.end();
  }
}

/** Clones have the template's name as prefix, so that a run removes all of its own and nothing else. */
async function dropDatabases(url: string, prefix: string): Promise<void> {
  await onServer(url, async (sql) => {
    const left = await sql<{ name: string }[]>`
      select datname as name from pg_database where starts_with(datname, ${prefix})`;
    for (const { name } of left) await sql`drop database if exists ${sql(name)} with (force)`;
  });
}
