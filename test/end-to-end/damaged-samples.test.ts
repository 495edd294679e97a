// Damaged copies of every code system's sample, through the whole load: refused with the file's name, or undone; no row stays.
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadRelease } from '@codeset/ingestion';
import { ingestionServices } from '@codeset/operator';
import { mutateBytes, type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { CodesetError } from '@codeset/terminology';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../scripts/faults/seeded-random.ts';

/** Copies of each code system's newest sample; `pnpm test:mutations` reads ten thousand of every file. */
const copies = 20;

const tables = ['code_system', 'release', 'source_file', 'finding', 'concept_content', 'note_set'];
const observer = { step: () => undefined, progress: () => undefined };

describe.each(ingestionServices.map((service) => [service.definition.id, service] as const))(
  '%s',
  (_, service) => {
    let database: ThrowAwayDatabase;
    let folder: string;
    beforeAll(async () => {
      database = await throwAwayDatabase();
      folder = await mkdtemp(join(tmpdir(), 'codeset-damaged-'));
    });
    afterAll(async () => {
      await rm(folder, { recursive: true, force: true });
      await database.drop();
    });

    test(`${copies} damaged copies leave nothing behind`, { timeout: 120_000 }, async () => {
      const sample = service.samples.at(-1);
      if (!sample) throw new Error('no sample');
      const files = await largestFirst(fileURLToPath(sample.folder));
      const outcomes: string[] = [];
      for (let copy = 0; copy < copies; copy++) {
        const name = files[copy % files.length] ?? '';
        const path = join(folder, String(copy));
        await cp(fileURLToPath(sample.folder), path, { recursive: true });
        const { bytes } = mutateBytes(await readFile(join(path, name)), seededRandom(copy + 1));
        await writeFile(join(path, name), bytes);
        outcomes.push(await dryRun(path, sample.version, name));
      }
      expect(new Set(outcomes)).toContain('refused');
      for (const table of tables) {
        const [row] = await database.sql.unsafe(`select count(*)::integer as rows from codeset.${table}`);
        expect([table, row?.['rows']]).toEqual([table, 0]);
      }
    });

    async function dryRun(path: string, version: string, damaged: string): Promise<string> {
      const request = { service, version, paths: [path], sample: true, dryRun: true };
      try {
        const environment = { sql: database.sql, observer, clock: () => performance.now() };
        return (await loadRelease(request, environment)).outcome;
      } catch (error) {
        if (!(error instanceof CodesetError)) throw error;
        expect(error.message).toContain(damaged);
        return 'refused';
      }
    }
  },
);

async function largestFirst(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  const sized = await Promise.all(
    names.map(async (name) => ({ name, bytes: (await stat(join(folder, name))).size })),
  );
  return sized.sort((a, b) => b.bytes - a.bytes).map(({ name }) => name);
}
