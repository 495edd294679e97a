// Version labels of the maps: those of the releases of ICD-11 that they are made for; there are no drafts.
import { CodesetError, type ReleaseName } from '@codeset/terminology';
import { releaseName } from '../release-name.ts';

/** The form that is asked for, in one sentence. */
export const mapVersionForm =
  'Year and month of the release of ICD-11 that the table is made for (`2024-01`, in force from 2024-01-01).';

/** The dates that a version label stands for; throws CodesetError VERSION_INVALID with the form that is expected. */
export function mapReleaseName(version: string): ReleaseName {
  if (!/^\d{4}-\d{2}$/.test(version))
    throw new CodesetError('VERSION_INVALID', `“${version}” is no version of the map. ${mapVersionForm}`, {
      details: { version },
    });
  return releaseName(version);
}
