// Every coded value must have a meaning in the definition, which has them from the record layout.
import type { Finding } from '@codeset/terminology';
import { listCodes } from '../list-codes.ts';
import type { MainRecord } from '../main-record.ts';
import { fieldProperties } from '../properties.ts';

/** A warning for each value without one, with the codes that carry it. */
export function valuesHaveMeanings(records: readonly MainRecord[]): Finding[] {
  return fieldProperties
    .filter(({ type }) => type === 'code')
    .flatMap(({ field, title, values }) => {
      const known = new Set(values.map(({ code }) => code));
      const unknown = new Map<string, MainRecord[]>();
      for (const record of records) {
        for (const value of record.values[field]) {
          if (!known.has(value)) unknown.set(value, [...(unknown.get(value) ?? []), record]);
        }
      }
      return [...unknown].map(([value, having]) => ({
        severity: 'warning' as const,
        rule: 'value-without-meaning',
        message: `${title} ${value} has no known meaning: ${listCodes(having.map(({ code }) => code))}.`,
        where: having[0]?.place ?? null,
      }));
    });
}
