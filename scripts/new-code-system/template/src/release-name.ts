// Which release a version label stands for.
import { CodesetError, type ReleaseName } from '@codeset/terminology';

export const versionForm = 'The year, `2026`: in force from 1 January.';

/** The dates of a version label; throws CodesetError VERSION_INVALID with the form that is expected. */
export function releaseName(version: string): ReleaseName {
  if (!/^20\d{2}$/.test(version)) {
    throw new CodesetError(
      'VERSION_INVALID',
      `“${version}” is not a version of example codes. ${versionForm}`,
      {
        details: { version },
      },
    );
  }
  return {
    version,
    effectiveFrom: `${version}-01-01`,
    scheduledTo: `${version}-12-31`,
    draft: false,
  };
}
