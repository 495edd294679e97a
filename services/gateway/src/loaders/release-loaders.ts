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
import { descendantsLoader } from './descendants-loader.ts';
import { groupLoader } from './group-loader.ts';
import type { ImmutableCaches } from './immutable-caches.ts';
import { keptOf, type Loader } from './loader.ts';
import { pathLoader } from './path-loader.ts';
import type { RequestLevels } from './request-levels.ts';
import { selectableCountLoader } from './selectable-count-loader.ts';

/** Each loader loads many at once, in one statement; what is asked once a release has a function of its own. */
export interface ReleaseLoaders {
  /** By look-up form. */
  readonly conceptsByLookUp: Loader<string, readonly FoundConceptRow[]>;
  /** By key; at most one each. */
  readonly conceptsByKey: Loader<string, readonly ConceptRow[]>;
  /** By position; at most one each. */
  readonly conceptsAt: Loader<number, readonly ConceptRow[]>;
  readonly roots: (page: RootsPage) => Promise<readonly ConceptRow[]>;
  readonly countRoots: () => Promise<number>;
  /** By position of the parent. */
  readonly children: Loader<number, readonly ConceptRow[]>;
  /** By position; from the root to the concept itself. */
  readonly paths: Loader<number, readonly ConceptRow[]>;
  readonly descendants: (page: DescendantsPage) => Loader<SubtreeRange, readonly ConceptRow[]>;
  readonly selectableCounts: Loader<SubtreeRange, number>;
  /** By look-up form of the code they name. */
  readonly indexEntriesNaming: Loader<string, readonly NamingIndexEntryRow[]>;
  /** By position of the line above. */
  readonly indexChildren: Loader<number, readonly IndexEntryRow[]>;
  /** By position; from the main term to the entry itself. */
  readonly indexPaths: Loader<number, readonly IndexEntryRow[]>;
  readonly mainTerms: (page: MainTermPage) => Promise<readonly IndexEntryRow[]>;
  readonly countMainTerms: (filter: MainTermFilter) => Promise<number>;
}

/** Loaders for the release of that id. */
export function releaseLoaders(levels: RequestLevels, id: number, caches: ImmutableCaches): ReleaseLoaders {
  const { next } = levels;
  const pages = new Map<string, Loader<SubtreeRange, readonly ConceptRow[]>>();
  return {
    ...conceptLoaders(levels, id, caches),
    ...indexLoaders(levels, id, caches),
    roots: (page) => next(() => levels.reader.listRoots(id, page)),
    countRoots: () => next(() => levels.reader.countRoots(id)),
    descendants(page) {
      const name = `${page.selectableOnly} ${page.after} ${page.limit}`;
      const kept = keptOf<number, readonly ConceptRow[]>(caches.descendants, `${id} ${name}`);
      const loader = pages.get(name) ?? descendantsLoader(levels, { releaseId: id, page }, kept);
      pages.set(name, loader);
      return loader;
    },
    selectableCounts: selectableCountLoader(levels, id, keptOf(caches.selectableCounts, id)),
  };
}

function conceptLoaders(levels: RequestLevels, id: number, caches: ImmutableCaches) {
  const { reader } = levels;
  return {
    conceptsByLookUp: groupLoader(levels, {
      list: (forms: readonly string[]) => reader.listConceptsByLookUp(id, forms),
      keysOf: ({ lookUpForm }) => lookUpForm,
      kept: keptOf(caches.conceptsByLookUp, id),
      keepEmpty: false, // whatever clients mistype would drive codes out
    }),
    conceptsByKey: groupLoader(levels, {
      list: (keys: readonly string[]) => reader.listConceptsByKey(id, keys),
      keysOf: ({ key }) => key,
      kept: keptOf(caches.conceptsByKey, id),
      keepEmpty: false,
    }),
    conceptsAt: groupLoader(levels, {
      list: (positions: readonly number[]) => reader.listConceptsAt(id, positions),
      keysOf: ({ position }) => position,
      kept: keptOf(caches.conceptsAt, id),
    }),
    children: groupLoader(levels, {
      list: (parents: readonly number[]) => reader.listChildren(id, parents),
      keysOf: ({ parent }) => parent,
      kept: keptOf(caches.children, id),
    }),
    paths: pathLoader(levels, keptOf(caches.paths, id), (positions) => reader.listAncestors(id, positions)),
  };
}

function indexLoaders(levels: RequestLevels, id: number, caches: ImmutableCaches) {
  const { reader, next } = levels;
  return {
    indexEntriesNaming: groupLoader(levels, {
      list: (forms: readonly string[]) => reader.listIndexEntriesNaming(id, forms),
      keysOf: ({ codes }) => codes,
      kept: keptOf(caches.entriesNaming, id),
    }),
    indexChildren: groupLoader(levels, {
      list: (parents: readonly number[]) => reader.listIndexChildren(id, parents),
      keysOf: ({ parent }) => parent,
      kept: keptOf(caches.indexChildren, id),
    }),
    indexPaths: pathLoader(levels, keptOf(caches.indexPaths, id), (positions) =>
      reader.listIndexAncestors(id, positions),
    ),
    mainTerms: (page: MainTermPage) => next(() => reader.listMainTerms(id, page)),
    countMainTerms: (filter: MainTermFilter) => next(() => reader.countMainTerms(id, filter)),
  };
}
