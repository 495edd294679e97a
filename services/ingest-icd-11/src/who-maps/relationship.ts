// What the column Relation says, where an edition has it, in our words.
import type { Finding, MappingRelationship } from '@codeset/terminology';
import type { MapRow } from './map-row.ts';

/** What the source is to the target, by the publisher's words in lower case. */
const relationships: ReadonlyMap<string, MappingRelationship> = new Map([
  ['equivalent', 'equivalent'],
  ['subclass', 'source-is-narrower-than-target'],
  ['superclass', 'source-is-broader-than-target'],
]);

/** Without a word for it the tables say that the two belong together, and no more. */
export function relationshipOf({ icd10, icd11, relation }: MapRow): MappingRelationship {
  if (icd10 === null || icd11 === null) return 'unmapped';
  return relationships.get(relation?.toLowerCase() ?? '') ?? 'related-to';
}

/** A warning for each word that is not known, with its first place. */
export function unknownRelations(rows: readonly MapRow[], placeOf: (row: number) => string): Finding[] {
  const unknown = new Map<string, { row: number; count: number }>();
  for (const row of rows) {
    const word = row.relation;
    if (word === null || relationships.has(word.toLowerCase())) continue;
    const first = unknown.get(word);
    unknown.set(word, { row: first?.row ?? row.row, count: (first?.count ?? 0) + 1 });
  }
  return [...unknown].map(([word, { row, count }]) => ({
    severity: 'warning',
    rule: 'relation-unknown',
    message:
      `${count} rows have ${JSON.stringify(word)} as Relation, expected Equivalent, Subclass or Superclass: ` +
      'they are read as related, the word is kept.',
    where: placeOf(row),
  }));
}
