// What readers and loaders may do: a reader sees what the migrations made, a loader fills it and adds partitions.
import type { DatabaseTransaction } from './connect.ts';
import { whereAllowed } from './where-allowed.ts';

/**
 * A loader makes tables of its own in the schema, fills them, and attaches them to the partitioned tables,
 * which Postgres allows their owner only: so these become the loader's. The triggers hold for it all the same.
 */
export async function grantToLoader(transaction: DatabaseTransaction, notes: string[]): Promise<void> {
  const allowed = await whereAllowed(transaction, async (step) => {
    await step`grant usage, create on schema codeset to codeset_loader`;
    await grantTemporaryTables(step);
    for (const table of await listTables(step)) {
      const rights = table.name === 'migration' ? 'select' : 'select, insert, update, delete, references';
      await grantMissing(step, 'codeset_loader', table.name, rights);
    }
    await step`grant usage, select, update on all sequences in schema codeset to codeset_loader`;
    await makeLoaderOwner(step);
  });
  if (!allowed) {
    notes.push(
      'The rights of codeset_loader are incomplete: this login does not own all tables of the schema codeset. Migrate with the login that made them.',
    );
  }
}

/**
 * A reader selects from the tables that the migrations made, and nothing else: no partition by itself, no table
 * that a loader is filling, so nothing is seen before it is attached. Rights it had beyond that are taken away.
 */
export async function grantToReader(transaction: DatabaseTransaction, notes: string[]): Promise<void> {
  const allowed = await whereAllowed(transaction, async (step) => {
    await step`grant usage on schema codeset to codeset_reader`;
    await step`revoke create on schema codeset from codeset_reader`;
    const tables = await listTables(step);
    for (const table of tables) await grantMissing(step, 'codeset_reader', table.name, 'select');
    await revokeSurplus(step, new Set(tables.map((table) => table.name)));
  });
  if (!allowed) {
    notes.push(
      'The rights of codeset_reader are incomplete: this login does not own all tables of the schema codeset. Migrate with the login that made them.',
    );
  }
  await takeCommonRights(transaction, notes);
}

/** Tables, views and partitioned tables of the migrations: not the partitions, nor what a loader made. */
async function listTables(transaction: DatabaseTransaction): Promise<readonly { name: string }[]> {
  return transaction<{ name: string }[]>`
    select relname as name
    from pg_catalog.pg_class
    where relnamespace = 'codeset'::regnamespace and not relispartition
      and (relkind in ('p', 'v', 'm') or relkind = 'r' and pg_get_userbyid(relowner) <> 'codeset_loader')
    order by relname`;
}

/** Granting anew what is granted would collide with whoever alters the table at the time. */
async function grantMissing(
  transaction: DatabaseTransaction,
  role: string,
  table: string,
  rights: string,
): Promise<void> {
  const [held] = await transaction<{ all: boolean }[]>`
    select bool_and(has_table_privilege(${role}, format('codeset.%I', ${table}::text), r)) as all
    from unnest(${rights.split(', ')}::text[]) as r`;
  if (held?.all) return;
  await transaction`grant ${transaction.unsafe(rights)} on codeset.${transaction(table)} to ${transaction(role)}`;
}

/** Of the partitioned tables, and of the partitions that were made before there was the role. */
async function makeLoaderOwner(transaction: DatabaseTransaction): Promise<void> {
  const tables = await transaction<{ name: string }[]>`
    select relname as name from pg_catalog.pg_class
    where relnamespace = 'codeset'::regnamespace and (relkind = 'p' or relkind = 'r' and relispartition)
      and pg_get_userbyid(relowner) <> 'codeset_loader'`;
  for (const { name } of tables) {
    await transaction`alter table codeset.${transaction(name)} owner to codeset_loader`;
  }
}

async function revokeSurplus(transaction: DatabaseTransaction, readable: ReadonlySet<string>): Promise<void> {
  const held = await transaction<{ name: string; right: string }[]>`
    select distinct relname as name, privilege_type as right
    from pg_catalog.pg_class, aclexplode(relacl)
    where relnamespace = 'codeset'::regnamespace and grantee = 'codeset_reader'::regrole`;
  for (const { name, right } of held) {
    if (right === 'SELECT' && readable.has(name)) continue;
    await transaction`revoke all on codeset.${transaction(name)} from codeset_reader`;
    if (readable.has(name)) await transaction`grant select on codeset.${transaction(name)} to codeset_reader`;
  }
}

async function grantTemporaryTables(transaction: DatabaseTransaction): Promise<void> {
  const name = await databaseName(transaction);
  await transaction`grant temporary on database ${transaction(name)} to codeset_loader`;
}

/**
 * Postgres lets every role make temporary tables and large objects, and before 15 tables in the schema public.
 * A reader needs none of it; what this login may not take away is noted.
 */
async function takeCommonRights(transaction: DatabaseTransaction, notes: string[]): Promise<void> {
  const name = await databaseName(transaction);
  for (const right of commonRights) {
    if (!(await isHeld(transaction, right.held))) continue;
    await whereAllowed(transaction, (step) => step.unsafe(right.revoke(`"${name.replaceAll('"', '""')}"`)));
  }
  const kept: string[] = [];
  for (const right of commonRights) if (await isHeld(transaction, right.held)) kept.push(right.what);
  if (kept.length === 0) return;
  notes.push(
    `codeset_reader may still make ${kept.join(' and ')}, as every role of this database: only its owner, or a superuser, can take that right away. What Codeset holds is out of its reach.`,
  );
}

async function isHeld(transaction: DatabaseTransaction, question: string): Promise<boolean> {
  const [found] = await transaction.unsafe<{ held: boolean }[]>(`select ${question} as held`);
  return found?.held ?? false;
}

async function databaseName(transaction: DatabaseTransaction): Promise<string> {
  const [row] = await transaction<{ name: string }[]>`select current_database()::text as name`;
  return row?.name ?? '';
}

const largeObjectMakers = ['lo_creat(integer)', 'lo_create(oid)', 'lo_from_bytea(oid, bytea)'];

const commonRights = [
  {
    what: 'temporary tables',
    held: `has_database_privilege('codeset_reader', current_database(), 'TEMPORARY')`,
    revoke: (database: string) => `revoke temporary on database ${database} from public`,
  },
  {
    what: 'tables in the schema public',
    held: `coalesce(has_schema_privilege('codeset_reader', to_regnamespace('public')::oid, 'CREATE'), false)`,
    revoke: () => 'revoke create on schema public from public',
  },
  {
    what: 'large objects',
    held: largeObjectMakers
      .map((maker) => `has_function_privilege('codeset_reader', 'pg_catalog.${maker}', 'EXECUTE')`)
      .join(' or '),
    revoke: () =>
      largeObjectMakers.map((m) => `revoke execute on function pg_catalog.${m} from public`).join('; '),
  },
];
