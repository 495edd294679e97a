// The files that were given to a load, kept with the release: used and ignored, in the order they were found.
import type { TransactionSql } from 'postgres';
import { copyRows } from './copy-rows.ts';
import type { LoadedFile } from './hashed-release.ts';

export async function insertFiles(
  tx: TransactionSql,
  releaseId: number,
  files: readonly LoadedFile[],
): Promise<void> {
  const rows = files.map(({ name, bytes, sha256, role, remark }, position) => [
    releaseId,
    position,
    name,
    bytes,
    sha256,
    role,
    remark,
  ]);
  const columns = ['release_id', 'position', 'name', 'bytes', 'sha256', 'role', 'remark'];
  await copyRows(tx, 'codeset.source_file', columns, rows);
}
