// What a person asks of a list to follow through maps and releases, from the words of the command line.
import type { NamedMap } from '@codeset/crosswalk';
import { CodesetError } from '@codeset/terminology';
import type { TranslateOptions } from '../translation/asked-translation.ts';

/** From where to where. */
export interface AskedPaths {
  readonly from: string;
  readonly to: string;
  readonly fromVersion: string | null;
  readonly toVersion: string | null;
  readonly through: readonly NamedMap[] | null;
  readonly reverse: boolean;
}

/** Null where one map after the other is not asked for. USAGE for options that do not go together. */
export function readPathOptions(options: TranslateOptions): AskedPaths | null {
  const {
    from,
    to,
    fromVersion = null,
    toVersion = null,
    through,
    reverse = false,
    map,
    mapVersion,
  } = options;
  if (toVersion === null && through === undefined) return null;
  if (map !== undefined || mapVersion !== undefined) {
    throw new CodesetError(
      'USAGE',
      '--map: it is for a single map; --through names the maps of a path, with their versions.',
    );
  }
  if (from === undefined) {
    throw new CodesetError(
      'USAGE',
      '--from: say of which code system the codes are that a path begins with.',
    );
  }
  return {
    from,
    to,
    fromVersion,
    toVersion,
    through: through === undefined ? null : namesIn(through),
    reverse,
  };
}

/** `id` or `id@version`, separated by commas. */
function namesIn(text: string): NamedMap[] {
  return text.split(',').map((word) => {
    const [map = '', version, ...more] = word.trim().split('@');
    if (map === '' || version === '' || more.length > 0) {
      throw new CodesetError(
        'USAGE',
        `--through: found ${JSON.stringify(word)}, expected the id of a map, or its id and version as id@version.`,
      );
    }
    return { map, version: version ?? null };
  });
}
