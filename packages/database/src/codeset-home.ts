// Says where the embedded database and other local state live.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** Absolute path of the home folder: CODESET_HOME, relative to the current folder, or .codeset in the repository. */
export function codesetHome(env: { readonly CODESET_HOME?: string | undefined }): string {
  const named = env.CODESET_HOME?.trim();
  return named ? resolve(named) : resolve(repository, '.codeset');
}
