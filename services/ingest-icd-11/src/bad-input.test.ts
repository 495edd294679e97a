// Damaged and wrong files: each is refused, and the message says where, what was found and what was expected.
import { CodesetError } from '@codeset/terminology';
import { describe, expect, it } from 'vitest';
import { normalize } from './normalize.ts';
import { releaseName } from './release-name.ts';
import { recognised, sampleFiles, sampleText, sourceFile } from './source-file-in-memory.ts';
import { fieldsOf, workbookOf } from './workbook-in-memory.ts';

const silent = () => undefined;
const text = await sampleText('2026-01', 'en');
const spanish = await sampleText('2027-01', 'es');

/** The message of the refusal; an accepted release, or any other error, fails the test. */
async function refusal(content: string | Buffer, version = '2026-01', name = 't.txt'): Promise<string> {
  try {
    await normalize(await recognised([sourceFile(name, content)]), releaseName(version), silent);
  } catch (error) {
    if (error instanceof CodesetError && error.code === 'FILE_REFUSED') return error.message;
    throw error;
  }
  throw new Error('the file was accepted');
}

/** Changes line 13, `Flickering flame`, at a field counted from 0. */
function withField(index: number, value: string): string {
  return withLine((fields) => fields.with(index, value));
}

function withLine(change: (fields: string[]) => string[]): string {
  const lines = text.split('\r\n');
  lines[12] = change(lines[12]?.split('\t') ?? []).join('\t');
  return lines.join('\r\n');
}

describe('a field', () => {
  it.each([
    [
      'Foundation URI',
      0,
      '9000000008',
      1,
      'a URI like http://id.who.int/icd/entity/257068234, or nothing for a residual',
    ],
    [
      'Linearization URI',
      1,
      'http://id.who.int/icd/release/10/mms/1',
      41,
      'a URI like http://id.who.int/icd/release/11/mms/257068234',
    ],
    ['Code', 2, ' 1A01', 89, 'a text on one line without blanks around it'],
    ['Title', 4, '"- - - "', 95, 'a title, `- ` before it for each level'],
    ['ClassKind', 5, 'Category', 120, 'chapter, block or category'],
    ['DepthInKind', 6, '0', 129, 'a whole number from 1'],
    ['IsResidual', 7, 'no', 131, 'True or False'],
    ['ChapterNo', 8, '1x', 137, 'a chapter, 01 to 26, V or X'],
    ['BrowserLink', 9, 'see there', 140, '=hyperlink("…","…")'],
    ['isLeaf', 10, '', 259, 'True or False'],
    ['Primary tabulation', 11, 'maybe', 264, 'True, False or nothing'],
  ])('%s that is not what it must be', async (_, index, value, column, expected) => {
    const found = JSON.stringify(value.replace(/^"(.*)"$/, '$1'));
    expect(await refusal(withField(index, value))).toBe(
      `t.txt:13:${column}: found ${found}, expected ${expected}`,
    );
  });

  it('of a workbook is named by its cell', async () => {
    const book = workbookOf(fieldsOf(withField(6, 'one')));
    expect(await refusal(book, '2026-01', 't.xlsx')).toBe(
      't.xlsx!MMS!G13: found "one", expected a whole number from 1',
    );
  });

  it('with a line end in quotes is refused', async () => {
    expect(await refusal(withField(4, '"- - - Flickering\r\nflame"'))).toContain(
      't.txt:13:95: found "- - - Flickering\\nflame"',
    );
  });
});

describe('a row', () => {
  it.each([
    ['cut short', withLine((fields) => fields.slice(0, 9)), 't.txt:13: found "9 fields", expected 17 fields'],
    [
      'with a field more',
      withLine((fields) => [...fields, '', 'x']),
      't.txt:13:297: found "x", expected nothing beyond the 17 columns',
    ],
    [
      'with a level left out',
      withField(4, '"- - - - - - Flickering flame"'),
      't.txt:13:95: found "6 marks before the title", expected at most 5, one more than the row before',
    ],
    [
      'whose code stands twice',
      withField(2, '1A00.Z'),
      't.txt:13:89: found "1A00.Z", expected each code once, and it stands in row 12 already',
    ],
  ])('%s', async (_, content, message) => {
    expect(await refusal(content)).toContain(message);
  });

  it('that stands twice is refused by entity and by BlockId', async () => {
    const lines = text.split('\r\n');
    const twice = [...lines.slice(0, 4), lines[3] ?? '', ...lines.slice(4)].join('\r\n');
    const message = await refusal(twice);
    expect(message).toContain(
      't.txt:5:41: found "9000000003", expected each entity once, and it stands in row 4 already',
    );
    expect(message).toContain('found "BlockL2-1A0", expected each BlockId once');
  });

  it('is one of twenty at most that are listed', async () => {
    const message = await refusal(text.replaceAll('\tcategory\t', '\tgroup\t'));
    expect(message.split('\n')).toHaveLength(21);
    expect(message).toContain('Reading stopped after 20 problems.');
  });
});

describe('a file', () => {
  it.each([
    [
      'without a column',
      text.replace('\tClassKind\t', '\tKind\t'),
      't.txt:1: found a header without ClassKind',
    ],
    [
      'with a column twice',
      text.replace('\tGrouping2\t', '\tGrouping1\t'),
      't.txt:1:144: found the column "Grouping1" twice',
    ],
    [
      'without its header',
      text.split('\r\n').slice(1).join('\r\n'),
      't.txt:1: found a header without Foundation URI, Linearization URI',
    ],
    [
      'without rows',
      text.split('\r\n').slice(0, 1).join(),
      't.txt:2: found "", expected at least one row below the header',
    ],
    [
      'with a NUL byte',
      text.replace('Weak flame', 'Weak\0flame'),
      't.txt:5:106 (byte 1158): found a NUL byte',
    ],
    ['with a lone carriage return', text.replace('Weak flame', 'Weak\rflame'), 't.txt:5'],
    ['with open quotes', text.replace('"- - - Weak flame"', '"- - - Weak flame'), 't.txt:5'],
    [
      'cut in the middle of a letter',
      Buffer.concat([Buffer.from(text.slice(0, 900)), Buffer.from([0xc3])]),
      't.txt:',
    ],
    [
      'of another month',
      text.replace('2026 Jan 20', '2025 Jan 20'),
      't.txt:1:184: found the edition “2025 Jan 20 - 10:00 UTC”, expected one of the month 2026-01',
    ],
    [
      'of a draft',
      text.replaceAll('/11/mms/', '/11/beta/mms/'),
      't.txt:1:16: found a draft edition (http://id.who.int/icd/release/11/beta/mms/…), expected no draft',
    ],
    ['with an endless line', text.replace('Weak flame', 'x'.repeat(70_000)), 't.txt:5'],
  ])('%s', async (_, content, message) => {
    expect(await refusal(content)).toContain(message);
  });

  it('that is published is not loaded as a draft', async () => {
    expect(await refusal(text, 'draft-2026-01-20')).toContain('found a published edition');
  });

  it('of another edition than the others is refused', async () => {
    const files = await recognised([
      sourceFile('t-en.txt', await sampleText('2027-01', 'en')),
      sourceFile('t-es.txt', spanish.replace('2027 Jan 19', '2027 Jan 18')),
    ]);
    await expect(normalize(files, releaseName('2027-01'), silent)).rejects.toThrow(
      't-es.txt:1:192: found the edition “2027 Jan 18 - 10:00 UTC”, expected “2027 Jan 19 - 10:00 UTC” as in t-en.txt',
    );
  });

  it('without its edition is loaded with a warning', async () => {
    const files = await recognised([sourceFile('t.txt', text.replace(/\tVersion:[^\r]*/, ''))]);
    const { findings, frontMatter } = await normalize(files, releaseName('2026-01'), silent);
    expect(findings).toEqual([
      expect.objectContaining({ severity: 'warning', rule: 'edition-unknown', where: 't.txt:1' }),
    ]);
    expect(frontMatter.introduction).toEqual([]);
  });

  it('is missing where none is a tabulation', async () => {
    await expect(normalize([], releaseName('2026-01'), silent)).rejects.toMatchObject({
      code: 'FILE_MISSING',
    });
  });
});

describe('contradictions are findings', () => {
  it.each([
    [
      'a chapter below a chapter',
      text.replace('"Ailments of unicorns"', '"- Ailments of unicorns"'),
      'error tree-contradicts-columns t.txt:24',
    ],
    [
      'a category without marks',
      text.replace('"- - Horn envy"', '"Horn envy"'),
      'error tree-contradicts-columns t.txt:30',
    ],
    ['a wrong depth', withField(6, '2'), 'error tree-contradicts-columns t.txt:13'],
    ['another chapter', withField(8, '02'), 'error tree-contradicts-columns t.txt:13'],
    ['a leaf that is none', withField(10, 'False'), 'warning leaf-contradicts-tree t.txt:13'],
    ['a grouping of no block', withField(13, 'BlockL2-9Z9'), 'warning grouping-contradicts-tree t.txt:13'],
    ['a grouping left out', withField(12, ''), 'warning grouping-contradicts-tree t.txt:13'],
    ['a code that is none', withField(2, '1I01'), 'error code-form t.txt:13'],
    ['an extension code out of chapter X', withField(2, 'XS99'), 'error code-form t.txt:13'],
    [
      'a block with a code',
      text.replace('\t\tBlockL1-1B0\t', '\t1B9Z\tBlockL1-1B0\t'),
      'error code-by-kind t.txt:21',
    ],
    ['a category with a BlockId', withField(3, 'BlockL1-1A9'), 'error code-by-kind t.txt:13'],
    ['a strange BlockId', text.replaceAll('BlockL1-1B0', 'Block-1B0'), 'warning code-form t.txt:21'],
    ['a category without a code', withField(2, ''), 'warning no-code-assigned t.txt:13'],
    ['a residual by its flag alone', withField(7, 'True'), 'warning residual-contradicts-uri t.txt:13'],
    [
      'a residual with another letter',
      text.replace('\t1A0Y\t', '\t1A09\t'),
      'warning residual-contradicts-uri t.txt:14',
    ],
    [
      'a title with a no-break space',
      withField(4, '"- - - Flickering\u00a0flame"'),
      'info odd-characters t.txt',
    ],
  ])('%s', async (_, content, finding) => {
    const files = await recognised([sourceFile('t.txt', content)]);
    const { findings } = await normalize(files, releaseName('2026-01'), silent);
    expect(findings.map(({ severity, rule, where }) => `${severity} ${rule} ${where}`)).toContain(finding);
  });

  it('and a sound sample has none', async () => {
    expect((await normalize(await sampleFiles('2026-01'), releaseName('2026-01'), silent)).findings).toEqual(
      [],
    );
  });
});
