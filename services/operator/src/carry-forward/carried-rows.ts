// What became of the codes of a list, one row for each: the columns of CSV and Parquet.
import type { CarriedCode } from '@codeset/comparison';
import { evidenceOf, stepWords } from './carried-words.ts';
import type { Carried } from './read-carried.ts';

/** The columns in their order; null where there is nothing to tell. */
export const carriedColumns = [
  { name: 'given', type: 'STRING' },
  { name: 'code', type: 'STRING' },
  { name: 'display', type: 'STRING' },
  { name: 'count', type: 'INT64' },
  { name: 'status', type: 'STRING' },
  { name: 'into', type: 'STRING' },
  { name: 'into_displays', type: 'STRING' },
  { name: 'decision', type: 'STRING' },
  { name: 'notices', type: 'STRING' },
  { name: 'path', type: 'STRING' },
  { name: 'evidence', type: 'STRING' },
  { name: 'code_system', type: 'STRING' },
  { name: 'from_version', type: 'STRING' },
  { name: 'to_version', type: 'STRING' },
  { name: 'sample', type: 'BOOLEAN' },
] as const;

/** A row under the names of the columns. */
export type CarriedRow = ReturnType<typeof carriedRow>;

/** The row of a code. */
export function carriedRow(carried: CarriedCode, { definition, from, to }: RowContext) {
  const { asked, count, origin, status, into, decisions, notices, path } = carried;
  return {
    given: asked,
    code: origin?.code ?? null,
    display: origin?.display ?? null,
    count,
    status,
    into: joined(into.map(({ code }) => code)),
    into_displays: joined(into.map(({ display }) => display)),
    decision: decisions.join(' ') || null,
    notices: notices.join(' ') || null,
    path: joined(path.map(stepWords)),
    evidence: joined(evidenceOf(path.flatMap(({ edges }) => edges))),
    code_system: definition.id,
    from_version: from.version,
    to_version: to.version,
    sample: from.sample || to.sample,
  };
}

/** What is the same in every row. */
export type RowContext = Pick<Carried, 'from' | 'to'> & {
  readonly definition: Pick<Carried['definition'], 'id'>;
};

function joined(texts: readonly string[]): string | null {
  return texts.join('; ') || null;
}
