// A GEM file: fixed width, one line a pair of codes, the lines of a source code together.
import { LineProblems } from '@codeset/ingestion/refusals';
import { decodedLines, sliceFields, type TextLine } from '@codeset/source-files';
import { type GemCodeForm, unpadded, upperCased } from './gem-code-form.ts';
import { type GemDirection, type GemField, gemLineLength, noDx } from './gem-direction.ts';
import { startEntries } from './gem-entries.ts';
import { type ColumnProblem, type GemFlags, readFlags } from './gem-flags.ts';

/** One line, in the publisher's words. */
export interface GemLine extends GemFlags {
  readonly line: number;
  /** Without a point, upper case. */
  readonly source: string;
  /** As source; null where the file has NoDx. */
  readonly target: string | null;
  /** The five digits as published. */
  readonly flags: string;
  /** Those of its codes that are published with a lower-case letter, as published; mostly none. */
  readonly lowerCase: readonly string[];
}

const advice = 'Take the file as the publisher released it';

/**
 * The lines of a GEM file of that direction. Throws CodesetError FILE_REFUSED for lines of another length, fields and
 * flags that are not what they must be, and lines that do not go with others of their source, up to twenty at a time;
 * SourceFileError for bytes that are no text.
 */
export function* parseGem(bytes: Buffer, file: string, direction: GemDirection): Generator<GemLine> {
  const problems = new LineProblems(file);
  const problemAmongOthers = startEntries(direction);
  const note = (line: number, { expected, ...place }: ColumnProblem) =>
    problems.add({ line, ...place, expected: `${expected}. ${advice}.` });
  let empty = true;
  for (const line of decodedLines(bytes, file)) {
    empty = false;
    let record: GemLine | ColumnProblem;
    try {
      record = readLine(line, sliceFields(line, direction.layout, file), direction);
    } catch (error) {
      problems.addThrown(error);
      continue;
    }
    if ('expected' in record) {
      note(line.number, record);
      continue;
    }
    const problem = problemAmongOthers(record);
    if (problem === null) yield record;
    else note(line.number, problem);
  }
  if (empty) note(1, { columns: null, found: '', expected: 'at least one line with two codes' });
  problems.throwIfAny();
}

function readLine(
  { number, text }: TextLine,
  fields: Record<GemField, string>,
  direction: GemDirection,
): GemLine | ColumnProblem {
  const source = unpadded(fields.source);
  const target = unpadded(fields.target);
  const problem = lengthProblem(text) ?? fieldProblem(fields, direction);
  if (problem !== null) return problem;
  const flags = readFlags(fields.flags);
  if ('expected' in flags) return flags;
  const contradiction = noMapProblem(target, flags, direction);
  if (contradiction !== null) return contradiction;
  return {
    line: number,
    source: upperCased(source),
    target: flags.noMap ? null : upperCased(target),
    flags: fields.flags,
    ...flags,
    lowerCase: [source, flags.noMap ? '' : target].filter((code) => code !== upperCased(code)),
  };
}

/** A line cut short is refused where its fields are cut. */
function lengthProblem(text: string): ColumnProblem | null {
  if (text.length <= gemLineLength) return null;
  return {
    columns: [gemLineLength + 1, text.length],
    found: text.slice(gemLineLength),
    expected: `a line of ${gemLineLength} characters`,
  };
}

function fieldProblem(
  fields: Record<GemField, string>,
  { source, target, layout }: GemDirection,
): ColumnProblem | null {
  const at = (field: GemField, expected: string): ColumnProblem => {
    const { from, to } = layout[field];
    return { columns: [from, to ?? from], found: fields[field], expected };
  };
  if (!isCode(fields.source, source)) return at('source', source.expected);
  if (fields.gap !== ' ') return at('gap', 'a blank between the two codes');
  if (unpadded(fields.target) !== noDx && !isCode(fields.target, target))
    return at('target', `${target.expected}; or ${noDx}`);
  return fields.gap14 === ' ' ? null : at('gap14', 'a blank before the flags');
}

/** A lower-case letter is a slip of the publisher (v5889 in 2018); it is told in a finding. */
function isCode(field: string, form: GemCodeForm): boolean {
  return form.isCode(upperCased(unpadded(field)));
}

function noMapProblem(target: string, { noMap }: GemFlags, { layout }: GemDirection): ColumnProblem | null {
  if (noMap === (target === noDx)) return null;
  if (!noMap)
    return { columns: [16, 16], found: '0', expected: `the no-map flag 1, because the target is ${noDx}` };
  const { from, to } = layout.target;
  return { columns: [from, to ?? from], found: target, expected: `${noDx}, because the no-map flag is 1` };
}
