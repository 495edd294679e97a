// Brings a database to the schema that this program needs: numbered SQL files, forward only, each applied once.
import { CodesetError } from '@codeset/terminology';
import { checkServer, type Database, type DatabaseTransaction } from './connect.ts';
import { type AppliedMigration, refuseUnsafe } from './migration-history.ts';
import { type MigrationFile, migrationsFolder, readMigrationFiles } from './migration-files.ts';

/** Where the SQL files are, when not in migrations/ of the repository, and who is told of each that is applied. */
export interface MigrateOptions {
  readonly folder?: string;
  readonly log?: (line: string) => void;
}

/** What a migration run did. */
export interface MigrationReport {
  /** File names applied now, in order. */
  readonly applied: readonly string[];
  /** How many were applied before. */
  readonly appliedBefore: number;
}

/** Where a database stands. */
export interface MigrationState {
  readonly applied: readonly AppliedMigration[];
  /** File names not applied yet, in order. */
  readonly pending: readonly string[];
}

/** The advisory lock under which migrations are applied; any constant will do that nothing else uses. */
const migrationLock = 7_202_601;

/**
 * Applies what is pending, each file in a transaction of its own; two at once wait for each other. A
 * CodesetError DATABASE_NOT_MIGRATED when a file changed or is missing, when the database is newer than the
 * program, or when a file fails, which leaves nothing of that file behind.
 */
export async function migrate(sql: Database, options: MigrateOptions = {}): Promise<MigrationReport> {
  await checkServer(sql);
  const files = await readMigrationFiles(options.folder ?? migrationsFolder);
  const applied: string[] = [];
  while (true) {
    const file = await sql.begin((transaction) => applyNext(transaction, files));
    if (file === null) return { applied, appliedBefore: files.length - applied.length };
    applied.push(file.name);
    options.log?.(`applied ${file.name}`);
  }
}

/** What is applied and what is pending; throws as `migrate` does where migrating would be unsafe. */
export async function migrationState(
  sql: Database,
  options: Pick<MigrateOptions, 'folder'> = {},
): Promise<MigrationState> {
  await checkServer(sql);
  const files = await readMigrationFiles(options.folder ?? migrationsFolder);
  const [table] = await sql<{ name: string | null }[]>`select to_regclass('codeset.migration')::text as name`;
  const applied = table?.name ? await listApplied(sql) : [];
  refuseUnsafe(applied, files);
  return { applied, pending: files.slice(applied.length).map((file) => file.name) };
}

/** Applies the first pending file; null when there is none. */
async function applyNext(
  transaction: DatabaseTransaction,
  files: readonly MigrationFile[],
): Promise<MigrationFile | null> {
  await transaction`set local lock_timeout = 0`;
  await transaction`set local statement_timeout = 0`;
  await transaction`select pg_advisory_xact_lock(${migrationLock})`;
  await makeHistoryTable(transaction);
  const applied = await listApplied(transaction);
  refuseUnsafe(applied, files);
  const next = files[applied.length];
  if (next === undefined) return null;
  await transaction.unsafe(next.text).catch((cause: unknown) => {
    throw failed(next, cause);
  });
  await transaction`
    insert into codeset.migration (number, name, sha256) values (${next.number}, ${next.name}, ${next.sha256})`;
  return next;
}

/** Looked for before it is made: making needs a right on the database even when there is nothing to make. */
async function makeHistoryTable(transaction: DatabaseTransaction): Promise<void> {
  const [held] = await transaction<{ schema: boolean; history: boolean }[]>`
    select to_regnamespace('codeset') is not null as schema, to_regclass('codeset.migration') is not null as history`;
  if (!held?.schema) await transaction`create schema codeset`;
  if (held?.history) return;
  await transaction.unsafe(`
    create table codeset.migration (
      number integer primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null default now()
    );
    comment on table codeset.migration is 'The files of migrations/ that this database has been through.';
    comment on column codeset.migration.number is 'Number of the file, from 1.';
    comment on column codeset.migration.name is 'Name of the file.';
    comment on column codeset.migration.sha256 is 'sha256 of the file as applied, with LF line ends.';
    comment on column codeset.migration.applied_at is 'When it was applied to this database.';`);
}

async function listApplied(sql: Database | DatabaseTransaction): Promise<readonly AppliedMigration[]> {
  return sql<AppliedMigration[]>`
    select number, name, sha256, applied_at as "appliedAt" from codeset.migration order by number`;
}

function failed(file: MigrationFile, cause: unknown): CodesetError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const position = cause instanceof Error && 'position' in cause ? Number(cause.position) : Number.NaN;
  const line = Number.isNaN(position) ? '' : `, line ${file.text.slice(0, position).split('\n').length}`;
  return new CodesetError(
    'DATABASE_NOT_MIGRATED',
    `The migration ${file.name} failed${line}: ${message}. Nothing of it was applied; the database is as after the one before. Correct the cause and migrate again.`,
    { cause },
  );
}
