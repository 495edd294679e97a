// The small readings: titles with marks, links, URIs, the edition, languages of names, forms of codes, roles, columns.
import { describe, expect, it } from 'vitest';
import { isBlockId, isExtensionCode, isStemCode } from './code-form.ts';
import { findColumns } from './columns.ts';
import { stampDay, stampText } from './edition-stamp.ts';
import { parseFoundationUri, parseLinearizationUri, releasePart, residualOfKey } from './entity-uri.ts';
import { languageOfName } from './language-of-name.ts';
import { linkOf } from './link-formula.ts';
import { byPrecedence, parseRoleName, roleName } from './roles.ts';
import { readMarkedTitle } from './title-marks.ts';

describe('a title', () => {
  it.each([
    ['Chapter', 0, 'Chapter'],
    ['- - Two levels down', 2, 'Two levels down'],
    ['- - -', 3, ''],
    ['', 0, ''],
    ['- X-linked - and more', 1, 'X-linked - and more'],
    ['-- two signs', 0, '-- two signs'],
  ])('%j has %i marks', (field, depth, title) => {
    expect(readMarkedTitle(field)).toEqual({ depth, title });
  });
});

describe('a link', () => {
  it.each([
    ['=hyperlink("https://a/b","browser")', 'https://a/b'],
    ['=HYPERLINK("https://a/b","browser")', 'https://a/b'],
    ['=hyperlink("https://a/""b""","iCat")', 'https://a/"b"'],
    ['=hyperlink("","iCat")', null],
    ['browser', null],
    ['', null],
    ['https://a/b', undefined],
    ['=hyperlink("https://a/b")', undefined],
  ])('%s leads to %s', (field, link) => {
    expect(linkOf(field)).toBe(link);
  });
});

describe('URIs', () => {
  it.each([
    ['http://id.who.int/icd/release/11/mms/123', '123', null],
    ['http://id.who.int/icd/release/11/2018-12/mms/123/other', '123/other', '2018-12'],
    ['https://id.who.int/icd/release/11/beta/mms/123/unspecified', '123/unspecified', 'beta'],
  ])('%s names %s', (uri, key, part) => {
    const read = parseLinearizationUri(uri);
    expect(read?.key).toBe(key);
    expect(releasePart(read?.base ?? '')).toBe(part);
  });

  it.each([
    '',
    'http://id.who.int/icd/release/11/mms/',
    'http://id.who.int/icd/release/11/mms/1/others',
    ' 1',
  ])('%j is none', (uri) => {
    expect(parseLinearizationUri(uri)).toBeNull();
    expect(parseFoundationUri(uri)).toBeNull();
  });

  it('of residuals tell which one', () => {
    expect(['1/other', '1/unspecified', '1'].map(residualOfKey)).toEqual(['other', 'unspecified', null]);
  });
});

describe('the edition', () => {
  it.each([
    ['Version:2024 Jan 21 - 22:30 UTC', '2024-01-21'],
    ['version: 2018 DEC 7', '2018-12-07'],
    ['Version:2024 Feb 30 - 22:30 UTC', null],
    ['Version:2024-01', null],
    ['Version:', null],
  ])('%s is of %s', (field, day) => {
    expect(stampDay(stampText(field))).toBe(day);
  });
});

describe('the language of a name', () => {
  it.each([
    ['x.zip!/SimpleTabulation-ICD-11-MMS-es.txt', 'es'],
    ['SimpleTabulation-ICD-11-MMS-es.zip!/tabulation.txt', 'es'],
    ['SimpleTabulation-ICD-11-MMS-pt-BR.xlsx', 'pt-BR'],
    ['simpleTabulation.xlsx', null],
    ['simple-tab-icd11-mms.zip!/tabulation.txt', null],
    ['tabulation-xx.txt', null],
  ])('%s is %s', (name, language) => {
    expect(languageOfName(name)).toBe(language);
  });
});

describe('codes', () => {
  it('have a letter second, a digit third, no I or O', () => {
    expect(['1A00', '1A00.1', 'VA00', '8E4A.0Z'].filter((code) => !isStemCode(code))).toEqual([]);
    const none = [
      '1I00',
      '1O00',
      '1AA0',
      '1A0',
      '1A000',
      '1A00.',
      '1A00.123',
      '1a00',
      'XA00',
      '11A0',
      ' 1A00',
    ];
    expect(none.filter(isStemCode)).toEqual([]);
  });

  it('of extensions begin with X and have no point', () => {
    expect(['XS10', 'XT1A2', 'XT4B07'].filter((code) => !isExtensionCode(code))).toEqual([]);
    expect(['XS1', 'XT4B070', 'XS10.1', 'XI10', '1A00', 'xs10'].filter(isExtensionCode)).toEqual([]);
  });

  it('of blocks name their level', () => {
    expect(['BlockL1-1A0', 'BlockL2-_NO'].filter((id) => !isBlockId(id))).toEqual([]);
    expect(['BlockL1', '1A0', 'BlockL0-1A0', 'blockL1-1A0'].filter(isBlockId)).toEqual([]);
  });
});

describe('roles', () => {
  it('are read as they are written', () => {
    for (const name of [
      'tabulation-text',
      'tabulation-workbook',
      'translation-text:es',
      'translation-workbook:pt-BR',
    ]) {
      const role = parseRoleName(name);
      expect(role && roleName(role)).toBe(name);
    }
    expect(parseRoleName('order-file')).toBeNull();
  });

  it('put English before translations, and text before the workbook', () => {
    const names = [
      'translation-workbook:es',
      'tabulation-workbook',
      'translation-text:es',
      'translation-text:ar',
      'tabulation-text',
    ];
    const sorted = names
      .flatMap((name) => parseRoleName(name) ?? [])
      .sort(byPrecedence)
      .map(roleName);
    expect(sorted).toEqual([
      'tabulation-text',
      'tabulation-workbook',
      'translation-text:ar',
      'translation-text:es',
      'translation-workbook:es',
    ]);
  });
});

describe('columns', () => {
  it('are found by name in any order, groupings by their numbers', () => {
    const { at, groupings, stamp, unknown, twice } = findColumns([
      'Grouping2',
      'Linearization (release) URI',
      'code',
      'Grouping1',
      'CodingNote',
      'IsLeaf',
      'Version:2018 Dec 17 - 23:00 UTC',
    ]);
    expect(at).toEqual({ linearizationUri: 1, code: 2, isLeaf: 5 });
    expect([groupings, stamp, unknown, twice]).toEqual([[3, 0], 6, [4], null]);
  });

  it('that mean the same are seen', () => {
    expect(findColumns(['Code', 'Linearization URI', 'Linearization (release) URI']).twice).toEqual([1, 2]);
    expect(findColumns(['Grouping1', 'Code', 'Grouping1']).twice).toEqual([0, 2]);
  });
});
