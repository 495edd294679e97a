// What a map service supplies: its map's definition and the knowledge of its publisher's files.
import type {
  ConceptMapDefinition,
  DatedRelease,
  Finding,
  Mapping,
  NormalizedMap,
  ReleaseName,
} from '@codeset/terminology';
import type { IngestionService, Progress, RecognisedFile } from './ingestion-service.ts';

/** One map service per concept map; pure, as ingestion services are. */
export interface MapService
  extends Pick<IngestionService, 'samples' | 'releaseName' | 'recognise' | 'requiredRoles'> {
  readonly definition: ConceptMapDefinition;
  /** Parses the recognised files and puts them in our words; throws CodesetError FILE_REFUSED with places. */
  normalize(files: readonly RecognisedFile[], name: ReleaseName, progress: Progress): Promise<NormalizedMap>;
  /** What must hold: in the files, against the map's earlier releases, and against the codes that are held. */
  check(
    map: NormalizedMap,
    files: readonly RecognisedFile[],
    held: HeldForMap,
    progress: Progress,
  ): Promise<Finding[]>;
}

/** What a map is checked against. */
export interface HeldForMap {
  /** The published releases of the map itself, in the order of their effective dates. */
  readonly releases: readonly DatedRelease[];
  /** The mappings of one of them, in order. */
  listMappings(version: string): Promise<Mapping[]>;
  /** The published releases of a code system, for the codes that the map names; none when it is not held. */
  codeSystem(id: string): Promise<HeldCodeSystem>;
}

/** The published releases of a code system, in the order of their effective dates, drafts left out. */
export interface HeldCodeSystem {
  readonly releases: readonly DatedRelease[];
  /** Of the codes asked for, as the code system writes them, those that the release has. */
  findCodes(version: string, codes: readonly string[]): Promise<ReadonlyMap<string, NamedCode>>;
  /** Of the keys asked for, those that the release has, groupings among them. */
  findKeys(version: string, keys: readonly string[]): Promise<ReadonlyMap<string, NamedKey>>;
}

/** A concept that a release has, asked for by its key. */
export interface NamedKey {
  /** Null for a concept without one. */
  readonly code: string | null;
}

/** A code that a release has. */
export interface NamedCode {
  readonly selectable: boolean;
}
