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
import type { ImmutableCache } from '../immutable-cache.ts';
import { descendantsLoader } from './descendants-loader.ts';
import { groupLoader, groupQuestion } from './group-loader.ts';
import type { ImmutableCaches } from './immutable-caches.ts';
import { keptOrAsked } from './kept-or-asked.ts';
import { KeptOf, type Loader } from './loader.ts';
import { ancestorsQuestion, PathLoader } from './path-loader.ts';
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
  roots(page: RootsPage): Promise<readonly ConceptRow[]>;
  countRoots(): Promise<number>;
  /** By position of the parent. */
  readonly children: Loader<number, readonly ConceptRow[]>;
  /** By position; from the root to the concept itself. */
  readonly paths: Loader<number, readonly ConceptRow[]>;
  descendants(page: DescendantsPage): Loader<SubtreeRange, readonly ConceptRow[]>;
  readonly selectableCounts: Loader<SubtreeRange, number>;
  /** By look-up form of the code they name. */
  readonly indexEntriesNaming: Loader<string, readonly NamingIndexEntryRow[]>;
  /** By position of the line above. */
  readonly indexChildren: Loader<number, readonly IndexEntryRow[]>;
  /** By position; from the main term to the entry itself. */
  readonly indexPaths: Loader<number, readonly IndexEntryRow[]>;
  mainTerms(page: MainTermPage): Promise<readonly IndexEntryRow[]>;
  countMainTerms(filter: MainTermFilter): Promise<number>;
}

const conceptsByLookUp = groupQuestion<number, string, FoundConceptRow>({
  list: (reader, id, forms) => reader.listConceptsByLookUp(id, forms),
  keysOf: ({ lookUpForm }) => lookUpForm,
  keepEmpty: false, // whatever clients mistype would drive codes out
});

const conceptsByKey = groupQuestion<number, string, ConceptRow>({
  list: (reader, id, keys) => reader.listConceptsByKey(id, keys),
  keysOf: ({ key }) => key,
  keepEmpty: false,
});

const conceptsAt = groupQuestion<number, number, ConceptRow>({
  list: (reader, id, positions) => reader.listConceptsAt(id, positions),
  keysOf: ({ position }) => position,
});

const childrenOf = groupQuestion<number, number, ConceptRow>({
  list: (reader, id, parents) => reader.listChildren(id, parents),
  keysOf: ({ parent }) => parent,
});

const entriesNaming = groupQuestion<number, string, NamingIndexEntryRow>({
  list: (reader, id, forms) => reader.listIndexEntriesNaming(id, forms),
  keysOf: ({ codes }) => codes,
});

const indexChildrenOf = groupQuestion<number, number, IndexEntryRow>({
  list: (reader, id, parents) => reader.listIndexChildren(id, parents),
  keysOf: ({ parent }) => parent,
});

const pathsOf = ancestorsQuestion<ConceptRow>((reader, id, positions) => reader.listAncestors(id, positions));

const indexPathsOf = ancestorsQuestion<IndexEntryRow>((reader, id, positions) =>
  reader.listIndexAncestors(id, positions),
);

/** Loaders for the release of that id. */
export function releaseLoaders(levels: RequestLevels, id: number, caches: ImmutableCaches): ReleaseLoaders {
  return new LoadersOfRelease(levels, id, caches);
}

/** A class, since a request uses few of them: each is made when it is first asked for. */
class LoadersOfRelease implements ReleaseLoaders {
  readonly #levels: RequestLevels;
  readonly #id: number;
  readonly #caches: ImmutableCaches;
  readonly #pages = new Map<string, Loader<SubtreeRange, readonly ConceptRow[]>>();
  #conceptsByLookUp: Loader<string, readonly FoundConceptRow[]> | undefined;
  #conceptsByKey: Loader<string, readonly ConceptRow[]> | undefined;
  #conceptsAt: Loader<number, readonly ConceptRow[]> | undefined;
  #children: Loader<number, readonly ConceptRow[]> | undefined;
  #paths: Loader<number, readonly ConceptRow[]> | undefined;
  #selectableCounts: Loader<SubtreeRange, number> | undefined;
  #indexEntriesNaming: Loader<string, readonly NamingIndexEntryRow[]> | undefined;
  #indexChildren: Loader<number, readonly IndexEntryRow[]> | undefined;
  #indexPaths: Loader<number, readonly IndexEntryRow[]> | undefined;

  constructor(levels: RequestLevels, id: number, caches: ImmutableCaches) {
    this.#levels = levels;
    this.#id = id;
    this.#caches = caches;
  }

  get conceptsByLookUp() {
    this.#conceptsByLookUp ??= groupLoader(
      this.#levels,
      conceptsByLookUp,
      this.#id,
      new KeptOf(this.#caches.conceptsByLookUp, this.#id),
    );
    return this.#conceptsByLookUp;
  }

  get conceptsByKey() {
    this.#conceptsByKey ??= groupLoader(
      this.#levels,
      conceptsByKey,
      this.#id,
      new KeptOf(this.#caches.conceptsByKey, this.#id),
    );
    return this.#conceptsByKey;
  }

  get conceptsAt() {
    this.#conceptsAt ??= groupLoader(
      this.#levels,
      conceptsAt,
      this.#id,
      new KeptOf(this.#caches.conceptsAt, this.#id),
    );
    return this.#conceptsAt;
  }

  get children() {
    this.#children ??= groupLoader(
      this.#levels,
      childrenOf,
      this.#id,
      new KeptOf(this.#caches.children, this.#id),
    );
    return this.#children;
  }

  get paths() {
    this.#paths ??= new PathLoader(this.#levels, pathsOf, this.#id, new KeptOf(this.#caches.paths, this.#id));
    return this.#paths;
  }

  get selectableCounts() {
    const kept = new KeptOf<number, number>(this.#caches.selectableCounts, this.#id);
    this.#selectableCounts ??= selectableCountLoader(this.#levels, this.#id, kept);
    return this.#selectableCounts;
  }

  get indexEntriesNaming() {
    this.#indexEntriesNaming ??= groupLoader(
      this.#levels,
      entriesNaming,
      this.#id,
      new KeptOf(this.#caches.entriesNaming, this.#id),
    );
    return this.#indexEntriesNaming;
  }

  get indexChildren() {
    this.#indexChildren ??= groupLoader(
      this.#levels,
      indexChildrenOf,
      this.#id,
      new KeptOf(this.#caches.indexChildren, this.#id),
    );
    return this.#indexChildren;
  }

  get indexPaths() {
    this.#indexPaths ??= new PathLoader(
      this.#levels,
      indexPathsOf,
      this.#id,
      new KeptOf(this.#caches.indexPaths, this.#id),
    );
    return this.#indexPaths;
  }

  descendants(page: DescendantsPage) {
    const name = `${page.selectableOnly} ${page.after} ${page.limit}`;
    const kept = new KeptOf<number, readonly ConceptRow[]>(this.#caches.descendants, `${this.#id} ${name}`);
    const loader =
      this.#pages.get(name) ?? descendantsLoader(this.#levels, { releaseId: this.#id, page }, kept);
    this.#pages.set(name, loader);
    return loader;
  }

  roots({ after, limit }: RootsPage) {
    return keptOrAsked(this.#levels, this.#kept(this.#caches.roots, `${after} ${limit}`), () =>
      this.#levels.reader.listRoots(this.#id, { after, limit }),
    );
  }

  countRoots() {
    return keptOrAsked(this.#levels, this.#kept(this.#caches.counts, 'roots'), () =>
      this.#levels.reader.countRoots(this.#id),
    );
  }

  mainTerms({ kind, prefix, after, limit }: MainTermPage) {
    const key = JSON.stringify([kind, prefix, after, limit]);
    return keptOrAsked(this.#levels, this.#kept(this.#caches.mainTerms, key), () =>
      this.#levels.reader.listMainTerms(this.#id, { kind, prefix, after, limit }),
    );
  }

  countMainTerms({ kind, prefix }: MainTermFilter) {
    const key = JSON.stringify(['main terms', kind, prefix]);
    return keptOrAsked(this.#levels, this.#kept(this.#caches.counts, key), () =>
      this.#levels.reader.countMainTerms(this.#id, { kind, prefix }),
    );
  }

  #kept<Value>(cache: ImmutableCache<string, Value>, key: string) {
    return { kept: new KeptOf<string, Value>(cache, this.#id), key };
  }
}
