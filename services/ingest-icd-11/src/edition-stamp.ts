// The header field that says which edition a file is: `Version:2024 Jan 21 - 22:30 UTC`.
import { isPlainDate, type PlainDate } from '@codeset/terminology';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The stamp without its label, `2024 Jan 21 - 22:30 UTC`. */
export function stampText(field: string): string {
  return field.replace(/^\s*version\s*:\s*/i, '').trim();
}

/** The day it tells; null where it is not a day of the calendar. */
export function stampDay(stamp: string): PlainDate | null {
  const match = /^(\d{4}) ([A-Za-z]{3}) (\d{1,2})(?: - \d{2}:\d{2}(?::\d{2})? UTC)?$/.exec(stamp);
  const [, year = '', name = '', day = ''] = match ?? [];
  const month = months.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return null;
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(date) ? date : null;
}
