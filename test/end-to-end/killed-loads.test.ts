// The short form of `pnpm test:faults`: a few loads of a sample release killed at random moments.
import { fileURLToPath } from 'node:url';
import { icd10cm } from '@codeset/ingest-icd-10-cm';
import { loadRelease } from '@codeset/ingestion';
import { copyOfDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { expect, test } from 'vitest';
import { killLoads } from '../../scripts/faults/kill-loads.ts';
import { seededRandom } from '../../scripts/faults/seeded-random.ts';

const fixtures = new URL('../../services/ingest-icd-10-cm/fixtures/', import.meta.url);
const paths = (version: string) => [fileURLToPath(new URL(`${version}/`, fixtures))];

test('a killed load leaves what is published as it was, and can simply be repeated', {
  timeout: 180_000,
}, async () => {
  const published = await throwAwayDatabase();
  const observer = { step: () => undefined, progress: () => undefined };
  const environment = { sql: published.sql, observer, clock: () => performance.now() };
  const request = { service: icd10cm, version: '2026', paths: paths('2026'), sample: true };
  expect(await loadRelease(request, environment)).toMatchObject({ outcome: 'published' });
  const rounds = await killLoads({
    rounds: 6,
    codeSystem: 'icd-10-cm',
    published: '2026',
    killed: { version: '2027', paths: paths('2027') },
    options: ['--sample'],
    random: seededRandom(2027),
    withDatabase: async (work) => {
      const database = await copyOfDatabase(published);
      try {
        return await work(database.url);
      } finally {
        await database.drop();
      }
    },
  });
  await published.drop();
  expect(rounds).toHaveLength(6);
  expect(rounds.filter(({ left }) => left === 'other')).toEqual([]);
  expect(rounds.filter(({ publishedUnharmed, repeatable }) => !publishedUnharmed || !repeatable)).toEqual([]);
});
