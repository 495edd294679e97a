// What the main file leaves open or has in the wrong place, though it can be read.
import type { Finding } from '@codeset/terminology';
import { listCodes } from '../list-codes.ts';
import type { MainFieldName } from '../main-fields.ts';
import { mainFields } from '../main-fields.ts';
import type { MainFile } from '../main-record.ts';
import { sectionOf } from '../sections.ts';

/** Every code has these in the editions at hand; a blank one is more likely an omission than news. */
const alwaysThere: readonly MainFieldName[] = ['shortDescription', 'coverage', 'dateAdded', 'actionCode'];

/** A warning for each field that every code should have, with the codes that lack it. */
export function missingValues({ file, records }: MainFile): Finding[] {
  return alwaysThere.flatMap((name): Finding[] => {
    const lacking = records.filter(({ values }) => values[name].length === 0);
    if (lacking.length === 0) return [];
    const title = mainFields.find((field) => field.name === name)?.title ?? name;
    const message = `Codes without ${title} (${lacking.length}): ${listCodes(lacking.map(({ code }) => code))}.`;
    return [{ severity: 'warning', rule: 'missing-value', message, where: lacking[0]?.place ?? file }];
  });
}

/** Letters that no section has a title for. */
export function unknownSections({ records }: MainFile): Finding[] {
  const first = new Map(
    records
      .filter(({ code, isModifier }) => !sectionOf(code, isModifier).known)
      .toReversed()
      .map((record) => [record.code.slice(0, 1), record]),
  );
  return [...first].map(([letter, { code, place }]) => ({
    severity: 'info',
    rule: 'section-without-title',
    message: `No title is known for the codes that begin with ${letter}; the first is ${code}.`,
    where: place,
  }));
}

/** Five codes of 2018-01 have the ASC date two columns early, where the ASC group should be. */
export function ascDatesShifted({ shiftedAscDates }: MainFile): Finding[] {
  return shiftedAscDates.map(({ code, values, place }) => ({
    severity: 'warning',
    rule: 'asc-date-shifted',
    message: `The ASC date of ${code} begins in the columns of the ASC group; it is read as ${values.ascDate[0]}, without a group.`,
    where: place,
  }));
}

/** A warning for each column or sheet that holds something and is not read. */
export function notCaptured({ file, uncaptured }: MainFile): Finding[] {
  return [...uncaptured].map(([what, rows]) => ({
    severity: 'warning',
    rule: 'not-captured',
    message: `“${what}” holds something in ${rows} rows and is not captured.`,
    where: file,
  }));
}
