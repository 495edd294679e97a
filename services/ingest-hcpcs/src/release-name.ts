// Version labels of HCPCS: `2020-04` is the file of the quarter that begins on 1 April 2020.
import { addDays, CodesetError, type PlainDate, type ReleaseName } from '@codeset/terminology';

const firstYear = 1983;
const lastYear = 2100;
const quarters = ['01', '04', '07', '10'];

/**
 * Since then the whole file comes out every quarter. Before, it came out once a year and stood until the next January:
 * the READMEs of 2017 and 2018 say so.
 */
const firstQuarterlyYear = 2020;

/** The form that is asked for, in one sentence. */
export const versionForm =
  'Year and first month of the quarter (`2020-04`, in force from 2020-04-01); the month is 01, 04, 07 or 10.';

/** The dates that a version label stands for; throws CodesetError VERSION_INVALID with the form that is expected. */
export function releaseName(version: string): ReleaseName {
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(version);
  const year = Number(match?.[1]);
  if (!match || year < firstYear || year > lastYear) throw invalid(version, versionForm);
  const month = match[2];
  if (month === undefined) {
    throw invalid(
      version,
      `A year has several releases; the January one is called \`${year}-01\`. ${versionForm}`,
    );
  }
  if (!quarters.includes(month)) throw invalid(version, versionForm);
  const effectiveFrom = `${year}-${month}-01`;
  return { version, effectiveFrom, scheduledTo: lastDay(year, month), draft: false };
}

/** The year of a version label, 2020 for `2020-04`. */
export function yearOf(version: string): number {
  return Number(version.slice(0, 4));
}

function lastDay(year: number, month: string): PlainDate {
  const next = quarters[quarters.indexOf(month) + 1];
  if (year < firstQuarterlyYear || next === undefined) return `${year}-12-31`;
  return addDays(`${year}-${next}-01`, -1);
}

function invalid(version: string, advice: string): CodesetError {
  return new CodesetError('VERSION_INVALID', `“${version}” is not a version of HCPCS. ${advice}`, {
    details: { version },
  });
}
