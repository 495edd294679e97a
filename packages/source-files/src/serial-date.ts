// The days that a workbook counts → dates.

const msOfDay = 86_400_000;
const secondsOfDay = 86_400;
// Excel counts 29 February 1900, a day that never was: from then on it is one day ahead.
const dayThatNeverWas = 60;
const lastDate = Date.UTC(9999, 11, 31);

/**
 * The date of a serial number, `2017-01-01`, with the time where there is one, `2017-01-01T13:30:00`, to the second.
 * Null where the calendar has no such day: before 1900 (or 1904, as the workbook counts) and after 9999.
 */
export function serialDate(serial: number, from1904: boolean): string | null {
  const seconds = Math.round(serial * secondsOfDay);
  const day = Math.floor(seconds / secondsOfDay);
  const at = (from1904 ? dayFrom1904(day) : dayFrom1900(day)) ?? Number.POSITIVE_INFINITY;
  if (at > lastDate) return null;
  const time = seconds % secondsOfDay;
  const text = new Date(at + time * 1000).toISOString();
  return time === 0 ? text.slice(0, 10) : text.slice(0, 19);
}

function dayFrom1900(day: number): number | null {
  if (day < 1 || day === dayThatNeverWas) return null;
  return Date.UTC(1899, 11, day < dayThatNeverWas ? 31 : 30) + day * msOfDay;
}

function dayFrom1904(day: number): number | null {
  return day < 0 ? null : Date.UTC(1904, 0, 1) + day * msOfDay;
}
