// The floor of a load: the same rows by COPY from ready-made text, the same keys and indexes, a bare reading of the files.
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectDatabase } from '@codeset/database';
import { copyText, createReleaseTables, finishReleaseTables, releaseTables } from '@codeset/database/load';
import { contentTables, dumpFile } from './dumped-release.ts';
import { readBare } from './read-bare.ts';
import { reportMeasured } from './run-worker.ts';

const [url = '', dump = '', folder = ''] = process.argv.slice(2);
const id = Number(await readFile(join(dump, 'release-id'), 'utf8'));
const sql = connectDatabase({ url, role: 'codeset_loader', applicationName: 'codeset bench', max: 1 });
await sql`select 1`;

const began = performance.now();
await readBare(folder);
const parsed = performance.now();
await sql.begin(async (tx) => {
  const copy = async (table: string, file: string) => {
    if (!existsSync(file)) return;
    await copyText(tx, `copy ${table} from stdin`, createReadStream(file));
  };
  const [held] = await tx`select from codeset.code_system`;
  if (!held) await copy('codeset.code_system', dumpFile(dump, 'code_system'));
  await copy('codeset.release', dumpFile(dump, 'release'));
  for (const table of contentTables) await copy(`codeset.${table}`, dumpFile(dump, table));
  await createReleaseTables(tx, id);
  const { concepts, index } = releaseTables(id);
  await copy(concepts, dumpFile(dump, 'release_concept'));
  await copy(index, dumpFile(dump, 'index_entry'));
  await finishReleaseTables(tx, id);
  await tx.unsafe(`alter table codeset.release_concept attach partition ${concepts} for values in (${id})`);
  await tx.unsafe(`alter table codeset.index_entry attach partition ${index} for values in (${id})`);
});
const ended = performance.now();
await sql.end();
reportMeasured(ended - began, { reading: Math.round(parsed - began), copy: Math.round(ended - parsed) });
