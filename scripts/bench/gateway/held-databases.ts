// Databases that hold 1, 10 and 40 releases of ICD-10-CM, and what the bench asks about.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '@codeset/database';
import type { ScratchServer } from '../../scratch-server.ts';
import { dataFolder } from '../data-folder.ts';
import { runWorker } from '../run-worker.ts';
import { copyRelease } from './copy-releases.ts';
import type { Asked } from './questions.ts';

const codeSystem = 'icd-10-cm';

/** The release asked about, and one to compare it with, both real. */
export const [version, other] = ['2023', '2025'];

/** A database by the number of releases it holds. */
export interface HeldDatabase {
  readonly releases: number;
  readonly name: string;
  /** Of its releases, the one that is asked about first. */
  readonly versions: readonly string[];
}

/** Loads the two real releases, and copies one under other versions for the rest. */
export async function holdReleases(server: ScratchServer): Promise<readonly HeldDatabase[]> {
  await server.createEmpty('held_1');
  const load = (name: string, one: string) =>
    runWorker('load-worker.ts', [server.url(name), codeSystem, one, dataFolder(codeSystem, one)]);
  await load('held_1', version);
  await server.clone('held_1', 'held_10');
  await load('held_10', other);
  await copy(server, 'held_10', 8, 1);
  await server.clone('held_10', 'held_40');
  await copy(server, 'held_40', 30, 9);
  const held: HeldDatabase[] = [];
  for (const name of ['held_1', 'held_10', 'held_40']) {
    await server.settle(name);
    const versions = await server.use(name, versionsIn);
    held.push({ releases: versions.length, name, versions });
  }
  return held;
}

async function versionsIn(sql: Database): Promise<string[]> {
  const rows = await sql<{ version: string }[]>`
    select version from codeset.release where status = 'published' order by version <> ${version}, version`;
  return rows.map((row) => row.version);
}

async function copy(server: ScratchServer, name: string, count: number, first: number): Promise<void> {
  const versions = Array.from({ length: count }, (_, i) => `copy-${String(first + i).padStart(2, '0')}`);
  await server.use(name, (sql) => copyRelease(sql, { codeSystem, version }, versions, first));
}

/** Codes, headers and terms of the release, in an order that has nothing to do with the tabular one. */
export async function readAsked(server: ScratchServer): Promise<Asked> {
  return await server.use('held_1', async (sql) => {
    const codes = await sql<{ code: string; below: number }[]>`
      select code, subtree_end - position as below from codeset.release_concept
      where code ~ '^[A-Z][0-9]' and code !~ '-' order by md5(code)`;
    const terms = await sql<{ term: string }[]>`
      select distinct lower(split_part(title, ',', 1)) as term, md5(title) as mixed
      from codeset.index_content where letter is not null order by mixed limit 600`;
    return {
      version,
      other,
      codes: codes.map(({ code }) => code),
      headers: codes.filter(({ below }) => below > 20).map(({ code }) => code),
      terms: terms.map(({ term }) => term),
    };
  });
}

/** The concepts as the floor's map holds them; the file's path. */
export async function writeMap(server: ScratchServer): Promise<string> {
  const file = join(server.folder, 'concepts.json');
  const rows = await server.use(
    'held_1',
    (sql) => sql`
      select c.code, content.display, content.selectable, p.code as parent
      from codeset.release_concept c
      join codeset.concept_content content on content.id = c.content_id
      left join codeset.release_concept p on p.release_id = c.release_id and p.position = c.parent
      where c.code is not null`,
  );
  await writeFile(file, JSON.stringify(rows));
  return file;
}
