// How much of a source file is read before it is refused: the caps that keep hostile input from costing memory or time.

const kib = 1024;
const mib = 1024 * kib;

/** Caps on what is read; every one is enforced on the bytes themselves, not only on what a file says of itself. */
export interface SourceLimits {
  /** Bytes of one file, inflated. */
  readonly fileBytes: number;
  /** Bytes of all the files of one listing together, inflated. */
  readonly totalBytes: number;
  /** Files and folders of one listing, those inside zips counted. */
  readonly entries: number;
  /** How many bytes a byte of a zip may inflate to; applied from 1 MiB on, published texts reach 15. */
  readonly ratio: number;
  /** Zips inside zips: 1 opens the zips that were named, 2 also those inside them. */
  readonly zipDepth: number;
  /** Bytes of one line of text, or of one delimited record. */
  readonly lineBytes: number;
  /** Elements inside one another; published files reach 13. */
  readonly xmlDepth: number;
  /** Bytes of one text, tag, comment or CDATA section. */
  readonly xmlTextBytes: number;
  /** Elements of one file; the largest published index has some 250,000. */
  readonly xmlElements: number;
  /** Cells of one sheet of a workbook, gaps between them counted; the largest published sheet has some 580,000. */
  readonly sheetCells: number;
  /** Characters of one cell's text or formula, in UTF-16 units; as many as Excel allows. */
  readonly cellLength: number;
}

/** The caps that hold unless others are given. */
export const defaultSourceLimits: SourceLimits = {
  fileBytes: 256 * mib,
  totalBytes: 1024 * mib,
  entries: 2_000,
  ratio: 200,
  zipDepth: 2,
  lineBytes: 64 * kib,
  xmlDepth: 64,
  xmlTextBytes: mib,
  xmlElements: 2_000_000,
  sheetCells: 2_000_000,
  cellLength: 32_767,
};

/** The default caps with those of `changed` in their place. */
export function sourceLimits(changed: Partial<SourceLimits> = {}): SourceLimits {
  return { ...defaultSourceLimits, ...changed };
}
