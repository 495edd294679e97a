// The column “Effective”: a year, which stands for 1 October of it, or a date.
import { addDays, isPlainDate, type PlainDate } from '@codeset/terminology';

/** The day before the first that workbooks count, with the leap day of 1900 that never was. */
const dayZero = '1899-12-30';

/**
 * `2017`, `2020-04-01`, `4/1/2020` or a workbook's serial number `43922`; null for anything else. That a year means its
 * 1 October is in the table's prose, and holds: every code of 2016 to 2024 is new in the release of that day.
 */
export function effectiveDate(text: string): PlainDate | null {
  const words = text.trim();
  if (/^20\d\d$/.test(words)) return `${words}-10-01`;
  if (/^[345]\d{4}$/.test(words)) return addDays(dayZero, Number(words));
  const [, month = '', day = '', year] = /^(\d{1,2})\/(\d{1,2})\/(20\d\d)$/.exec(words) ?? [];
  const date = year === undefined ? words : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(date) ? date : null;
}
