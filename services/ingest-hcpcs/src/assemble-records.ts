// Rows of the main file → codes: continuations joined, every value checked, twenty faults told at once.
import { fieldValues } from './field-values.ts';
import { foldText } from './fold-text.ts';
import type { MainRecord } from './main-record.ts';
import type { PublishedRow } from './published-row.ts';
import type { SourceProblems } from './source-problems.ts';

export interface Assembled {
  readonly records: readonly MainRecord[];
  readonly shiftedAscDates: readonly MainRecord[];
  readonly lines: number;
}

interface OpenRecord {
  readonly first: PublishedRow;
  readonly texts: string[];
}

/** Joins and checks; problems are noted, and records that have any are left out. */
export function assembleRecords(rows: Iterable<PublishedRow>, problems: SourceProblems): Assembled {
  const records: MainRecord[] = [];
  const shiftedAscDates: MainRecord[] = [];
  const placeOfCode = new Map<string, string>();
  let open: OpenRecord | null = null;
  let lines = 0;
  const close = () => {
    const closed = open === null ? null : closeRecord(open, problems);
    if (closed === null) return;
    records.push(closed.record);
    if (closed.shifted) shiftedAscDates.push(closed.record);
  };
  for (const row of rows) {
    lines += 1;
    if (!isSound(row, problems)) {
      close();
      open = null;
    } else if (isFirst(row)) {
      close();
      open = startsAnew(row, placeOfCode, problems) ? { first: row, texts: [row.longDescription] } : null;
    } else if (continues(row, open, problems)) {
      open?.texts.push(row.longDescription);
    }
  }
  close();
  return { records, shiftedAscDates, lines };
}

function isFirst({ recordId }: PublishedRow): boolean {
  return recordId === '3' || recordId === '7';
}

function isModifier({ recordId }: PublishedRow): boolean {
  return recordId === '7' || recordId === '8';
}

/** Code, sequence number and record id, each by itself. */
function isSound(row: PublishedRow, problems: SourceProblems): boolean {
  const wrong = (heading: string, found: string, expected: string) => {
    problems.add({ place: row.placeOf(heading), found, expected });
    return false;
  };
  if (!/^[3478]$/.test(row.recordId)) {
    return wrong('RECID', row.recordId, 'the record id 3, 4 (procedure), 7 or 8 (modifier)');
  }
  if (isModifier(row) && !/^(?=.*[A-Z])[A-Z0-9]{2}$/.test(row.code)) {
    return wrong('HCPC', row.code, 'a modifier: two letters or digits, not both digits');
  }
  if (!isModifier(row) && !/^[A-Z]\d{4}$/.test(row.code)) {
    return wrong('HCPC', row.code, 'a procedure code: a letter and four digits');
  }
  if (row.ordinal === null) {
    return wrong(
      'SEQNUM',
      row.sequence,
      'a sequence number that counts the lines of a code: 00100, 00200 (0010, 0020)',
    );
  }
  return row.longDescription !== '' || wrong('LONG DESCRIPTION', '', 'a long description');
}

function startsAnew(row: PublishedRow, placeOfCode: Map<string, string>, problems: SourceProblems): boolean {
  const earlier = placeOfCode.get(row.code);
  if (earlier !== undefined) {
    const expected = `each code once, and it stands at ${earlier} already`;
    problems.add({ place: row.placeOf('HCPC'), found: row.code, expected });
    return false;
  }
  placeOfCode.set(row.code, row.place);
  if (row.ordinal === 1) return true;
  problems.add({
    place: row.placeOf('SEQNUM'),
    found: `line ${row.ordinal} of ${row.code}`,
    expected: 'its first line',
  });
  return false;
}

function continues(row: PublishedRow, open: OpenRecord | null, problems: SourceProblems): boolean {
  const here = `line ${row.ordinal} of ${row.code}`;
  if (open === null || open.first.code !== row.code || isModifier(open.first) !== isModifier(row)) {
    const expected = 'a continuation after the first line of its code';
    problems.add({ place: row.placeOf('HCPC'), found: here, expected });
    return false;
  }
  if (row.ordinal !== open.texts.length + 1) {
    const expected = `line ${open.texts.length + 1} of it`;
    problems.add({ place: row.placeOf('SEQNUM'), found: here, expected });
    return false;
  }
  const full = [...row.cells].find(([, text]) => text !== '');
  if (full === undefined) return true;
  const expected = 'nothing but the description on a continuation';
  problems.add({ place: row.placeOf(full[0]), found: full[1], expected });
  return false;
}

function closeRecord(
  { first, texts }: OpenRecord,
  problems: SourceProblems,
): { record: MainRecord; shifted: boolean } | null {
  const read = fieldValues(first, problems);
  if (read === null) return null;
  const record: MainRecord = {
    place: first.place,
    code: first.code,
    isModifier: isModifier(first),
    longDescription: foldText(texts.join(' ')),
    values: read.values,
  };
  return { record, shifted: read.shifted };
}
