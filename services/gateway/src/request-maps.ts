// The concept maps of one request: one snapshot of what is published, and those that served it noted.
import type { PublishedMap } from '@codeset/database/read';
import type { ConceptMapDefinition } from '@codeset/terminology';
import type { PublishedLists } from './published-lists.ts';

/** What an answer says of a release of a map that served it. */
export interface ServedMap {
  readonly conceptMap: string;
  readonly version: string;
  readonly digest: string;
  readonly sample: boolean;
  /** What must be shown with the data; absent when nothing must. */
  readonly attribution?: string;
}

export interface RequestMaps {
  /** All published releases of maps, by effective date, pinned when they are first asked for. */
  published(): Promise<readonly PublishedMap[]>;
  /** The maps of which a release is published, by id. */
  definitions(): Promise<readonly ConceptMapDefinition[]>;
  /** Notes that the request reads this release. */
  serve(map: PublishedMap): void;
  /** The releases read so far, by name. */
  served(): readonly ServedMap[];
}

/** The maps of a new request; nothing is read before the first question, of which `asked` is told. */
export function requestMaps(lists: Pick<PublishedLists, 'maps'>, asked: () => void): RequestMaps {
  return new Maps(lists, asked);
}

/** A class, since one is made for every request: it shares its functions with all others. */
class Maps implements RequestMaps {
  readonly #lists: Pick<PublishedLists, 'maps'>;
  readonly #asked: () => void;
  readonly #served = new Map<string, ServedMap>();
  #pinned: ReturnType<PublishedLists['maps']> | undefined;

  constructor(lists: Pick<PublishedLists, 'maps'>, asked: () => void) {
    this.#lists = lists;
    this.#asked = asked;
  }

  async published(): Promise<readonly PublishedMap[]> {
    this.#asked();
    this.#pinned ??= this.#lists.maps();
    return (await this.#pinned).value;
  }

  async definitions(): Promise<readonly ConceptMapDefinition[]> {
    const published = await this.published();
    const byId = new Map(published.map(({ conceptMap, definition }) => [conceptMap, definition]));
    return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  serve({ conceptMap, version, digest, sample, attribution }: PublishedMap): void {
    const map = { conceptMap, version, digest, sample };
    this.#served.set(`${conceptMap} ${version}`, attribution === null ? map : { ...map, attribution });
  }

  served(): readonly ServedMap[] {
    return [...this.#served].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, map]) => map);
  }
}
