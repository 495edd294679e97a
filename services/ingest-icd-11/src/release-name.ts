// Version labels of ICD-11 MMS: `2024-01` is the release of January 2024; `draft-2024-01-11` the draft of that day.
import { CodesetError, isPlainDate, type PlainDate, type ReleaseName } from '@codeset/terminology';

const firstYear = 2018;
const lastYear = 2100;

/** The form that is asked for, in one sentence. */
export const versionForm =
  'Year and month of the release (`2024-01`, in force from 2024-01-01), or `draft-` and the day of a draft (`draft-2024-01-11`).';

/**
 * The dates that a version label stands for; throws CodesetError VERSION_INVALID with the form that is expected.
 * WHO gives a release no last day and no date for the next one, so `scheduledTo` is always null: a release is in force
 * until a later one is.
 */
export function releaseName(version: string): ReleaseName {
  const draftDay = /^draft-(.*)$/.exec(version)?.[1];
  const effectiveFrom = draftDay ?? `${version}-01`;
  if (!isPlainDate(effectiveFrom) || !isInReach(effectiveFrom)) throw invalid(version);
  return { version, effectiveFrom, scheduledTo: null, draft: draftDay !== undefined };
}

/** `2024-01-01-01` is no date; what is left to hold is the year. */
function isInReach(date: PlainDate): boolean {
  const year = Number(date.slice(0, 4));
  return year >= firstYear && year <= lastYear;
}

function invalid(version: string): CodesetError {
  return new CodesetError('VERSION_INVALID', `“${version}” is not a version of ICD-11 MMS. ${versionForm}`, {
    details: { version },
  });
}
