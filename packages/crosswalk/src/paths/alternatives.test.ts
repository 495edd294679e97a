// Alternatives carried on: what is needed together stays together, whatever each of its codes comes to.
import { describe, expect, test } from 'vitest';
import { alternativesAtMost, atStart, goOn, type Onward } from './alternatives.ts';
import { isWhole, type PathAlternative, type PathPoint, statusOf } from './path.ts';

const point = (code: string): PathPoint => ({
  codeSystem: 's',
  version: null,
  code,
  key: null,
  title: null,
  named: null,
});
const to = (code: string) => ({ steps: [], end: point(code), gap: null });
const nowhere = (code: string) => ({
  steps: [],
  end: null,
  gap: { kind: 'ended', reason: 'It ended.', at: point(code) } as const,
});

/** Alternatives as `a b + c | d`: any one of a and b, together with c; or d. */
function written(alternatives: readonly PathAlternative[] | null): string | undefined {
  return alternatives
    ?.map(({ needs }) =>
      needs
        .map(({ paths }) => paths.map(({ end, gap }) => end?.code ?? `(${gap?.at.code})`).join(' '))
        .join(' + '),
    )
    .join(' | ');
}
const by =
  (ways: Record<string, Onward>) =>
  ({ code }: PathPoint): Onward =>
    ways[code ?? ''] ?? [[[to(code ?? '')]]];

const start = atStart(point('x'));
const combined =
  goOn(start, () => [[[to('s')]], [[to('a'), to('b')], [to('c')]], [[to('d')], [to('e')]]]) ?? [];

describe('a leg', () => {
  test('of single targets and of combinations gives alternatives', () => {
    expect(written(combined)).toBe('s | a b + c | d + e');
  });

  test('of which a code of a combination becomes several leaves one of each list needed', () => {
    expect(written(goOn(combined, by({ c: [[[to('c1'), to('c2')]]] })))).toBe('s | a b + c1 c2 | d + e');
  });

  test('of which a code of a combination becomes a combination makes one alternative of each', () => {
    const split = { a: [[[to('a1')]], [[to('a2')], [to('a3')]]], e: [[[to('e1')], [to('e2')]]] };
    expect(written(goOn(combined, by(split)))).toBe('s | a1 b + c | a2 + a3 + c | d + e1 + e2');
  });

  test('that a path does not get through leaves it where it ended, through all further legs', () => {
    const ended = goOn(combined, by({ c: [[[nowhere('c')]]], a: [[[nowhere('a')]]] }));
    expect(written(ended)).toBe('s | (a) b + (c) | d + e');
    expect(ended?.map(isWhole)).toEqual([true, false, true]);
    expect(ended && statusOf(ended)).toBe('partly');
    expect(written(goOn(ended ?? [], by({})))).toBe('s | (a) b + (c) | d + e');
    const none = goOn(start, () => [[[nowhere('x')]]]);
    expect(none && statusOf(none)).toBe('gap');
    expect(statusOf(combined)).toBe('arrived');
  });
});

test('more alternatives than anybody reads are not made', () => {
  const pair = (code: string): Onward => [
    [[to(`${code}1`)], [to(`${code}2`)]],
    [[to(`${code}3`)], [to(`${code}4`)]],
  ];
  let reached: PathAlternative[] | null = goOn(start, () => pair('x'));
  for (let i = 0; i < 3 && reached; i += 1) reached = goOn(reached, ({ code }) => pair(code ?? ''));
  expect(reached).toBeNull();
  const wide = goOn(start, () => [Array.from({ length: 40 }, (_none, i) => [to(`w${i}`)])]) ?? [];
  expect(goOn(wide, ({ code }) => pair(code ?? ''))).toBeNull(); // 2 to the 40th, told before they are made
  expect(alternativesAtMost).toBe(500);
});
