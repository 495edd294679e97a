// Which release of the GEMs: a fiscal year of ICD-10-CM, never an update within it.
import { CodesetError, type ReleaseName } from '@codeset/terminology';
import { fiscalYear, releaseName } from '../release-name.ts';

/** The form that is asked for, in one sentence. */
export const gemVersionForm =
  'The fiscal year of the ICD-10-CM that is mapped (`2018`, in force from 2017-10-01).';

/** The dates that a version label stands for; throws CodesetError VERSION_INVALID with the form that is expected. */
export function gemReleaseName(version: string): ReleaseName {
  const name = releaseName(version);
  const year = String(fiscalYear(version));
  if (version === year) return name;
  throw new CodesetError(
    'VERSION_INVALID',
    `“${version}” is not a version of the General Equivalence Mappings, which come out once a fiscal year: say ${year}. ${gemVersionForm}`,
    { details: { version } },
  );
}

/** The files hold no year, but their names begin with one; throws CodesetError FILE_REFUSED when it is another. */
export function refuseOtherYear(file: string, version: string): void {
  const year = /^(?:.*[/\\!])?(\d{4})(?!\d)[^/\\!]*$/.exec(file)?.[1];
  if (year === undefined || year === version) return;
  throw new CodesetError(
    'FILE_REFUSED',
    `${file}: found ${year} at the beginning of the file's name, expected ${version}, the version given. ` +
      `Load it as version ${year}, or give the file of ${version}.`,
    { details: { file } },
  );
}
