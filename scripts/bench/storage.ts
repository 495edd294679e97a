// pnpm bench storage: what the contents of all editions take against those of one, and what each list adds.
import type { Database } from '@codeset/database';
import { startScratchServer } from '../scratch-server.ts';
import { dataFolder, icd10cmEditions } from './data-folder.ts';
import { contentTables } from './dumped-release.ts';
import { runWorker } from './run-worker.ts';

const one = '2017'; // the edition that came complete: order file, tabular list, both indexes, both tables

export async function benchStorage(): Promise<string> {
  const server = await startScratchServer();
  try {
    await server.createEmpty('one');
    await runWorker('load-worker.ts', [server.url('one'), 'icd-10-cm', one, dataFolder('icd-10-cm', one)]);
    const single = await server.use('one', contentSizes);
    await server.createEmpty('every');
    for (const version of icd10cmEditions) {
      await runWorker('load-worker.ts', [
        server.url('every'),
        'icd-10-cm',
        version,
        dataFolder('icd-10-cm', version),
      ]);
    }
    const every = await server.use('every', contentSizes);
    const lists = await server.use('every', listSizes);
    const lines = [
      `| contents | ${one} alone, MB | ${icd10cmEditions.length} editions, MB | ratio |`,
      '|---|---|---|---|',
    ];
    for (const table of [...contentTables, 'together'] as const) {
      const [a, b] = [single[table] ?? 0, every[table] ?? 0];
      lines.push(`| ${table} | ${megabytes(a)} | ${megabytes(b)} | ${(b / a).toFixed(2)} |`);
    }
    lines.push('', '| list of | rows | MB |', '|---|---|---|');
    for (const { version, rows, bytes } of lists)
      lines.push(`| ${version} | ${rows} | ${megabytes(bytes)} |`);
    const total = lists.reduce((sum, { bytes }) => sum + bytes, 0);
    lines.push(`| all | ${lists.reduce((sum, { rows }) => sum + rows, 0)} | ${megabytes(total)} |`);
    return lines.join('\n');
  } finally {
    await server.stop();
  }
}

/** Bytes of each table of contents with its indexes, and of all of them. */
async function contentSizes(sql: Database): Promise<Record<string, number>> {
  const sizes: Record<string, number> = { together: 0 };
  for (const table of contentTables) {
    const [row] = await sql.unsafe<{ bytes: number }[]>(
      `select pg_total_relation_size('codeset.${table}') as bytes`,
    );
    sizes[table] = row?.bytes ?? 0;
    sizes['together'] = (sizes['together'] ?? 0) + (row?.bytes ?? 0);
  }
  return sizes;
}

/** Rows and bytes of each release's two lists, indexes included. */
function listSizes(sql: Database): Promise<{ version: string; rows: number; bytes: number }[]> {
  return sql.unsafe<{ version: string; rows: number; bytes: number }[]>(`
    select version, (counts ->> 'concepts')::integer + (counts ->> 'index entries')::integer as rows,
      pg_total_relation_size('codeset.release_concept_' || id) + pg_total_relation_size('codeset.index_entry_' || id) as bytes
    from codeset.release order by effective_from`);
}

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(1);
}
