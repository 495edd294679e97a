// Which line of an index is which, and in what order the differences stand; on small indexes.
import { describe, expect, test } from 'vitest';
import { differingLines } from './index-order.ts';
import { type IndexOutline, linesDownTo } from './index-outline.ts';
import { pairIndexLines } from './index-pairs.ts';
import { indexesUnderTest } from './index-under-test.ts';

/** The differences in their order: `- path`, `+ path`, `~ path`, `> path ⇒ path` for what moved. */
async function compare(before: string, after: string) {
  const { outlines, contents, read } = await indexesUnderTest(before, after);
  const { from, to } = outlines;
  const pairs = await pairIndexLines(outlines, contents);
  const readForPairs = [...read];
  await contents.read([...from.contentIds, ...to.contentIds]);
  const path = (outline: IndexOutline, line: number) =>
    linesDownTo(outline, line)
      .map((above) => contents.of(outline.contentIds[above] ?? 0).title)
      .join('/');
  const told = (await differingLines(outlines, pairs)).map(([x, y]) => {
    if (x < 0) return `+ ${path(to, y)}`;
    if (y < 0) return `- ${path(from, x)}`;
    return pairs.moved[y] === 1 ? `> ${path(from, x)} ⇒ ${path(to, y)}` : `~ ${path(to, y)}`;
  });
  return { told, readForPairs };
}

describe('the path of terms says which line is which', () => {
  test('nothing differs, and no content is read, where the outlines are equal', async () => {
    const index = 'Anemia → D64.9\n  with\n    crisis → D57.0\nAsthma → J45.9';
    expect(await compare(index, index)).toEqual({ told: [], readForPairs: [] });
  });

  test('modifiers, case, punctuation and blanks are no part of it; a line below is the same line still', async () => {
    const { told } = await compare(
      'Acidosis(lactic) (respiratory) → E87.2\n  renal → N25.8\n  of  newborn → P84\n  10 per cent, or less → A1\n    deep → A2',
      'acidosis(lactic) → E87.2\n  Renal → N25.89\n  of newborn → P84\n  10 percent or less → A1\n    deep → A2',
    );
    expect(told).toEqual([
      '~ acidosis(lactic)',
      '~ acidosis(lactic)/Renal',
      '~ acidosis(lactic)/of newborn',
      '~ acidosis(lactic)/10 percent or less',
    ]);
  });

  test('another term is another line, and takes those below along where they cannot be told apart', async () => {
    const { told } = await compare(
      'Burn → T30.0\n  less → T31.1\n    with\n  other\n    with',
      'Burn → T30.0\n  fewer → T31.1\n    with\n  other\n    with',
    );
    expect(told).toEqual(['- Burn/less', '- Burn/less/with', '+ Burn/fewer', '+ Burn/fewer/with']);
  });

  test('of lines with one term those that say the same are one, the others in order', async () => {
    const { told } = await compare(
      'Virus → B34.9\n  type → A1\n  type → A2\n  type → A3',
      'Virus → B34.9\n  type → A2\n  type → A4\n  type → A3\n  type → A5',
    );
    expect(told).toEqual(['~ Virus/type', '+ Virus/type']);
    const twins = await compare('Sore\n  Bed sore → A1\n  Bedsore → A2', 'Sore\n  Bedsore → A3');
    expect(twins.told).toEqual(['- Sore/Bed sore', '~ Sore/Bedsore']);
    const lost = await compare('Virus\n  type → A1\n  type → A2', 'Virus\n  type → A2');
    expect(lost.told).toEqual(['- Virus/type']);
  });
});

describe('a line that stands elsewhere', () => {
  test('is told where the same line is gone once and came once, and what is below goes along', async () => {
    const { told } = await compare(
      'Gas → T59.9\n  coal → T58.2\n    with\n      smoke → T58.8\nOther',
      'Gas NEC → T59.9\n  coal → T58.2\n    with\n      smoke → T58.9\nOther',
    );
    expect(told).toEqual([
      '- Gas',
      '+ Gas NEC',
      '> Gas/coal ⇒ Gas NEC/coal',
      '> Gas/coal/with ⇒ Gas NEC/coal/with',
      '> Gas/coal/with/smoke ⇒ Gas NEC/coal/with/smoke',
    ]);
  });

  test('is not told where there are two of it, nor of a line that leads nowhere', async () => {
    const { told } = await compare(
      'A\n  NEC → J98.8\nB\n  NEC → J98.8\nC\n  with',
      'D\n  NEC → J98.8\nE\n  with',
    );
    expect(told.filter((line) => line.startsWith('>'))).toEqual([]);
    expect(told).toHaveLength(10);
  });

  test('a line that is still there has not moved, whatever came elsewhere', async () => {
    const { told } = await compare('A\n  b → J98.8', 'A\n  b → J98.8\nC\n  b → J98.8');
    expect(told).toEqual(['+ C', '+ C/b']);
  });
});

describe('order', () => {
  test('that of the second release; what is gone stands after the sibling before it that is left', async () => {
    const { told } = await compare(
      'A\n  a1\n    deep\n  a2\nB\n  b1\n  b2\nC\nD',
      'A\n  a2\n  a3\nB\n  b1\n    new\nD → D1\nE',
    );
    expect(told).toEqual(['- A/a1', '- A/a1/deep', '+ A/a3', '+ B/b1/new', '- B/b2', '- C', '~ D', '+ E']);
  });

  test('lines put in another order are no differences, and upset no other place', async () => {
    const { told } = await compare('Z\nA\n  a1\n  a2\nB', 'A\n  a1\nB\n  b1\nZ');
    expect(told).toEqual(['- A/a2', '+ B/b1']);
  });
});
