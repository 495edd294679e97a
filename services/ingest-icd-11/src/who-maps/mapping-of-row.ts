// One row → one mapping: which side is the source, how its concepts are named, what else the row says.
import type { Mapping, MentionedConcept, PropertyValue } from '@codeset/terminology';
import type { Icd10Entry, Icd11Entry, MapRow } from './map-row.ts';
import type { MapTable } from './map-tables.ts';
import type { MentionedConcepts } from './mentioned-concepts.ts';
import { relationshipOf } from './relationship.ts';

/** How a mapping names one of its sides, and what its row says of it. */
interface Named {
  readonly code: string | null;
  /** Null where the code is all that names it. */
  readonly key: string | null;
  readonly said: Omit<MentionedConcept, 'side' | 'key'>;
}

/** The mapping of the row, which stands at `place`; the concepts that it names are added to those of the table. */
export function mappingOfRow(
  row: MapRow,
  place: string,
  { from }: MapTable,
  concepts: MentionedConcepts,
): Mapping {
  const ten = row.icd10 && namedInIcd10(row.icd10);
  const eleven = row.icd11 && namedInIcd11(row.icd11);
  const [source, target] = from === 'icd-10' ? [ten, eleven] : [eleven, ten];
  const otherTitles = [
    ...titleIfOther(source, 'source', row.row, concepts),
    ...titleIfOther(target, 'target', row.row, concepts),
  ];
  return {
    sourceCode: source?.code ?? null,
    sourceKey: source?.key ?? null,
    sourceTo: null,
    sourceBelow: false,
    sourceWith: [],
    targetCode: target?.code ?? null,
    targetKey: target?.key ?? null,
    relationship: relationshipOf(row),
    properties: [...propertiesOf(row), ...otherTitles],
    place,
  };
}

function namedInIcd10({ code, kind, depthInKind, chapter, title }: Icd10Entry): Named {
  return { code, key: null, said: { code, kind, depthInKind, chapter, title } };
}

/** Codes that are needed together have no key: the URI beside them names the first stem alone. */
function namedInIcd11({ code, codes, key, kind, depthInKind, chapter, title }: Icd11Entry): Named {
  return {
    code: codes.length > 0 ? code : null,
    key: codes.length > 1 ? null : key,
    said: { code, kind, depthInKind, chapter, title },
  };
}

/** Notes the concept; its title goes with the mapping where an earlier row gave it another. */
function titleIfOther(
  named: Named | null,
  side: MentionedConcept['side'],
  row: number,
  concepts: MentionedConcepts,
): PropertyValue[] {
  const key = named?.key ?? named?.code ?? null;
  if (named === null || key === null) return [];
  const { title } = named.said;
  const kept = concepts.add({ side, key, ...named.said }, row);
  return kept.title === title || title === null ? [] : [{ code: `${side}-title`, value: title }];
}

function propertiesOf({ icd11, relation }: MapRow): PropertyValue[] {
  const properties = [
    { code: 'foundation-uri', value: icd11?.foundationUri ?? null },
    { code: 'linearization-uri', value: icd11?.linearizationUri ?? null },
    { code: 'relation', value: relation },
  ];
  return properties.flatMap(({ code, value }) => (value === null ? [] : [{ code, value }]));
}
