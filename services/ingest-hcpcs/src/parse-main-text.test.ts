// The fixed-width main file: what is read of it, its habits, and what is refused with its place.
import { decodeText } from '@codeset/source-files';
import { CodesetError } from '@codeset/terminology';
import { describe, expect, it } from 'vitest';
import { madeCode, threeCodes } from './made-codes.ts';
import { madeLines, madeMainText, type MadeCode } from './made-main-text.ts';
import { mainFields } from './main-fields.ts';
import type { MainFile, MainRecord } from './main-record.ts';
import { parseMainText } from './parse-main-text.ts';
import { sampleFiles } from './source-file-in-memory.ts';

function parse(text: string | Buffer): MainFile {
  return parseMainText(typeof text === 'string' ? Buffer.from(text, 'latin1') : text, 'main.txt');
}

const lines = (codes: readonly MadeCode[] = threeCodes) => codes.flatMap((code) => madeLines(code));
const joined = (list: readonly string[]) => list.map((line) => `${line}\r\n`).join('');

/** The three codes with one line changed; lines count from 1. */
function withLine(number: number, change: (line: string) => string): string {
  return joined(lines().map((line, at) => (at === number - 1 ? change(line) : line)));
}

function put(from: number, text: string): (line: string) => string {
  return (line) => line.slice(0, from - 1) + text + line.slice(from - 1 + text.length);
}

function refusal(text: string | Buffer): string {
  try {
    parse(text);
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    if (error instanceof CodesetError) expect(error.code).toBe('FILE_REFUSED');
    return error instanceof Error ? error.message : '';
  }
  throw new Error('nothing was refused');
}

describe('parseMainText', () => {
  it('gives modifiers and procedures with their values, in the order of the file', () => {
    const { records, lines: count } = parse(joined(lines()));
    expect(records.map(({ code, isModifier }) => [code, isModifier])).toEqual([
      ['A1', true],
      ['A0021', false],
      ['G0480', false],
    ]);
    expect(count).toBe(5);
    expect(records[1]?.values).toMatchObject({
      shortDescription: ['Short'],
      pricingIndicator: ['00'],
      crossReference: [],
      anesthesiaBaseUnits: ['0'],
      dateAdded: ['2020-01-01'],
      terminationDate: [],
    });
    expect(records[2]?.longDescription).toBe('word '.repeat(45).trim());
  });

  it('reads every field from its columns', () => {
    const full = Object.fromEntries(
      mainFields.map(({ name, headings, width, form }) => [
        name,
        headings.map((_, at) =>
          form === 'date' ? '20260101' : form === 'number' ? '  7' : String(at + 1).padStart(width, '0'),
        ),
      ]),
    );
    const [record] = parse(joined(lines([{ code: 'A0021', long: 'Full', values: full }]))).records;
    for (const { name, headings, width, form } of mainFields) {
      const expected = headings.map((_, at) =>
        form === 'date' ? '2026-01-01' : form === 'number' ? '7' : String(at + 1).padStart(width, '0'),
      );
      expect([name, record?.values[name]]).toEqual([name, expected]);
    }
  });

  it('reads lines that end with their last field, continuations padded or not, LF alone, and an end-of-file mark', () => {
    const plain = parse(joined(lines())).records.map(bare);
    const cut = lines().map((line) => (line.length === 320 ? line.slice(0, 316) : line));
    expect(parse(joined(cut)).records.map(bare)).toEqual(plain);
    expect(parse(madeMainText(threeCodes, { padded: true })).records.map(bare)).toEqual(plain);
    expect(parse(lines().join('\n')).records.map(bare)).toEqual(plain);
    expect(parse(`${joined(lines())}\u001a`).records.map(bare)).toEqual(plain);
  });

  it('folds blanks in descriptions and joins continuations by one', () => {
    const text = withLine(4, put(12, '  two   blanks'.padEnd(80)));
    const [, , last] = parse(text).records;
    expect(last?.longDescription).toContain('word two blanks word');
  });

  it('reads Windows-1252', () => {
    const [record] = parse(joined(lines([madeCode('A0021', 'A patient\u0092s wound')]))).records;
    expect(record?.longDescription).toBe('A patient’s wound');
  });

  it('keeps what stands before the records, without tabs, no-break spaces and marks', () => {
    const preamble =
      '***Disclaimers\r\n\r\n--\u00a0One remark\tthat goes\r\n   on.  \r\n\r\n-- Another.\r\n\r\n\r\n';
    expect(parse(preamble + joined(lines())).preamble).toEqual([
      'Disclaimers',
      'One remark that goes on.',
      'Another.',
    ]);
  });

  it('sets an ASC date right that begins in the columns of the group, and says so', () => {
    const { records, shiftedAscDates } = parse(withLine(2, put(231, '20170401  ')));
    expect(records[1]?.values).toMatchObject({ ascGroup: [], ascDate: ['2017-04-01'] });
    expect(shiftedAscDates.map(({ code }) => code)).toEqual(['A0021']);
  });

  it('gives the lines back when they are written again', async () => {
    const file = (await sampleFiles('2026-04')).find(({ role }) => role === 'main-text')?.file;
    const bytes = (await file?.read()) ?? Buffer.alloc(0);
    const written = madeMainText(parse(bytes).records.map(asMade), { padded: true });
    expect(written).toBe(decodeText(bytes, 'main.txt', { fallback: 'windows-1252' }).text);
  });
});

describe('parseMainText refuses, with the place', () => {
  it.each([
    ['a code of four characters', 2, put(1, 'A002 '), 'main.txt:2:1-5: found "A002"'],
    ['a code of digits', 2, put(1, '99213'), 'main.txt:2:1-5: found "99213"'],
    ['a lower-case code', 2, put(1, 'a0021'), 'main.txt:2:1-5: found "a0021"'],
    ['a modifier of digits', 1, put(1, '   25'), 'main.txt:1:1-5: found "25"'],
    ['a procedure with the record id of a modifier', 2, put(11, '7'), 'main.txt:2:1-5: found "A0021"'],
    ['an unknown record id', 2, put(11, '5'), 'main.txt:2:11-11: found "5"'],
    [
      'a sequence number that does not count by hundreds',
      2,
      put(6, '00101'),
      'main.txt:2:6-10: found "00101"',
    ],
    ['a first line that is not the first', 2, put(6, '00200'), 'main.txt:2:6-10: found "line 2 of A0021"'],
    ['a continuation out of order', 4, put(6, '00300'), 'main.txt:4:6-10: found "line 3 of G0480"'],
    ['a continuation of another code', 4, put(1, 'G0481'), 'main.txt:4:1-5: found "line 2 of G0481"'],
    [
      'a continuation with fields',
      4,
      (line: string) => `${line.padEnd(229)}C`,
      'main.txt:4:230-230: found "C"',
    ],
    ['a missing description', 2, put(12, ' '.repeat(80)), 'main.txt:2:12-91: found ""'],
    ['a date that is none', 2, put(269, '20201301'), 'main.txt:2:269-276: found "20201301"'],
    ['a date that is cut', 2, put(285, '201712  '), 'main.txt:2:285-292: found "201712"'],
    ['base units that are no number', 2, put(266, ' x0'), 'main.txt:2:266-268: found "x0"'],
    ['something in a filler', 2, put(260, 'x'), 'main.txt:2:260-260: found "x"'],
    ['something at the end of the line', 2, put(300, 'x'), 'main.txt:2:294-320: found'],
    ['a line that goes on', 2, (line: string) => `${line}x`, 'main.txt:2:321-321: found "x"'],
    ['a first line cut short', 2, (line: string) => line.slice(0, 200), 'main.txt:2:200-200: found'],
    ['a line of something else', 2, () => 'Ambulance', 'main.txt:2:9-9: found "Ambulance"'],
  ])('%s', (_, number, change, message) => {
    expect(refusal(withLine(number, change))).toContain(message);
  });

  it('a code that stands twice, naming both lines', () => {
    expect(refusal(joined([...lines(), ...lines([madeCode('A0021')])]))).toMatch(
      /main\.txt:6:1-5.*main\.txt:2 already/,
    );
  });

  it('a continuation without its first line', () => {
    const without = lines().filter((_, at) => at !== 2);
    expect(refusal(joined(without))).toContain('main.txt:3:1-5: found "line 2 of G0480"');
  });

  it('a damaged first line, which must not pass for a preamble', () => {
    expect(refusal(withLine(1, put(6, '0x100')))).toContain('main.txt:1:6-10: found "0x100"');
  });

  it('a file without a code, a NUL byte, a control character', () => {
    expect(refusal('Dear reader,\r\n')).toContain('main.txt:1: found ""');
    expect(refusal(withLine(2, put(20, '\0')))).toMatch(/main\.txt:2:20.*NUL/);
    expect(refusal(withLine(2, put(20, '\u0007')))).toMatch(/main\.txt:2:20.*U\+0007/);
  });

  it('twenty problems at once, and then stops', () => {
    const bad = joined(
      lines(Array.from({ length: 30 }, (_, at) => madeCode(`A${1000 + at}`))).map(put(269, '99999999')),
    );
    const message = refusal(bad);
    expect(message.match(/found "99999999"/g)).toHaveLength(20);
    expect(message).toContain('Reading stopped after 20 problems.');
  });
});

function bare({ place: _, ...record }: MainRecord) {
  return record;
}

/** A record as it was written: dates without dashes, base units padded. */
function asMade({ code, longDescription, values }: MainRecord): MadeCode {
  const written = mainFields.map(({ name, form }) => [
    name,
    values[name].map((value) =>
      form === 'date' ? value.replaceAll('-', '') : form === 'number' ? value.padStart(3) : value,
    ),
  ]);
  return { code, long: longDescription, values: Object.fromEntries(written) };
}
