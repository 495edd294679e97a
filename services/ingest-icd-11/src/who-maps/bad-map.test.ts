// Damaged and wrong tables: each is refused, and the message says where, what was found and what was expected.
import { mutateBytes } from '@codeset/test-kit';
import { CodesetError, type Finding } from '@codeset/terminology';
import { describe, expect, it } from 'vitest';
import {
  back,
  multiple,
  normalizeText,
  numbers,
  one,
  refusal,
  withField,
  withLine,
} from './map-in-memory.ts';

const text = one.text;
const uri = (key: string, release = '2027-01') => `http://id.who.int/icd/release/11/${release}/mms/${key}`;

describe('a field of 10To11', () => {
  it.each([
    [
      'an unknown class kind',
      5,
      0,
      'group',
      't.txt:5:1: found "group", expected chapter, block, category or modifiedcategory',
    ],
    ['a depth that is no number', 5, 1, 'two', 't.txt:5:10: found "two", expected a whole number from 1'],
    ['a category without its digits', 5, 2, 'A0', 't.txt:5:12: found "A0", expected a category like A00.0'],
    [
      'a category with blanks around it',
      5,
      2,
      'A00.0 ',
      't.txt:5:12: found "A00.0 ", expected a category like A00.0',
    ],
    ['a block that is a category', 3, 2, 'A00', 't.txt:3:9: found "A00", expected a block like A00-A09'],
    ['a chapter in digits', 2, 2, '1', 't.txt:2:11: found "1", expected a chapter, I to XXII'],
    [
      'a chapter that there is none of',
      5,
      3,
      'XXIII',
      't.txt:5:18: found "XXIII", expected a chapter, I to XXII',
    ],
    ['an empty title', 5, 4, ' ', 't.txt:5:20: found " ", expected a title on one line'],
    [
      'an unknown class kind of ICD-11',
      5,
      5,
      'modifiedcategory',
      't.txt:5:51: found "modifiedcategory", expected chapter, block or category',
    ],
    ['a depth of nothing', 5, 6, '0', 't.txt:5:60: found "0", expected a whole number from 1'],
    [
      'a foundation URI of another kind',
      5,
      7,
      uri('1'),
      `t.txt:5:62: found "${uri('1')}", expected a URI like http://id.who.int/icd/entity/257068234, or No Mapping`,
    ],
    [
      'a linearization URI without an entity',
      5,
      8,
      uri(''),
      `t.txt:5:102: found "${uri('')}", expected a URI like http://id.who.int/icd/release/11/2024-01/mms/257068234`,
    ],
    [
      'no code of ICD-11',
      5,
      9,
      'A00.0',
      't.txt:5:158: found "A00.0", expected a code, or stem codes with extension codes like 1A00&XN8P1',
    ],
    [
      'a stem code as extension',
      6,
      9,
      '1A00&1A01',
      't.txt:6:153: found "1A00&1A01", expected a code, or stem',
    ],
    [
      'an extension code as stem',
      6,
      9,
      'XS11&XS12',
      't.txt:6:153: found "XS11&XS12", expected a code, or stem',
    ],
    [
      'an extension code that is missing',
      6,
      9,
      '1A00&',
      't.txt:6:153: found "1A00&", expected a code, or stem',
    ],
    [
      'blanks in an expression',
      6,
      9,
      '1A00 & XS11',
      't.txt:6:153: found "1A00 & XS11", expected a code, or stem',
    ],
    ['a category without a code', 5, 9, '', 't.txt:5:158: found "", expected a code, or stem'],
    [
      'a block with a code',
      3,
      9,
      '1A00',
      't.txt:3:145: found "1A00", expected nothing, since blocks have no codes',
    ],
    [
      'a chapter of ICD-11 by a word',
      2,
      9,
      'one',
      't.txt:2:136: found "one", expected the number of a chapter',
    ],
    [
      'a chapter that ICD-11 has not',
      5,
      10,
      '27',
      't.txt:5:163: found "27", expected a chapter, 01 to 26, V or X',
    ],
    ['an empty title in ICD-11', 5, 11, '', 't.txt:5:166: found "", expected a title on one line'],
    [
      'a title beside No Mapping',
      10,
      11,
      'Smoke',
      't.txt:10:56: found "Smoke", expected nothing beside No Mapping',
    ],
    [
      'a class kind beside No Mapping',
      10,
      5,
      'category',
      't.txt:10:40: found "category", expected nothing beside No Mapping',
    ],
    ['no target, and not No Mapping', 10, 7, '', 't.txt:10:42: found "", expected a target, or No Mapping'],
    [
      'a source that stands twice',
      5,
      2,
      'A00',
      't.txt:5:12: found "A00", expected each source once, and it stands in line 4 already',
    ],
  ])('with %s', async (_, line, index, value, message) => {
    expect(await refusal(one.service, withField(text, line, index, value))).toContain(message);
  });
});

describe('a field of 11To10', () => {
  it.each([
    ['an entity that stands twice', 6, 0, uri('9000000004'), 't.txt:6:1: found'],
    ['a code that is none', 5, 1, '1A0', 't.txt:5:57: found "1A0", expected a code'],
    [
      'No Mapping and a title',
      11,
      6,
      'Moulting',
      't.txt:11:100: found "Moulting", expected nothing beside No Mapping',
    ],
    ['no target', 11, 4, '', 't.txt:11:88: found "", expected a target, or No Mapping'],
    [
      'a code of ICD-10 that is none',
      5,
      4,
      'A00.',
      't.txt:5:76: found "A00.", expected a chapter, a block, a category',
    ],
  ])('with %s', async (_, line, index, value, message) => {
    expect(await refusal(back.service, withField(back.text, line, index, value))).toContain(message);
  });
});

describe('a table', () => {
  it.each([
    [
      'without a column',
      text.replace('\ticd10Title\t', '\tTitle\t'),
      't.txt:1: found "a header without icd10Title", expected the columns of 10To11MapToOneCategory',
    ],
    [
      'with a column twice',
      text.replace('\ticd10Title\t', '\ticd10Code\t'),
      't.txt:1:50: found "icd10Code", expected each column once',
    ],
    [
      'whose header has no day',
      withLine(text, 1, (fields) => fields.slice(0, -1)),
      't.txt:1:158: found "icd11Title", expected the day of the table after its columns',
    ],
    [
      'whose day is none',
      text.replace('2027-Jan-19', '2027-Feb-30'),
      't.txt:1:169: found "2027-Feb-30", expected the day',
    ],
    [
      'with a row cut short',
      withLine(text, 5, (fields) => fields.slice(0, 9)),
      't.txt:5: found "9 fields", expected 12 fields',
    ],
    [
      'with a row too long',
      withLine(text, 5, (fields) => [...fields, 'x']),
      't.txt:5:177: found "13 fields", expected 12 fields',
    ],
    [
      'without rows',
      `${text.split('\r\n')[0]}\r\n`,
      't.txt:2: found "", expected at least one row below the header',
    ],
    ['that is empty', '', 't.txt:1: found a text without lines'],
    ['with an open quote', text.replace('Horns', '"Horns'), 't.txt:11'],
    ['cut in the middle of a letter', Buffer.concat([Buffer.from(text), Buffer.from([0xc3])]), 't.txt:'],
    ['with a NUL byte', text.replace('Horns', 'Hor\0ns'), 't.txt:11'],
    ['with an endless line', text.replace('Horns', 'x'.repeat(70_000)), 't.txt:11'],
  ])('%s', async (_, content, message) => {
    expect(await refusal(one.service, content)).toContain(message);
  });

  it('tells up to twenty faults at once', async () => {
    const rows = Array.from({ length: 3 }, () => text.split('\r\n').slice(1).join('\r\n')).join('');
    const message = await refusal(multiple.service, multiple.text + rows.replaceAll('category\t', 'group\t'));
    expect(message.split('\n')).toHaveLength(21);
    expect(message).toContain('Reading stopped after 20 problems.');
  });

  it('is missing where none is given', async () => {
    await expect(
      one.service.normalize([], one.service.releaseName('2027-01'), () => undefined),
    ).rejects.toMatchObject({ code: 'FILE_MISSING' });
  });
});

describe('a table of another release', () => {
  it('is refused with the version that it is of', async () => {
    expect(await refusal(one.service, text, '2026-01')).toBe(
      't.txt:2: found release 2027-01, expected release 2026-01 in every linearization URI. ' +
        'Load it as version 2027-01, or take the table of 2026-01.',
    );
    expect(await refusal(back.service, back.text, '2026-01')).toContain('t.txt:2: found release 2027-01');
  });

  it('in one row is refused with that row', async () => {
    expect(await refusal(one.service, withField(text, 8, 8, uri('9000000008', '2026-01')))).toBe(
      't.txt:8: found release 2026-01, expected release 2027-01 in every linearization URI. ' +
        'Take t.txt as the publisher released it.',
    );
    const none = text.replaceAll('/11/2027-01/mms/', '/11/mms/');
    expect(await refusal(one.service, none)).toContain(
      't.txt:2: found a linearization URI without a release',
    );
  });

  it('cannot be told from No Mapping alone', async () => {
    const [header, ...rows] = text.split('\r\n');
    const unmapped = rows.filter((row) => row.includes('No Mapping'));
    expect(await refusal(one.service, [header, ...unmapped].join('\r\n'))).toContain(
      'found no linearization URI',
    );
  });
});

describe('damaged copies', () => {
  it.each([one, multiple, back])(
    'of $service.definition.id are refused with a place, or read row by row',
    async ({ service, text: sample }) => {
      let refused = 0;
      for (let copy = 0; copy < 200; copy += 1) {
        const { bytes } = mutateBytes(Buffer.from(sample), numbers(copy + 1));
        try {
          const { map } = await normalizeText(service, bytes);
          expect(map.mappings).toHaveLength(map.sourceRecords['table rows'] ?? 0);
          expect(map.findings.every(({ where }: Finding) => where?.startsWith('t.txt:'))).toBe(true);
        } catch (error) {
          if (!(error instanceof CodesetError)) throw error;
          expect(error.message).toMatch(/^t\.txt:(?:\d+| )/);
          refused += 1;
        }
      }
      expect(refused).toBeGreaterThan(50);
    },
  );
});
