// What came of translating a code, in the sorts that a person sets apart.
import { type TranslationOption, translationOptions } from '@codeset/terminology';
import type { TranslatedCode } from './translate-codes.ts';

/** In the order in which they are told. */
const outcomes = ['one-to-one', 'one-to-many', 'combination', 'none', 'not-covered', 'unknown'] as const;

/**
 * `one-to-one`: a single target; `one-to-many`: several, any one of which will do; `combination`: some alternative
 * needs several codes together; `none`: the publisher says that there is none; `not-covered`: the map does not speak
 * of it; `unknown`: there is no such code.
 */
export type TranslationOutcome = (typeof outcomes)[number];

/** Of a map read backwards each target stands alone. */
export function outcomeOf({ status, mappings }: TranslatedCode, reverse: boolean): TranslationOutcome {
  switch (status) {
    case 'NO_MAP':
      return 'none';
    case 'NOT_COVERED':
      return 'not-covered';
    case 'UNKNOWN_CODE':
      return 'unknown';
    case 'MAPPED': {
      const options: TranslationOption<(typeof mappings)[number]>[] = translationOptions(mappings);
      if (!reverse && options.some(({ is }) => is === 'combination')) return 'combination';
      return mappings.length === 1 ? 'one-to-one' : 'one-to-many';
    }
    default:
      return status satisfies never;
  }
}

/** How many codes came to an outcome. */
export interface OutcomeCount {
  readonly outcome: TranslationOutcome;
  readonly codes: number;
}

/** Every outcome in its order, also those that none came to. */
export function tallyOutcomes(found: readonly TranslationOutcome[]): OutcomeCount[] {
  return outcomes.map((outcome) => ({ outcome, codes: found.filter((one) => one === outcome).length }));
}
