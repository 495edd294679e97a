// The URIs that name an entity of ICD-11, and the key that is the same in all of them.

const linearization =
  /^(https?:\/\/id\.who\.int\/icd\/release\/11\/(?:[^/\s$]+\/)?mms\/)(\d+(?:\/(?:other|unspecified))?)$/;
const foundation = /^(https?:\/\/id\.who\.int\/icd\/entity\/)(\d+)$/;

/** A URI taken apart: what is the same in all rows of a file, and the entity. */
export interface EntityUri {
  /** `http://id.who.int/icd/release/11/2018-12/mms/` */
  readonly base: string;
  /** `257068234`, or `257068234/other` and `257068234/unspecified` for the residuals below an entity. */
  readonly key: string;
}

/** Reads a linearization URI, with or without a release part; null for any other text. */
export function parseLinearizationUri(uri: string): EntityUri | null {
  return entityUri(linearization.exec(uri));
}

/** Reads a foundation URI; null for any other text. */
export function parseFoundationUri(uri: string): EntityUri | null {
  return entityUri(foundation.exec(uri));
}

/** The release part of a linearization URI's base, `2018-12` or `beta`; null where it has none. */
export function releasePart(base: string): string | null {
  return /\/release\/11\/([^/]+)\/mms\/$/.exec(base)?.[1] ?? null;
}

/** `other` or `unspecified` for the key of a residual; null for any other. */
export function residualOfKey(key: string): 'other' | 'unspecified' | null {
  if (key.endsWith('/other')) return 'other';
  return key.endsWith('/unspecified') ? 'unspecified' : null;
}

function entityUri(match: RegExpExecArray | null): EntityUri | null {
  const [, base, key] = match ?? [];
  return base === undefined || key === undefined ? null : { base, key };
}
