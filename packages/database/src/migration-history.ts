// Compares what a database has been through with the files of this program, and says no where they disagree.
import { CodesetError } from '@codeset/terminology';
import type { MigrationFile } from './migration-files.ts';

/** A row of codeset.migration. */
export interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly appliedAt: Date;
}

/** Throws a CodesetError DATABASE_NOT_MIGRATED unless the applied ones are the first of the files, unchanged. */
export function refuseUnsafe(applied: readonly AppliedMigration[], files: readonly MigrationFile[]): void {
  const newer = applied.filter((migration) => migration.number > files.length);
  if (newer.length > 0) throw tooNew(newer.map((migration) => migration.name));
  applied.forEach((migration, i) => {
    const file = files[i];
    if (file === undefined || migration.number !== file.number) throw notRecorded(file?.name ?? '');
    if (migration.sha256 !== file.sha256) throw changed(migration, file);
  });
}

function tooNew(names: readonly string[]): CodesetError {
  return new CodesetError(
    'DATABASE_NOT_MIGRATED',
    `The database has been migrated further than this program knows: it has ${names.join(', ')}, whose files are not here. Older code could misread or damage what a newer one has written. Run the version that made it or a newer one, or restore the files.`,
  );
}

function changed(migration: AppliedMigration, file: MigrationFile): CodesetError {
  return new CodesetError(
    'DATABASE_NOT_MIGRATED',
    `The migration ${file.name} is not the file that was applied on ${migration.appliedAt.toISOString()} (${migration.name}, sha256 ${migration.sha256.slice(0, 12)}, now ${file.sha256.slice(0, 12)}). The database has what the old text made, so nobody can tell which schema it is in. Restore the file as it was, and put the change into a new migration.`,
  );
}

function notRecorded(name: string): CodesetError {
  return new CodesetError(
    'DATABASE_NOT_MIGRATED',
    `The database has later migrations, but no record of ${name}. Applying it now would change the order. Restore the row in codeset.migration if it was applied, or give the new file the next free number.`,
  );
}
