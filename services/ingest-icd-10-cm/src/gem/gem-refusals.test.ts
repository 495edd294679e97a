// GEM files that are refused: with file, line, columns, what was found and what was expected.
import { describe, expect, test } from 'vitest';
import { normalizeLines } from './gem-in-memory.ts';
import { gemIcd10ToIcd9, gemIcd9ToIcd10 } from './gem-service.ts';

const good = '0010  A000    00000';

describe('a file from ICD-9-CM is refused for', () => {
  test.each([
    ['a line cut short', ['0011  A001    1000'], 'gem.txt:2:15: found a line of 18 characters'],
    ['a tab as padding', ['0011  A001\t   10000'], 'gem.txt:2:7-13: found "A001\\t  "'],
    ['a letter that is two in upper case', ['0011  A0ß1    10000'], 'gem.txt:2:7-13: found "A0ß1'],
    [
      'two lines without a map',
      ['0011  NoDx    11000', '0011  NoDx    11000'],
      'gem.txt:3:7-13: found "NoDx", expected another',
    ],
    ['an empty line', ['', '0011  A001    10000'], 'gem.txt:2:1: found a line of 0 characters'],
    [
      'a line too long',
      ['0011  A001    10000 '],
      'gem.txt:2:20-20: found " ", expected a line of 19 characters.',
    ],
    [
      'a source that is no code',
      ['001X  A001    10000'],
      'gem.txt:2:1-5: found "001X ", expected a code of ICD-9-CM',
    ],
    ['a source of the other side', ['A000  A001    10000'], 'gem.txt:2:1-5: found "A000 "'],
    ['a source not at its column', [' 0011 A001    10000'], 'gem.txt:2:1-5: found " 0011"'],
    ['a source with its point', ['001.1 A001    10000'], 'gem.txt:2:1-5: found "001.1"'],
    [
      'a target that is no code',
      ['0011  AA01    10000'],
      'gem.txt:2:7-13: found "AA01   ", expected a code of ICD-10-CM',
    ],
    ['no target', ['0011          10000'], 'gem.txt:2:7-13: found "       "'],
    ['another word for no map', ['0011  NODX    11000'], 'gem.txt:2:7-13: found "NODX   "'],
    [
      'a character in the gap',
      ['00110-A001    10000'],
      'gem.txt:2:6-6: found "-", expected a blank between the two codes',
    ],
    [
      'no blank before the flags',
      ['0011  S52011A010000'],
      'gem.txt:2:14-14: found "0", expected a blank before',
    ],
    [
      'an approximate flag of 2',
      ['0011  A001    20000'],
      'gem.txt:2:15-15: found "2", expected the approximate flag, 0 or 1',
    ],
    [
      'a no-map flag that is no digit',
      ['0011  A001    1 000'],
      'gem.txt:2:16-16: found " ", expected the no-map flag',
    ],
    [
      'a combination flag of 7',
      ['0011  A001    10711'],
      'gem.txt:2:17-17: found "7", expected the combination flag',
    ],
    [
      'a scenario that is no digit',
      ['0011  A001    101A1'],
      'gem.txt:2:18-18: found "A", expected the scenario, 0 to 9',
    ],
    [
      'a choice list that is no digit',
      ['0011  A001    1011 '],
      'gem.txt:2:19-19: found " ", expected the choice list',
    ],
    [
      'NoDx without its flag',
      ['0011  NoDx    10000'],
      'gem.txt:2:16-16: found "0", expected the no-map flag 1',
    ],
    ['the no-map flag with a target', ['0011  A001    11000'], 'gem.txt:2:7-13: found "A001", expected NoDx'],
    ['a combination without a map', ['0011  NoDx    11111'], 'gem.txt:2:17-19: found "111", expected 000'],
    ['a scenario without a map', ['0011  NoDx    11010'], 'gem.txt:2:17-19: found "010", expected 000'],
    [
      'a scenario without combination',
      ['0011  A001    10010'],
      'gem.txt:2:18-19: found "10", expected scenario and choice list 00',
    ],
    [
      'a combination without scenario',
      ['0011  A001    10101'],
      'gem.txt:2:18-18: found "0", expected a scenario from 1 on',
    ],
    [
      'a combination without choice list',
      ['0011  A001    10110'],
      'gem.txt:2:19-19: found "0", expected a choice list from 1 on',
    ],
    [
      'a source that comes back',
      ['0011  A001    10000', '0010  A009    10000'],
      'gem.txt:3:1-5: found "0010", expected all lines of 001.0 together, after line 1.',
    ],
    [
      'a line that stands twice',
      [good],
      'gem.txt:2:7-13: found "A000", expected another target than that of 001.0 on line 1.',
    ],
    ['a target twice with other flags', ['0010  A000    10000'], 'gem.txt:2:7-13: found "A000"'],
    [
      'a line of a combination that stands twice',
      ['8190  S128XXA 10111', '8190  S52011A 10112', '8190  S128XXA 10111'],
      'gem.txt:4:7-13: found "S128XXA", expected another target than that of 819.0 on line 2.',
    ],
    [
      'no map beside others',
      ['0011  A001    10000', '0011  NoDx    11000'],
      'gem.txt:3:1-5: found "0011", expected one line only, because 001.1 is without a map; line 2 is another.',
    ],
    ['others beside no map', ['0011  NoDx    11000', '0011  A001    10000'], 'gem.txt:3:1-5: found "0011"'],
    ['a control character', ['0011  A001\u0000   10000'], 'gem.txt:2:11 (byte 31): found a NUL byte'],
  ])('%s', async (_, lines, message) => {
    await expect(normalizeLines([good, ...lines])).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringContaining(message),
    });
  });

  test('holding nothing', async () => {
    await expect(normalizeLines([])).rejects.toThrow('gem.txt:1: found "", expected at least one line');
  });

  test('being that of the other way', async () => {
    await expect(normalizeLines(['A000    0010  00000'])).rejects.toThrow('gem.txt:1:1-5: found "A000 "');
  });

  test('many faults at once, up to twenty, each with what to do', async () => {
    const lines = Array.from({ length: 30 }, () => '0010  A000    x0000');
    const refused = expect(normalizeLines(lines)).rejects;
    await refused.toThrow(/gem\.txt:1:15[^\n]*as the publisher released it\.\n/);
    await refused.toThrow(/gem\.txt:20:15[\s\S]*stopped after 20 problems/);
    await refused.not.toThrow(/gem\.txt:21/);
  });
});

describe('a file from ICD-10-CM is refused for', () => {
  test.each([
    [
      'a target that is no code',
      'A000    A00   00000',
      'gem.txt:1:9-13: found "A00  ", expected a code of ICD-9-CM',
    ],
    [
      'a source with a point',
      'A00.0   0010  00000',
      'gem.txt:1:1-7: found "A00.0  ", expected a code of ICD-10-CM',
    ],
    ['a character in the gap', 'S52011A081301 00000', 'gem.txt:1:8-8: found "0", expected a blank'],
    ['no blank before the flags', 'A000    81301x00000', 'gem.txt:1:14-14: found "x", expected a blank'],
  ])('%s', async (_, line, message) => {
    await expect(normalizeLines([line], gemIcd10ToIcd9)).rejects.toThrow(message);
  });
});

describe('a version', () => {
  test.each(['2018_I9gem.txt', 'Dxgem_2018.zip/2018_I9gem.txt'])(
    'is refused where %s names another year',
    async (name) => {
      await expect(normalizeLines([good], gemIcd9ToIcd10, { version: '2016', name })).rejects.toMatchObject({
        code: 'FILE_REFUSED',
        message: `${name}: found 2018 at the beginning of the file's name, expected 2016, the version given. Load it as version 2018, or give the file of 2016.`,
      });
    },
  );

  test.each(['2016_I9gem.txt', 'I9gem_2018.txt', '20181_I9gem.txt', '2018/2016_I9gem.txt', '2018/I9gem.txt'])(
    'is taken where %s names it, or no year in the first place',
    async (name) => {
      const { map } = await normalizeLines([good], gemIcd9ToIcd10, { version: '2016', name });
      expect(map.mappings).toHaveLength(1);
    },
  );

  test('is a fiscal year, not an update', () => {
    expect(gemIcd9ToIcd10.releaseName('2018')).toMatchObject({ effectiveFrom: '2017-10-01' });
    expect(() => gemIcd9ToIcd10.releaseName('2018-04')).toThrow(/once a fiscal year: say 2018/);
  });
});
