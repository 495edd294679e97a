// The codes of a release, this one or a held one, in the form that checks compare.
import type { HeldReleases } from '@codeset/ingestion';
import type { CodeTexts, NormalizedRelease } from '@codeset/terminology';
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
    codes.set(undotted(code), codeOf(content));
  }
  return codes;
}

/** The codes of a held release. */
export async function listHeldCodes(held: HeldReleases, version: string): Promise<ReleaseCodes> {
  const codes = new Map<string, ReleaseCode>();
  for (const [code, texts] of await held.listCodes(version)) codes.set(undotted(code), codeOf(texts));
  return codes;
}

/** How many codes are selectable, how many are headers. */
export function countCodes(codes: ReleaseCodes): { readonly selectable: number; readonly header: number } {
  let selectable = 0;
  for (const code of codes.values()) if (code.selectable) selectable += 1;
  return { selectable, header: codes.size - selectable };
}

function codeOf({ selectable, display, designations }: CodeTexts): ReleaseCode {
  const shortTitle = designations.find(({ use }) => use === 'short-title')?.value ?? null;
  return { selectable, longTitle: display, shortTitle };
}
