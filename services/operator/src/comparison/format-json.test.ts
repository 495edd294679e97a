// ndjson and the one JSON document: every text comes back, whatever is in it.
import { describe, expect, test } from 'vitest';
import { jsonPieces } from './format-json.ts';
import { ndjsonPieces } from './format-ndjson.ts';
import { context, hostileChanges, pagesOf, variedChanges, wholeText } from './record-under-test.ts';

const records = [...hostileChanges(), ...variedChanges()];

describe('ndjson', () => {
  test('has one change a line, which says of what it is', async () => {
    const text = await wholeText(ndjsonPieces(pagesOf(records), context));
    expect(text.endsWith('\n')).toBe(true);
    const lines = text.trimEnd().split('\n');
    const same = { codeSystem: 'small', from: '2026', to: '2027', sample: true };
    expect(lines.map((line) => JSON.parse(line))).toEqual(records.map((record) => ({ ...same, ...record })));
  });

  test('has no line where nothing changed', async () => {
    expect(await wholeText(ndjsonPieces(pagesOf([]), context))).toBe('');
  });
});

describe('the JSON document', () => {
  test('holds the facts and all changes', async () => {
    const text = await wholeText(
      jsonPieces({ codeSystem: 'small', totals: { concepts: 2 } }, pagesOf(records)),
    );
    expect(JSON.parse(text)).toEqual({ codeSystem: 'small', totals: { concepts: 2 }, changes: records });
  });

  test('holds no change where there is none', async () => {
    expect(JSON.parse(await wholeText(jsonPieces({ a: 1 }, pagesOf([]))))).toEqual({ a: 1, changes: [] });
  });
});
