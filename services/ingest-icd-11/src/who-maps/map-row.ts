// One row of the tables, in the publisher's words.
import type { Icd10Kind } from './icd-10-code.ts';
import type { ClassKind } from '../tabulation-row.ts';

/** A row; the source is never null. */
export interface MapRow {
  /** Line of the text, or row of the sheet, from 1. */
  readonly row: number;
  /** Null where the row says `No Mapping` of it. */
  readonly icd10: Icd10Entry | null;
  readonly icd11: Icd11Entry | null;
  /** The word in the column Relation; null where it is empty, or the edition has no such column. */
  readonly relation: string | null;
}

/** What a row says of its side in ICD-10. */
export interface Icd10Entry {
  /** Null in the table from ICD-11, which has no such column; so are depths. */
  readonly kind: Icd10Kind | null;
  readonly depthInKind: number | null;
  /** `A00.0`, `A00-A09`, `XIX`. */
  readonly code: string;
  readonly chapter: string;
  /** As published, outer blanks too. */
  readonly title: string;
}

/** What a row says of its side in ICD-11. */
export interface Icd11Entry {
  readonly kind: ClassKind | null;
  /** Null also where the workbook does not tell it (`repeated-depth.ts`). */
  readonly depthInKind: number | null;
  /** The entity that is meant, which may be finer than the category; null in the table from ICD-11. */
  readonly foundationUri: string | null;
  readonly linearizationUri: string;
  /** The release part of the linearization URI; null where it has none. */
  readonly release: string | null;
  /** What follows `/mms/` in it: the entity, or the residual of an entity. */
  readonly key: string;
  /** As published: also the number of a chapter; null where the field is empty. */
  readonly code: string | null;
  /** The codes in it; none for chapters and blocks, several when they are needed together. */
  readonly codes: readonly string[];
  readonly chapter: string;
  readonly title: string;
}
