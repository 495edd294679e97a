// Whether a file is the GEM of one direction: told by its columns and the form of its codes, not by its name.
import type { Recognition } from '@codeset/ingestion';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import type { SourceFile } from '@codeset/source-files';
import { type GemCodeForm, unpadded, upperCased } from './gem-code-form.ts';
import { type GemDirection, icd10ToIcd9, icd9ToIcd10, noDx } from './gem-direction.ts';

/** The one role that a file of these maps can have. */
export const gemRole = 'gem';

/** So many lines are looked at, and so many bytes. */
const linesLookedAt = 100;
const headBytes = 4096;

/** Reads the file and says whether it is the one of that direction; throws CodesetError FILE_REFUSED when it can't be read. */
export async function recogniseGem(file: SourceFile, direction: GemDirection): Promise<Recognition> {
  return await refusingSourceFiles(async () => {
    const head = (await file.read()).toString('latin1', 0, headBytes);
    const found = directionOf(head);
    if (found === null) return { role: null, remark: whatElse(head) };
    const between = `${found.source.name} to ${found.target.name}`;
    if (found === direction) return { role: gemRole, remark: `General Equivalence Mapping, ${between}` };
    return { role: null, remark: `the General Equivalence Mapping the other way, ${between}` };
  });
}

function directionOf(head: string): GemDirection | null {
  const found = [icd9ToIcd10, icd10ToIcd9].find((direction) =>
    isMost(head, (line) => isLineOf(line, direction)),
  );
  return found ?? null;
}

/** More than half, so that a damaged line is found by the parser, with its number, and not taken for another file. */
function isMost(head: string, is: (line: string) => boolean): boolean {
  const lines = head.split(/\r?\n/, linesLookedAt).filter((line) => line.trim() !== '');
  return lines.length > 0 && lines.filter(is).length * 2 > lines.length;
}

/** Where the one layout has its blank between the codes, the other has a code: no line is of both. */
function isLineOf(line: string, { source, target, layout }: GemDirection): boolean {
  const gap = layout.gap.from;
  const toCode = unpadded(line.slice(gap, 13));
  return (
    isCode(unpadded(line.slice(0, gap - 1)), source) &&
    line.charAt(gap - 1) === ' ' &&
    (toCode === noDx || isCode(toCode, target)) &&
    /^ \d{5}$/.test(line.slice(13))
  );
}

function isCode(text: string, form: GemCodeForm): boolean {
  return form.isCode(upperCased(text));
}

function whatElse(head: string): string {
  if (head === '') return 'empty';
  if (head.startsWith('%PDF')) return 'a PDF';
  if (isMost(head, (line) => /^(?=.{19,20}$)[0-9A-Z]{3,7} +[0-9A-Za-z]{3,7} +\d{5}$/.test(line)))
    return 'a General Equivalence Mapping of other codes than diagnoses';
  return 'no General Equivalence Mapping';
}
