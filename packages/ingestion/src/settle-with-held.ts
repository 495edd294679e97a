// What is to be done about a release of the same version that is already held.
import type { ReleaseRow } from '@codeset/database/load';
import { CodesetError } from '@codeset/terminology';
import type { GivenFiles } from './recognise-files.ts';

export type Settlement = 'load' | 'already-published' | 'publish-checked';

/**
 * `already-published` when the same files are; `publish-checked` when the same files are held, checked, and to be
 * published; `load` when nothing stands in the way. Throws RELEASE_EXISTS for other files under a version that was
 * published, RELEASE_STATUS for one that was withdrawn.
 */
export function settleWithHeld(
  held: ReleaseRow | null,
  given: GivenFiles,
  { dryRun, publish }: { readonly dryRun: boolean; readonly publish: boolean },
): Settlement {
  if (!held) return 'load';
  const same = held.sourceDigest === given.sourceDigest;
  const label = `Release ${held.version} of ${held.publication}`;
  switch (held.status) {
    case 'staged':
      return 'load';
    case 'checked':
      return same && publish && !dryRun ? 'publish-checked' : 'load';
    case 'published':
      if (same) return 'already-published';
      throw new CodesetError(
        'RELEASE_EXISTS',
        `${label} is already published, from other files: ${differences(held, given)}`,
      );
    case 'withdrawn':
      throw new CodesetError(
        same ? 'RELEASE_STATUS' : 'RELEASE_EXISTS',
        same
          ? `${label} is held but withdrawn: \`codeset publish ${held.publication} ${held.version}\` serves it again.`
          : `${label} is held, withdrawn, from other files: ${differences(held, given)}`,
      );
    default:
      return held.status satisfies never;
  }
}

function differences({ parts, sourceDigest }: ReleaseRow, given: GivenFiles): string {
  const files = given.used.map(
    ({ file, role }) => `${role} ${file.name} (sha256 ${file.sha256.slice(0, 12)}…)`,
  );
  const held = parts.length === 0 ? 'it was made' : `it holds ${parts.join(', ')}`;
  return (
    `${held} from files with the digest ${sourceDigest.slice(0, 12)}…; given were ` +
    `${files.join(', ')} with ${given.sourceDigest.slice(0, 12)}…. Published releases never change: if the publisher ` +
    'corrected the release, load it under its own version.'
  );
}
