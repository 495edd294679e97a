// What an ingestion service supplies: its code system's definition and the knowledge of its publisher's files.
import type { SourceFile } from '@codeset/source-files';
import type {
  CodeSystemDefinition,
  Designation,
  Finding,
  NormalizedRelease,
  PlainDate,
  ReleaseName,
} from '@codeset/terminology';
import type { ReleaseReconciliation } from './reconcile-release.ts';

/** One ingestion service per code system; pure: bytes in, records and findings out, no database, no clock. */
export interface IngestionService {
  readonly definition: CodeSystemDefinition;
  /** The made-up releases that the repository carries for trying things out, oldest first. */
  readonly samples: readonly SampleRelease[];
  /** What a version label says by itself; throws CodesetError VERSION_INVALID with the form that is expected. */
  releaseName(version: string): ReleaseName;
  /** What a file is, told by its content; throws only when it is unreadable or hostile. */
  recognise(file: SourceFile): Promise<Recognition>;
  /** A release must have a file of one role at least of each entry; no role may have two files. */
  readonly requiredRoles: readonly (readonly string[])[];
  /** Parses the recognised files and puts them in our words; throws CodesetError FILE_REFUSED with places. */
  normalize(
    files: readonly RecognisedFile[],
    name: ReleaseName,
    progress: Progress,
  ): Promise<NormalizedRelease>;
  /** Every place of the structured files that was met, and whether the load keeps it: the proof that nothing is dropped. */
  coverage(files: readonly RecognisedFile[]): Promise<FileCoverage[]>;
  /**
   * What must hold beyond the laws: between the files, against the releases already held, and between what the
   * publisher says changed and what did.
   */
  check(
    release: NormalizedRelease,
    files: readonly RecognisedFile[],
    held: HeldReleases,
    progress: Progress,
    reconciliations: readonly ReleaseReconciliation[],
  ): Promise<Finding[]>;
}

/** What a load needs to know of any service, of a code system or a map. */
export interface LoadingService {
  readonly definition: { readonly id: string };
}

/** What one file holds, counted by a reading apart from the parsers'. */
export interface FileCoverage {
  readonly file: string;
  readonly role: string;
  /** `parent>element`, `element@attribute` and `element#text`, sorted; `captured` false for what the load drops. */
  readonly lines: readonly { readonly path: string; readonly count: number; readonly captured: boolean }[];
}

/** A made-up release in the publisher's formats. */
export interface SampleRelease {
  readonly version: string;
  /** The folder that holds its files. */
  readonly folder: URL;
}

/** What a file was recognised as. */
export interface Recognition {
  /** The service's own word for the kind of file, `order-file`; null when the load has no use for it. */
  readonly role: string | null;
  /** What it is, or why it is ignored, in a few words. */
  readonly remark: string;
}

/** A file that takes part in the load. */
export interface RecognisedFile {
  readonly file: SourceFile;
  readonly role: string;
  readonly remark: string;
}

/** Says how far a step has come; called often, must be cheap. */
export type Progress = (message: string, done?: number, total?: number) => void;

/** The published releases of the same code system, in the order of their effective dates. */
export interface HeldReleases {
  readonly releases: readonly HeldRelease[];
  /** The codes of one of them, groupings left out. */
  listCodes(version: string): Promise<Map<string, HeldCode>>;
}

export interface HeldRelease {
  readonly version: string;
  readonly effectiveFrom: PlainDate;
  readonly digest: string;
  /** Numbers by name, as in `codeset.release.counts`: `selectable`, `header`, `code rows` and by kind. */
  readonly counts: Readonly<Record<string, number>>;
  readonly parts: readonly string[];
}

export interface HeldCode {
  /** Identity over all releases; the code itself where codes are identities. */
  readonly key: string;
  readonly selectable: boolean;
  readonly display: string;
  /** Further texts of the same source. */
  readonly designations: readonly Designation[];
  /** First and last day of the code's own; null where the publisher gives none. */
  readonly effectiveFrom: PlainDate | null;
  readonly effectiveTo: PlainDate | null;
}
