// What a person asks of a comparison: every way to ask wrongly, with the words that say so.
import { describe, expect, test } from 'vitest';
import { type CompareOptions, readCompareOptions } from './asked-comparison.ts';

const pipe = { json: false, terminal: false };

describe('the options of compare', () => {
  test('ask for everything where nothing is said', () => {
    expect(readCompareOptions({}, pipe)).toEqual({
      format: null,
      out: null,
      changes: { kinds: null, under: null, selectableOnly: false, withoutCosmetic: false, text: null },
    });
  });

  test('are read into a filter, kinds in the order of the field', () => {
    const options = {
      format: 'csv',
      out: 'x.csv',
      force: true,
      kinds: 'moved, added',
      under: 'E11',
      text: ' type  2 ',
      selectableOnly: true,
      withoutCosmetic: true,
    };
    expect(readCompareOptions(options, { json: true, terminal: true })).toEqual({
      format: 'csv',
      out: { path: 'x.csv', force: true },
      changes: {
        kinds: ['added', 'moved'],
        under: 'E11',
        selectableOnly: true,
        withoutCosmetic: true,
        text: 'type  2',
      },
    });
  });

  test.each<[string, CompareOptions, Partial<typeof pipe>, RegExp]>([
    ['an unknown format', { format: 'xlsx' }, {}, /xlsx.*csv, ndjson, parquet, markdown/],
    ['an unknown kind', { kinds: 'added,Gone' }, {}, /--kinds: found Gone.*added, removed, subdivided/],
    ['no kind', { kinds: '' }, {}, /found \(nothing\)/],
    ['a file without a format', { out: 'x' }, {}, /--out: say in which --format/],
    ['force without a file', { format: 'csv', force: true }, {}, /--force/],
    ['two forms on standard output', { format: 'csv' }, { json: true }, /--json and --format/],
    ['Parquet to a terminal', { format: 'parquet' }, { terminal: true }, /terminal.*--out FILE/],
  ])('refuse %s', (_, options, outlet, says) => {
    expect(() => readCompareOptions(options, { ...pipe, ...outlet })).toThrow(
      expect.objectContaining({ code: 'USAGE', message: expect.stringMatching(says) }),
    );
  });
});
