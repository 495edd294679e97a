// The concept maps of one request: one snapshot of what is published, and those that served it noted.
import type { PublishedMap, Reader } from '@codeset/database/read';
import { CodesetError, type ConceptMapDefinition } from '@codeset/terminology';
import type { PinnedMap } from './pinned-map.ts';

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
  /** The maps of which a release is published, by id; asked for once. */
  definitions(): Promise<readonly ConceptMapDefinition[]>;
  /** All published releases of a map, by effective date; empty when there are none. */
  list(id: string): Promise<readonly PinnedMap[]>;
  /** The release of that version. CONCEPT_MAP_UNKNOWN, RELEASE_UNKNOWN. */
  pin(id: string, version: string): Promise<PinnedMap>;
  /** Notes that the request reads this release. */
  serve(map: PinnedMap): void;
  /** The releases read so far, by name. */
  served(): readonly ServedMap[];
}

/** The maps of a new request; nothing is read before the first question. */
export function requestMaps(reader: Pick<Reader, 'listPublishedMaps'>): RequestMaps {
  const served = new Map<string, ServedMap>();
  let asked: Promise<readonly PublishedMap[]> | undefined;
  const published = () => {
    asked ??= reader.listPublishedMaps();
    return asked;
  };
  const list = async (id: string): Promise<PinnedMap[]> => {
    const held = (await published()).filter(({ conceptMap }) => conceptMap === id);
    return held.map((row) => ({ row, held }));
  };
  const definitions = async () => {
    const byId = new Map((await published()).map(({ conceptMap, definition }) => [conceptMap, definition]));
    return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  };
  const serve = ({ row: { conceptMap, version, digest, sample, attribution } }: PinnedMap) => {
    const map = { conceptMap, version, digest, sample };
    served.set(`${conceptMap} ${version}`, attribution === null ? map : { ...map, attribution });
  };
  return {
    definitions,
    list,
    serve,
    served: () => [...served].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, map]) => map),
    async pin(id, version) {
      const held = await list(id);
      if (held.length === 0) throw unknownMap(id, await definitions());
      const found = held.find(({ row }) => row.version === version);
      if (!found) throw unknownRelease(id, version, held);
      return found;
    },
  };
}

/** CONCEPT_MAP_UNKNOWN with the maps that there are. */
export function unknownMap(id: string, held: readonly ConceptMapDefinition[]): CodesetError {
  const ids = held.map((map) => map.id);
  const there = ids.length === 0 ? 'None is published yet.' : `There are: ${ids.join(', ')}.`;
  return new CodesetError('CONCEPT_MAP_UNKNOWN', `There is no concept map ${id}. ${there}`, {
    details: { conceptMap: id, held: ids },
  });
}

function unknownRelease(id: string, version: string, held: readonly PinnedMap[]): CodesetError {
  const published = held.map(({ row }) => row.version);
  return new CodesetError(
    'RELEASE_UNKNOWN',
    `Release ${version} of ${id} is not published. Published: ${published.join(', ')}.`,
    { details: { conceptMap: id, version, published } },
  );
}
