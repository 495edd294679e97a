// Prints the schema of a database as SQL-like text, sorted and without anything that differs between servers.
import type { Database, DatabaseTransaction } from './connect.ts';
import { listColumns, listFunctions, listParts, listTables, type TablePart } from './schema-catalog.ts';

/**
 * The schema codeset, read from the catalogs: tables with columns, constraints, indexes, triggers and comments,
 * then functions. Partitions are data, not schema, and are left out; so are roles and rights. For reading and
 * comparing, not for running.
 */
export async function printSchema(sql: Database): Promise<string> {
  return sql.begin('read only', async (transaction) => {
    await transaction`set local search_path = pg_catalog`; // so that every name of ours is written with its schema
    const tables = await printTables(transaction);
    const functions = (await listFunctions(transaction)).map(
      (found) => `${found.definition.trim()};\n${comment('function', found.signature, found.comment)}`,
    );
    return `${[...tables, ...functions].map((text) => text.trim()).join('\n\n')}\n`;
  });
}

async function printTables(transaction: DatabaseTransaction): Promise<string[]> {
  const tables = await listTables(transaction);
  const columns = await listColumns(transaction);
  const parts = await listParts(transaction);
  return tables.map((table) => {
    const ownColumns = columns.filter((column) => column.table === table.name);
    const ownParts = parts.filter((part) => part.table === table.name);
    const lines = [
      ...ownColumns.map((column) => `${column.name} ${column.definition}`),
      ...definitions(ownParts, 'constraint'),
    ];
    const partitioning =
      table.partitioning === null ? '' : ` partition by ${table.partitioning.toLowerCase()}`;
    return [
      table.view === null
        ? `create table ${table.name} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n)${partitioning};`
        : `create ${table.kind} ${table.name} as\n${table.view}`,
      comment(table.kind, table.name, table.comment),
      ...ownColumns.map((column) => comment('column', `${table.name}.${column.name}`, column.comment)),
      ...definitions(ownParts, 'index').map((definition) => `${definition};`),
      ...definitions(ownParts, 'trigger').map((definition) => `${definition};`),
    ]
      .filter((line) => line !== '')
      .join('\n');
  });
}

function definitions(parts: readonly TablePart[], kind: TablePart['kind']): string[] {
  return parts.filter((part) => part.kind === kind).map((part) => part.definition);
}

function comment(kind: string, name: string, text: string | null): string {
  return text === null ? '' : `comment on ${kind} ${name} is '${text.replaceAll("'", "''")}';`;
}
