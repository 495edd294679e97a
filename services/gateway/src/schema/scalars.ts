// Dates as the schema writes them.
import { isPlainDate } from '@codeset/terminology';
import { Kind } from 'graphql';
import { builder } from '../builder.ts';

builder.scalarType('Date', {
  description: 'A calendar date without time or time zone, as `2025-10-01`.',
  serialize: (date) => date,
  parseValue: (value) => plainDate(value),
  parseLiteral: (node) => plainDate(node.kind === Kind.STRING ? node.value : undefined),
});

builder.scalarType('DateTime', {
  description: 'A moment in UTC, as `2025-10-01T08:30:00.000Z`.',
  serialize: (moment) => moment.toISOString(),
});

function plainDate(value: unknown): string {
  if (typeof value === 'string' && isPlainDate(value)) return value;
  throw new TypeError(`${JSON.stringify(value) ?? 'This'} is not a calendar date of the form 2025-10-01.`);
}
