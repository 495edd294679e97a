// The two ways of the GEMs: which codes stand on which side, and the columns of a line.
import type { FixedWidthLayout } from '@codeset/source-files';
import { type GemCodeForm, icd10Codes, icd9Codes } from './gem-code-form.ts';

export type GemField = 'source' | 'gap' | 'target' | 'gap14' | 'flags';

/** One of the two files of a release, and so one of the two maps. */
export interface GemDirection {
  readonly source: GemCodeForm;
  readonly target: GemCodeForm;
  readonly layout: FixedWidthLayout<GemField>;
}

/** Characters of a line: the codes with a blank after each, and the five flags. */
export const gemLineLength = 19;

/** Stands in place of the target where there is none. */
export const noDx = 'NoDx';

export const icd9ToIcd10: GemDirection = direction(icd9Codes, icd10Codes);
export const icd10ToIcd9: GemDirection = direction(icd10Codes, icd9Codes);

function direction(source: GemCodeForm, target: GemCodeForm): GemDirection {
  const gap = source.columns + 1;
  return {
    source,
    target,
    layout: {
      source: { from: 1, to: source.columns },
      gap: { from: gap, to: gap },
      target: { from: gap + 1, to: 13 },
      gap14: { from: 14, to: 14 },
      flags: { from: 15, to: gemLineLength },
    },
  };
}
