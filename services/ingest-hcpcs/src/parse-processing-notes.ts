// The processing notes: a text with a number before each note, and asterisks at the right edge of most lines.
import { decodedLines } from '@codeset/source-files';
import { foldText } from './fold-text.ts';
import { linePlace } from './source-places.ts';
import { SourceProblems } from './source-problems.ts';

/** One note. */
export interface ProcessingNote {
  readonly place: string;
  /** Four digits. */
  readonly number: string;
  /** Lines joined, blanks folded. */
  readonly text: string;
}

/** The notes in the file's order. Throws CodesetError FILE_REFUSED for numbers that stand twice or are none. */
export function parseProcessingNotes(bytes: Buffer, file: string): ProcessingNote[] {
  const problems = new SourceProblems(file);
  const notes: { place: string; number: string; lines: string[] }[] = [];
  const places = new Map<string, string>();
  for (const { number: line, text } of decodedLines(bytes, file, { fallback: 'windows-1252' })) {
    const content = text.replace(/\*?\s*$/, '').trim();
    if (content === '' || isLayout(content)) continue;
    const place = linePlace(file, line);
    const [, number, rest = ''] = /^(\d{4})--(.*)$/.exec(content) ?? [];
    if (number !== undefined) {
      const earlier = places.get(number);
      if (earlier)
        problems.add({ place, found: number, expected: `each number once; it stands at ${earlier}` });
      places.set(number, place);
      notes.push({ place, number, lines: [rest] });
    } else if (/^\S{3,6}--/.test(content)) {
      problems.add({ place, found: content, expected: 'the number of a note: four digits and two dashes' });
    } else if (notes.length === 0) {
      problems.add({ place, found: content, expected: 'the number of a note before its text' });
    } else {
      notes.at(-1)?.lines.push(content);
    }
  }
  if (notes.length === 0)
    problems.add({ place: linePlace(file, 1), found: '', expected: 'at least one note' });
  problems.throwIfAny();
  return notes.map(({ place, number, lines }) => ({ place, number, text: foldText(lines.join(' ')) }));
}

/** The title and the line under it. */
function isLayout(content: string): boolean {
  return /^PROCESSING NOTES$/i.test(content) || /^[_=-]+$/.test(content);
}
