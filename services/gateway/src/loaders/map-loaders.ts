// The loaders of one release of a map within one request.
import type { MappingRow, MappingsPage, MentionRow } from '@codeset/database/read';
import type DataLoader from 'dataloader';
import type { MappedConcept } from '../pinned-map.ts';
import { groupLoader } from './group-loader.ts';
import type { RequestLevels } from './request-levels.ts';

/** A name of a concept on one side of a map: its code in look-up form, or its key. */
export type ConceptName = `form ${string}` | `key ${string}`;

/** Each loader loads many at once, in one statement. */
export interface MapLoaders {
  /** The mappings that name a concept on a side, in the publisher's order. */
  readonly mappings: Readonly<Record<MappedConcept['side'], DataLoader<ConceptName, readonly MappingRow[]>>>;
  /** What the release says of a concept of a side; by key at most one. */
  readonly mentions: Readonly<Record<MappedConcept['side'], DataLoader<ConceptName, readonly MentionRow[]>>>;
  readonly page: (page: Omit<MappingsPage, 'releaseId'>) => Promise<readonly MappingRow[]>;
}

/** Loaders for the release of that id. */
export function mapLoaders(levels: RequestLevels, releaseId: number): MapLoaders {
  const { reader, next } = levels;
  const mappings = (side: MappedConcept['side']) =>
    groupLoader(
      levels,
      (names: readonly ConceptName[]) => reader.listMappingsNaming({ releaseId, side, ...named(names) }),
      (row) => namesOf(row.form, side === 'source' ? row.sourceKey : row.targetKey),
    );
  const mentions = (side: MappedConcept['side']) =>
    groupLoader(
      levels,
      (names: readonly ConceptName[]) => reader.listMentions({ releaseId, side, ...named(names) }),
      ({ form, key }) => namesOf(form, key),
    );
  return {
    mappings: { source: mappings('source'), target: mappings('target') },
    mentions: { source: mentions('source'), target: mentions('target') },
    page: (page) => next(() => reader.listMappingsPage({ releaseId, ...page })),
  };
}

function named(names: readonly ConceptName[]): { forms: string[]; keys: string[] } {
  const after = (sort: 'form ' | 'key ') =>
    names.flatMap((name) => (name.startsWith(sort) ? [name.slice(sort.length)] : []));
  return { forms: after('form '), keys: after('key ') };
}

function namesOf(form: string | null, key: string | null): ConceptName[] {
  const names: ConceptName[] = [];
  if (form !== null) names.push(`form ${form}`);
  if (key !== null) names.push(`key ${key}`);
  return names;
}
