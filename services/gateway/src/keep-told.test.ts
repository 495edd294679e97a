// That a gateway is told of changes: after a lost connection, and where the database comes later than the gateway.
import { setTimeout as sleep } from 'node:timers/promises';
import { connectDatabase, type Database } from '@codeset/database';
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepTold } from './keep-told.ts';

let database: ThrowAwayDatabase;
beforeAll(async () => {
  database = await throwAwayDatabase();
});
afterAll(() => database.drop());

const applicationName = 'codeset test told';
const tell = (sql: Database) => sql.notify('codeset_published', '');

/** A listener on a client of its own, with what it was told and what it said. */
function listener(url: string) {
  const sql = connectDatabase({ url, applicationName, max: 1, readOnly: true });
  const heard = { times: 0, said: [] as string[] };
  const log = pino({}, { write: (line: string) => heard.said.push(JSON.parse(line).msg) });
  const publishedChanged = () => {
    heard.times += 1;
  };
  const told = keepTold(sql, { publishedChanged }, { log, pauseMs: 50 });
  const end = async () => {
    await told.stop();
    await sql.end({ timeout: 1 });
  };
  return { heard, end };
}

/** Waits until it is so, ten seconds at most. */
async function until(isSo: () => boolean): Promise<void> {
  for (let left = 1_000; !isSo() && left > 0; left--) await sleep(10);
  expect(isSo()).toBe(true);
}

test('after its connection was lost it is told again, at once of what it may have missed', async () => {
  const { heard, end } = listener(database.url);
  await until(() => heard.times === 1); // it listens
  await tell(database.sql);
  await until(() => heard.times === 2);
  await database.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name like ${`${applicationName}%`} and datname = current_database()`;
  await until(() => heard.times >= 3);
  const before = heard.times;
  await tell(database.sql);
  await until(() => heard.times > before);
  expect(heard.said).toEqual([]);
  await end();
});

test('a database that comes later is listened to when it is there', async () => {
  const url = `${database.url}_late`;
  const name = new URL(url).pathname.slice(1);
  const { heard, end } = listener(url);
  await until(() => heard.said.length > 1);
  expect(new Set(heard.said)).toEqual(
    new Set(['nobody tells what is published: the list is read every second']),
  );
  expect(heard.times).toBe(0);
  await database.sql`create database ${database.sql(name)} template template0`;
  await until(() => heard.times > 0);
  await sleep(100);
  expect(heard.times).toBe(1); // not once for each attempt
  await end();
  await database.sql`drop database ${database.sql(name)} with (force)`;
});

test('once it is stopped it asks no more', async () => {
  const { heard, end } = listener(`${database.url}_never`);
  await until(() => heard.said.length > 0);
  await end();
  const said = heard.said.length;
  await sleep(300);
  expect(heard.said.length).toBe(said);
});
