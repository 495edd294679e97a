// Version labels of ICD-10-CM: `2025` is fiscal year 2025, in force from 1 October 2024; `2025-04` its April update.
import { CodesetError, type ReleaseName } from '@codeset/terminology';

const firstYear = 2009;
const lastYear = 2100;

/** The form that is asked for, in one sentence. */
export const versionForm =
  'The fiscal year (`2025`, in force from 2024-10-01), or year and month of an update within it (`2025-04`).';

/** The dates that a version label stands for; throws CodesetError VERSION_INVALID with the form that is expected. */
export function releaseName(version: string): ReleaseName {
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(version);
  const year = Number(match?.[1]);
  if (!match || year < firstYear || year > lastYear) throw invalid(version, versionForm);
  const scheduledTo = `${year}-09-30`;
  const month = match[2];
  if (month === undefined) return { version, effectiveFrom: `${year - 1}-10-01`, scheduledTo, draft: false };
  if (month === '10')
    throw invalid(version, `The release of October ${year} is called \`${year + 1}\`: say ${year + 1}.`);
  if (month < '01' || month > '09')
    throw invalid(version, `The month of an update is 01 to 09. ${versionForm}`);
  return { version, effectiveFrom: `${year}-${month}-01`, scheduledTo, draft: false };
}

/** The fiscal year of a version label, 2025 for `2025-04`. */
export function fiscalYear(version: string): number {
  return Number(version.slice(0, 4));
}

function invalid(version: string, advice: string): CodesetError {
  return new CodesetError('VERSION_INVALID', `“${version}” is not a version of ICD-10-CM. ${advice}`, {
    details: { version },
  });
}
