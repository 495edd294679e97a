// What the order addenda and the codes addenda have in common: labelled lines, then blocks of totals.
import { decodedLines, type TextLine } from '@codeset/source-files';
import type { Addenda, AddendaLabel, AddendaLine, FooterBlock } from './addenda.ts';
import { isPlainCode } from './code-form.ts';
import { LineProblems } from '@codeset/ingestion/refusals';
import { footerHeading, parseFooterBlock } from './parse-addenda-footer.ts';

/** The label of a line stands in its first 13 columns. */
const labelColumns = 13;

const labels: Readonly<Record<string, AddendaLabel>> = {
  'Add:': 'Add',
  'Delete:': 'Delete',
  'Revise from:': 'Revise from',
  'Revise to:': 'Revise to',
};

/** What follows the label, in one of the two forms. */
export type AddendaFields = Pick<AddendaLine, 'headerFlag' | 'code' | 'shortTitle' | 'longTitle'>;

/** Reads the rest of a line; null after noting a problem. */
export type ReadAddendaFields = (line: TextLine, problems: LineProblems) => AddendaFields | null;

/** Reads a whole addenda file. Throws CodesetError FILE_REFUSED; SourceFileError for bytes that are no text. */
export function parseAddendaLines(bytes: Buffer, file: string, readFields: ReadAddendaFields): Addenda {
  const problems = new LineProblems(file);
  const lines: AddendaLine[] = [];
  const blocks = new Map<'headers' | 'codes', TextLine[]>();
  let open: TextLine[] | null = null;
  for (const line of decodedLines(bytes, file)) {
    const heading = footerHeading(line.text);
    if (heading !== null) {
      open = [];
      blocks.set(heading, open);
    } else if (open) {
      open.push(line);
    } else if (line.text.trim() !== '') {
      const record = readLine(line, readFields, problems);
      if (record) lines.push(record);
    }
  }
  checkPairs(lines, problems);
  const headers = readBlock(blocks.get('headers'), problems);
  const codes = readBlock(blocks.get('codes'), problems);
  problems.throwIfAny();
  if (!codes) {
    problems.add({
      line: 1,
      columns: null,
      found: 'no block of totals headed “Codes”',
      expected: 'one at the end',
    });
    problems.throwIfAny();
    throw new Error('unreachable');
  }
  return { file, lines, headers, codes };
}

function readLine(line: TextLine, readFields: ReadAddendaFields, problems: LineProblems): AddendaLine | null {
  const label = labels[line.text.slice(0, labelColumns).trimEnd()];
  if (label === undefined) {
    problems.add({
      line: line.number,
      columns: [1, labelColumns],
      found: line.text.slice(0, labelColumns),
      expected: `one of ${Object.keys(labels).join(' ')}`,
    });
    return null;
  }
  const fields = readFields(line, problems);
  return fields && { line: line.number, label, ...fields };
}

/** Every `Revise from` must be followed by the `Revise to` of the same code. */
export function checkPairs(lines: readonly AddendaLine[], problems: LineProblems): void {
  for (const [at, { line, label, code }] of lines.entries()) {
    const partner =
      label === 'Revise from' ? lines[at + 1] : label === 'Revise to' ? lines[at - 1] : undefined;
    if (label !== 'Revise from' && label !== 'Revise to') continue;
    const wanted = label === 'Revise from' ? 'Revise to' : 'Revise from';
    if (partner?.label === wanted && partner.code === code) continue;
    const place = label === 'Revise from' ? 'after' : 'before';
    problems.add({
      line,
      columns: null,
      found: `${label}: ${code}`,
      expected: `${wanted}: ${code} on the line ${place}`,
    });
  }
}

/** Notes a problem when the text is not a code without its point. */
export function checkCode(
  code: string,
  line: TextLine,
  columns: readonly [number, number],
  problems: LineProblems,
): boolean {
  if (isPlainCode(code)) return true;
  problems.add({ line: line.number, columns, found: code, expected: 'a code without its point' });
  return false;
}

function readBlock(lines: readonly TextLine[] | undefined, problems: LineProblems): FooterBlock | null {
  return lines ? parseFooterBlock(lines, problems) : null;
}
