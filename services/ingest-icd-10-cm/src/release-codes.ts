// The codes of a release, this one or a held one, in the form that checks compare.
import type { HeldCode, HeldReleases } from '@codeset/ingestion';
import type { NormalizedRelease } from '@codeset/terminology';
import { undotted } from './code-form.ts';

export interface ReleaseCode {
  readonly selectable: boolean;
  readonly longTitle: string;
  /** Null where a held release has none. */
  readonly shortTitle: string | null;
}

/** By code without its point, in tabular order. */
export type ReleaseCodes = ReadonlyMap<string, ReleaseCode>;

/** The codes of a normalized release; chapters and blocks left out. */
export function codesOfRelease(release: NormalizedRelease): ReleaseCodes {
  const codes = new Map<string, ReleaseCode>();
  for (const { code, content } of release.concepts) {
    if (code === null || content.kind === 'chapter' || content.kind === 'block') continue;
    const { selectable, display, designations } = content;
    const shortTitle = designations.find(({ use }) => use === 'short-title')?.value ?? null;
    codes.set(undotted(code), { selectable, longTitle: display, shortTitle });
  }
  return codes;
}

/** The codes of held releases, each read once. */
export function heldCodesReader(held: HeldReleases): (version: string) => Promise<ReleaseCodes> {
  const read = new Map<string, Promise<ReleaseCodes>>();
  return (version) => {
    const codes = read.get(version) ?? held.listCodes(version).then(fromHeld);
    read.set(version, codes);
    return codes;
  };
}

/** How many codes are selectable, how many are headers. */
export function countCodes(codes: ReleaseCodes): { readonly selectable: number; readonly header: number } {
  let selectable = 0;
  for (const code of codes.values()) if (code.selectable) selectable += 1;
  return { selectable, header: codes.size - selectable };
}

function fromHeld(held: ReadonlyMap<string, HeldCode>): ReleaseCodes {
  return new Map(
    [...held].map(([code, { selectable, display, designations }]) => [
      undotted(code),
      { selectable, longTitle: display, shortTitle: designations['short-title'] ?? null },
    ]),
  );
}
