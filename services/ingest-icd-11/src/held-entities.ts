// The entities of releases, by code: what a code stood for, and under which code an entity was known.
import type { HeldCode } from '@codeset/ingestion';
import type { NormalizedRelease } from '@codeset/terminology';

/** Keys of entities by their codes. */
export type EntityOfCode = ReadonlyMap<string, string>;

const codeKinds = ['category', 'extensionCode'];

/** The codes of a normalized release; chapters and blocks left out. */
export function entitiesOfRelease({ concepts }: NormalizedRelease): EntityOfCode {
  return new Map(
    concepts.flatMap(({ code, key, content }) =>
      code !== null && codeKinds.includes(content.kind) ? [[code, key] as const] : [],
    ),
  );
}

/** The codes of a held release. */
export function entitiesOfHeld(codes: ReadonlyMap<string, HeldCode>): EntityOfCode {
  return new Map([...codes].map(([code, { key }]) => [code, key]));
}
