// How a report in Markdown tells of one code: list items.
import type { CarriedCode } from '@codeset/comparison';
import { literal, named, plain } from '../comparison/markdown-text.ts';
import { markedWords } from '../comparison/marked-words.ts';
import { evidenceOf, stepWords } from './carried-words.ts';

/** What it could become, why a person must choose, and on whose word. */
export function openLines(carried: CarriedCode): string[] {
  return [
    headOf(carried),
    ...carried.decisions.map((sentence) => `  - ${plain(sentence)}`),
    ...carried.into.map((one) => `  - → ${named(one)}`),
    ...wayLines(carried),
  ];
}

/** What it became, and on whose word. */
export function codeLines(carried: CarriedCode): string[] {
  return [headOf(carried), ...carried.into.map((one) => `  - → ${named(one)}`), ...wayLines(carried)];
}

/** That it is gone, or never was, and what is said of it. */
export function endedLines(carried: CarriedCode): string[] {
  return [
    headOf(carried),
    ...carried.decisions.map((sentence) => `  - ${plain(sentence)}`),
    ...wayLines(carried),
  ];
}

/** The display with its changes marked. */
export function rewordedLines({ origin, into, count }: CarriedCode): string[] {
  const [now] = into;
  if (!origin || !now) return [];
  return [`- ${literal(origin.code)} ${markedWords(origin.display, now.display)}${volumeOf(count)}`];
}

/** What is to be known of a code. */
export function noticeLines(carried: CarriedCode): string[] {
  return [headOf(carried), ...carried.notices.map((sentence) => `  - ${plain(sentence)}`)];
}

function headOf({ asked, origin, count }: CarriedCode): string {
  return `- ${origin ? named(origin) : literal(asked)}${volumeOf(count)}`;
}

function volumeOf(count: number | null): string {
  return count === null ? '' : ` (${count})`;
}

/** Each step away from a code, with all that speaks for it. */
function wayLines({ path }: CarriedCode): string[] {
  return path
    .filter(({ edges }) => edges.length > 0)
    .map((step) => `  - ${plain(stepWords(step))}: ${plain(evidenceOf(step.edges).join('; '))}`);
}
