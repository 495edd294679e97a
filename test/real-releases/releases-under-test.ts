// A database of its own into which releases are loaded one by one, and a gateway over it.
import { connectDatabase, type Database } from '@codeset/database';
import { createGateway, type Gateway, runQuery } from '@codeset/gateway';
import type { LoadReport } from '@codeset/ingestion';
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { pino } from 'pino';
import { afterAll, beforeAll, expect } from 'vitest';
import { type EditionName, type LoadedRelease, loadEdition } from './loaded-releases.ts';

export interface ReleasesUnderTest {
  /** Made before the first test. */
  readonly database: () => ThrowAwayDatabase;
  /** Of the loads so far, in their order. */
  readonly reports: readonly LoadReport[];
  /** The data of the gateway's answer; throws its errors. */
  readonly ask: <T>(query: string, variables?: Record<string, unknown>) => Promise<T>;
  /** Has the release loaded before the tests of the describe it is called in; gives it while these run, and no longer. */
  readonly loadHere: (edition: EditionName) => () => LoadedRelease;
}

/** Call it in the describe that the tests are in: it registers what makes both, and what clears them away. */
export function releasesUnderTest(): ReleasesUnderTest {
  let database: ThrowAwayDatabase | undefined;
  let reader: Database | undefined;
  let gateway: Gateway | undefined;
  const reports: LoadReport[] = [];
  const madeDatabase = () => database ?? expect.fail('the database is not made yet');
  beforeAll(async () => {
    database = await throwAwayDatabase();
    const { url } = database;
    reader = connectDatabase({ url, role: 'codeset_reader', applicationName: 'codeset test', max: 4 });
    const log = pino({ level: 'silent' });
    gateway = createGateway({ database: reader, limits: { cost: 1_000_000 }, clock: () => new Date(), log });
  });
  afterAll(async () => {
    await reader?.end();
    await database?.drop();
  });
  return {
    database: madeDatabase,
    reports,
    async ask<T>(query: string, variables: Record<string, unknown> = {}) {
      const { body } = await runQuery(gateway ?? expect.fail('no gateway yet'), { query, variables });
      const answer = body as { data?: T; errors?: unknown };
      if (answer.errors || !answer.data) throw new Error(JSON.stringify(answer.errors));
      return answer.data;
    },
    loadHere(edition) {
      let loaded: LoadedRelease | null = null;
      beforeAll(async () => {
        loaded = await loadEdition(madeDatabase(), edition);
        reports.push(loaded.report);
        return () => {
          loaded = null;
        };
      });
      return () => loaded ?? expect.fail(`${edition.codeSystem} ${edition.version} was not loaded`);
    },
  };
}
