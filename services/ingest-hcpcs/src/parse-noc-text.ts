// The not-otherwise-classified list as text: code, description, dates; in fixed columns that differ each year.
import { decodedLines, type TextLine } from '@codeset/source-files';
import { type NocCode, type NocList, nocCodeForm } from './noc-list.ts';
import { yearBesideHcpcs } from './preamble.ts';
import { linePlace } from './source-places.ts';
import { SourceProblems } from './source-problems.ts';

/** The row of headings: tabs in 2017, blanks in 2018. */
export function isNocHeader(line: string): boolean {
  return /^\s*HCPCS\s+LONG DESCRIPTION\s+ADD DATE\s+TERM DATE\s*$/i.test(line);
}

/**
 * Reads it by form, not by columns: a code, then text, then at most two dates at the end. A line that repeats the code
 * of the one before goes on with its text. Throws CodesetError FILE_REFUSED for lines that are neither.
 */
export function parseNocText(bytes: Buffer, file: string): NocList {
  const problems = new SourceProblems(file);
  const codes: NocCode[] = [];
  let title: TextLine | null = null;
  for (const line of decodedLines(bytes, file, { fallback: 'windows-1252' })) {
    const { text, number } = line;
    if (text.trim() === '' || isNocHeader(text)) continue;
    if (codes.length === 0 && /^\s*NOC CODES/i.test(text)) {
      title = line;
      continue;
    }
    const [, code = '', rest = ''] = /^\s*(\S+)\s*(.*)$/.exec(text) ?? [];
    const place = linePlace(file, number);
    if (!nocCodeForm.test(code))
      problems.add({ place, found: text.trim(), expected: 'a code and its description' });
    else if (codes.at(-1)?.code !== code) codes.push({ place, code, description: null, ...datesAtEnd(rest) });
  }
  problems.throwIfAny();
  return {
    file,
    year: title ? yearBesideHcpcs(title.text) : null,
    yearPlace: title ? linePlace(file, title.number) : null,
    codes,
  };
}

function datesAtEnd(text: string): Pick<NocCode, 'dateAdded' | 'terminationDate'> {
  const match = /(?:^|\s)(\d{8})(?:\s+(\d{8}))?\s*$/.exec(text);
  return { dateAdded: match?.[1] ?? '', terminationDate: match?.[2] ?? '' };
}
