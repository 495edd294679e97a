// Dates without time: `YYYY-MM-DD` strings that sort as they read; never Date, never a time zone.

/** A calendar date, `YYYY-MM-DD`. */
export type PlainDate = string;

/** True for a real calendar date in the form `YYYY-MM-DD` (no 30 February). */
export function isPlainDate(text: string): text is PlainDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** The date that lies `days` after `date` (before, when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** The date of a clock's reading, in UTC. */
export function dateOf(instant: Date): PlainDate {
  return instant.toISOString().slice(0, 10);
}
