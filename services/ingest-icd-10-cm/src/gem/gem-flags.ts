// The five flags that end a line of a GEM: what they say, and which of them exclude each other.
import type { LineProblem } from '@codeset/ingestion/refusals';

/** What is wrong within a line. */
export type ColumnProblem = Omit<LineProblem, 'line'>;

/** The flags in the publisher's words. */
export interface GemFlags {
  readonly approximate: boolean;
  readonly noMap: boolean;
  /** Null where the combination flag is 0. */
  readonly combination: GemCombination | null;
}

/** Where in its entry a line of a combination stands: one code of each choice list of a scenario is needed. */
export interface GemCombination {
  readonly scenario: number;
  readonly choiceList: number;
}

/** The flag of each column from 15 on, and the digits that it may be. */
const flagColumns = [
  ['approximate flag', /[01]/, '0 or 1'],
  ['no-map flag', /[01]/, '0 or 1'],
  ['combination flag', /[01]/, '0 or 1'],
  ['scenario', /\d/, '0 to 9'],
  ['choice list', /\d/, '0 to 9'],
] as const;

/** Reads columns 15 to 19; a problem where a digit cannot be, or two flags cannot be together. */
export function readFlags(flags: string): GemFlags | ColumnProblem {
  for (const [at, [name, form, digits]] of flagColumns.entries()) {
    const digit = flags.charAt(at);
    if (!form.test(digit)) return problem(15 + at, 15 + at, digit, `the ${name}, ${digits}`);
  }
  const noMap = flags[1] === '1';
  const isCombination = flags[2] === '1';
  if (noMap && flags.slice(2) !== '000')
    return problem(17, 19, flags.slice(2), '000, because the no-map flag is 1');
  if (!isCombination && flags.slice(3) !== '00')
    return problem(18, 19, flags.slice(3), 'scenario and choice list 00, because the combination flag is 0');
  if (isCombination && flags[3] === '0')
    return problem(18, 18, '0', 'a scenario from 1 on, because the combination flag is 1');
  if (isCombination && flags[4] === '0')
    return problem(19, 19, '0', 'a choice list from 1 on, because the combination flag is 1');
  const combination = isCombination ? { scenario: Number(flags[3]), choiceList: Number(flags[4]) } : null;
  return { approximate: flags[0] === '1', noMap, combination };
}

function problem(from: number, to: number, found: string, expected: string): ColumnProblem {
  return { columns: [from, to], found, expected };
}
