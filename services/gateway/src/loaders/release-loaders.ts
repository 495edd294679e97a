// The loaders of one release within one request.
import type {
  ConceptRow,
  DescendantsPage,
  FoundConceptRow,
  IndexEntryRow,
  MainTermFilter,
  MainTermPage,
  NamingIndexEntryRow,
  RootsPage,
  SubtreeRange,
} from '@codeset/database/read';
import type DataLoader from 'dataloader';
import { descendantsLoader } from './descendants-loader.ts';
import { groupLoader } from './group-loader.ts';
import { pathLoader } from './path-loader.ts';
import type { RequestLevels } from './request-levels.ts';
import { type CountCache, selectableCountLoader } from './selectable-count-loader.ts';

/** Each loader loads many at once, in one statement; what is asked once a release has a function of its own. */
export interface ReleaseLoaders {
  /** By look-up form. */
  readonly conceptsByLookUp: DataLoader<string, readonly FoundConceptRow[]>;
  /** By key; at most one each. */
  readonly conceptsByKey: DataLoader<string, readonly ConceptRow[]>;
  /** By position; at most one each. */
  readonly conceptsAt: DataLoader<number, readonly ConceptRow[]>;
  readonly roots: (page: RootsPage) => Promise<readonly ConceptRow[]>;
  readonly countRoots: () => Promise<number>;
  /** By position of the parent. */
  readonly children: DataLoader<number, readonly ConceptRow[]>;
  /** By position; from the root to the concept itself. */
  readonly paths: DataLoader<number, readonly ConceptRow[]>;
  readonly descendants: (page: DescendantsPage) => DataLoader<SubtreeRange, readonly ConceptRow[], number>;
  readonly selectableCounts: DataLoader<SubtreeRange, number, number>;
  /** By look-up form of the code they name. */
  readonly indexEntriesNaming: DataLoader<string, readonly NamingIndexEntryRow[]>;
  /** By position of the line above. */
  readonly indexChildren: DataLoader<number, readonly IndexEntryRow[]>;
  /** By position; from the main term to the entry itself. */
  readonly indexPaths: DataLoader<number, readonly IndexEntryRow[]>;
  readonly mainTerms: (page: MainTermPage) => Promise<readonly IndexEntryRow[]>;
  readonly countMainTerms: (filter: MainTermFilter) => Promise<number>;
}

/** Loaders for the release of that id. */
export function releaseLoaders(levels: RequestLevels, id: number, counts: CountCache): ReleaseLoaders {
  const { reader, next } = levels;
  const pages = new Map<string, DataLoader<SubtreeRange, readonly ConceptRow[], number>>();
  return {
    conceptsByLookUp: groupLoader(
      levels,
      (forms: readonly string[]) => reader.listConceptsByLookUp(id, forms),
      ({ lookUpForm }) => lookUpForm,
    ),
    conceptsByKey: groupLoader(
      levels,
      (keys: readonly string[]) => reader.listConceptsByKey(id, keys),
      ({ key }) => key,
    ),
    conceptsAt: groupLoader(
      levels,
      (positions: readonly number[]) => reader.listConceptsAt(id, positions),
      ({ position }) => position,
    ),
    roots: (page) => next(() => reader.listRoots(id, page)),
    countRoots: () => next(() => reader.countRoots(id)),
    children: groupLoader(
      levels,
      (parents: readonly number[]) => reader.listChildren(id, parents),
      ({ parent }) => parent,
    ),
    paths: pathLoader(levels, (positions) => reader.listAncestors(id, positions)),
    descendants(page) {
      const name = JSON.stringify(page);
      const loader = pages.get(name) ?? descendantsLoader(levels, id, page);
      pages.set(name, loader);
      return loader;
    },
    selectableCounts: selectableCountLoader(levels, id, counts),
    indexEntriesNaming: groupLoader(
      levels,
      (forms: readonly string[]) => reader.listIndexEntriesNaming(id, forms),
      ({ codes }) => codes,
    ),
    indexChildren: groupLoader(
      levels,
      (parents: readonly number[]) => reader.listIndexChildren(id, parents),
      ({ parent }) => parent,
    ),
    indexPaths: pathLoader(levels, (positions) => reader.listIndexAncestors(id, positions)),
    mainTerms: (page) => next(() => reader.listMainTerms(id, page)),
    countMainTerms: (filter) => next(() => reader.countMainTerms(id, filter)),
  };
}
