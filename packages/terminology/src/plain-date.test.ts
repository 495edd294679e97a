// Dates without time are checked and moved without a time zone.
import { expect, test } from 'vitest';
import { addDays, isPlainDate } from './plain-date.ts';

test.each(['2024-02-29', '1999-12-31', '2025-10-01'])('%s is a date', (text) =>
  expect(isPlainDate(text)).toBe(true),
);
test.each(['2023-02-29', '2025-13-01', '2025-1-01', '25-10-01', '2025-10-01T00:00', 'today', ''])(
  '%s is none',
  (text) => expect(isPlainDate(text)).toBe(false),
);
test('days are added over month and leap day', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2025-10-01', -1)).toBe('2025-09-30');
});
