// For tests only: where the publishers' real files are, if they are here.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Why a test on real files was passed over. */
export const withoutPublishedData = 'the published releases are not here: set CODESET_DATA to their folder';

/**
 * A file or folder among the published releases, `icd-10-cm/2023`; null when it is not here. Where CI is set it has to
 * be, so that no such test is passed over unseen.
 */
export function publishedData(path: string): string | null {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const folder = process.env['CODESET_DATA'] ?? resolve(root, '../shared/data');
  const whole = join(folder, path);
  if (existsSync(whole)) return whole;
  if (process.env['CI']) throw new Error(withoutPublishedData);
  return null;
}
