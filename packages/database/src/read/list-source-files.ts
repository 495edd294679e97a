// The files that releases were loaded from.
import { sql } from 'drizzle-orm';
import { sourceFile } from '../tables.ts';
import type { ReadDatabase } from './read-database.ts';

export interface SourceFileRow {
  readonly releaseId: number;
  /** Path as given, with the path inside its container after an exclamation mark. */
  readonly name: string;
  /** Size as published, unpacked. */
  readonly bytes: number;
  readonly sha256: string;
  /** What it was recognised as; null when it was ignored. */
  readonly role: string | null;
  readonly remark: string;
}

/** Prepares: the source files of each of the releases, in the order in which they were given. */
export function listSourceFiles(
  database: ReadDatabase,
): (releaseIds: readonly number[]) => Promise<SourceFileRow[]> {
  const query = database
    .select({
      releaseId: sourceFile.releaseId,
      name: sourceFile.name,
      bytes: sourceFile.bytes,
      sha256: sourceFile.sha256,
      role: sourceFile.role,
      remark: sourceFile.remark,
    })
    .from(sourceFile)
    .where(sql`${sourceFile.releaseId} = any(${sql.placeholder('releaseIds')})`)
    .orderBy(sourceFile.releaseId, sourceFile.position)
    .prepare('list_source_files');
  return async (releaseIds) => await query.execute({ releaseIds });
}
