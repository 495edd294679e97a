// What stands before the records of the main file: a title and remarks, the same in text and workbook once folded.
import { foldText } from './fold-text.ts';

/** A line or row with its number. */
export interface PreambleLine {
  readonly number: number;
  readonly text: string;
}

/** Lines that follow one another without a gap make a paragraph; marks before it (`--`, `*`, `***`) are dropped. */
export function preambleParagraphs(lines: readonly PreambleLine[]): string[] {
  const paragraphs: string[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { number, text } of lines) {
    const paragraph = paragraphs.at(-1);
    if (paragraph && number === last + 1) paragraph.push(text);
    else paragraphs.push([text]);
    last = number;
  }
  return paragraphs
    .map((texts) => foldText(texts.join(' ')).replace(/^(?:--|\*+)\s*/, ''))
    .filter((text) => text !== '');
}

/** The year that a title names beside HCPCS, `2018 HCPCS Corrections`; null when it names none. */
export function yearBesideHcpcs(text: string): number | null {
  const match = /\b((?:19|20)\d{2})\s+HCPCS\b|\bHCPCS\s+((?:19|20)\d{2})\b/i.exec(text);
  const year = match?.[1] ?? match?.[2];
  return year === undefined ? null : Number(year);
}
