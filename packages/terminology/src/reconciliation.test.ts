// A publisher's list of changes against two releases: its numbers, and every code where they disagree.
import { describe, expect, it } from 'vitest';
import type { AnnouncedChange, AnnouncedTotals, Announcement } from './announcement.ts';
import { baseOfAnnouncement } from './base-of-announcement.ts';
import type { CodesOfRelease, CodeTexts } from './code-changes.ts';
import { type Reconciliation, reconcile } from './reconciliation.ts';

const short = (value: string) => [{ use: 'short-title', language: 'en', value }];

function code(display: string, shortTitle: string, selectable = true): CodeTexts {
  return { display, designations: short(shortTitle), selectable };
}

const texts = ([display, shortTitle]: readonly [string, string]) => ({
  display,
  designations: short(shortTitle),
});

let lines = 0;
function change(
  action: AnnouncedChange['action'],
  of: string,
  before: readonly [string, string] | null,
  after: readonly [string, string] | null,
  selectable = true,
): AnnouncedChange {
  lines += 1;
  const sides = { before: before && texts(before), after: after && texts(after) };
  return { action, words: null, code: of, selectable, ...sides, line: lines };
}

function totals(
  of: AnnouncedTotals['of'],
  [from, to, additions, deletions, revisions]: readonly [number, number, number, number, number],
  split: readonly [number, number, number] = [0, 0, 0],
): AnnouncedTotals {
  const [both, displayOnly, designationsOnly] = split;
  const ofWhich = { both, displayOnly, designationsOnly };
  return { of, from, to, fromFile: null, toFile: null, additions, deletions, revisions, ofWhich, line: 1 };
}

const announcement = (
  changes: readonly AnnouncedChange[],
  of: readonly AnnouncedTotals[] = [],
): Announcement => ({
  file: 'addenda.txt',
  scope: 'all',
  totals: of,
  changes,
});

const numbers = ({ lines: all }: Reconciliation) =>
  all.map(({ of, change: what, announced, listed, computed, agrees }) => [
    of,
    what,
    announced,
    listed,
    computed,
    agrees,
  ]);

/** What the data say of the only difference. */
function told(changes: readonly AnnouncedChange[], base: CodesOfRelease | null, release: CodesOfRelease) {
  const { differences } = reconcile(
    announcement(changes, [totals('selectable', [1, 1, 0, 0, 0])]),
    base,
    release,
  );
  return differences.map(({ what, change: kind, explanation, explained }) => [
    `${kind} ${what}`,
    explanation,
    explained,
  ]);
}

const a = ['Acne', 'Acne'] as const;
const only = (of: CodeTexts): CodesOfRelease => new Map([['A', of]]);
const none: CodesOfRelease = new Map();

describe('numbers', () => {
  const base: CodesOfRelease = new Map([
    ['A', code('Head', 'Head', false)],
    ['A1', code('Code', 'Code')],
    ['A2', code('Old', 'Old')],
    ['A3', code('Long', 'Short')],
    ['A4', code('Long', 'Short')],
    ['A5', code('Gone', 'Gone')],
  ]);
  const release: CodesOfRelease = new Map([
    ['A', code('Head', 'Head', false)],
    ['A1', code('Code', 'Code', false)],
    ['A11', code('New', 'New')],
    ['A2', code('Newer', 'Newer')],
    ['A3', code('Longer', 'Short')],
    ['A4', code('Long', 'Shorter')],
  ]);
  const all = announcement(
    [
      change('delete', 'A1', ['Code', 'Code'], null),
      change('add', 'A1', null, ['Code', 'Code'], false),
      change('add', 'A11', null, ['New', 'New']),
      change('revise', 'A2', ['Old', 'Old'], ['Newer', 'Newer']),
      change('revise', 'A3', ['Long', 'Short'], ['Longer', 'Short']),
      change('revise', 'A4', ['Long', 'Short'], ['Long', 'Shorter']),
      change('delete', 'A5', ['Gone', 'Gone'], null),
    ],
    [totals('selectable', [5, 4, 1, 2, 3], [1, 1, 1]), totals('header', [1, 2, 1, 0, 0])],
  );

  it('agree where all is as announced; a flag that changes is a deletion and an addition', () => {
    const found = reconcile(all, base, release);
    expect(numbers(found)).toEqual([
      ['selectable', 'addition', 1, 1, 1, true],
      ['selectable', 'deletion', 2, 2, 2, true],
      ['selectable', 'revision', 3, 3, 3, true],
      ['header', 'addition', 1, 1, 1, true],
      ['header', 'deletion', 0, 0, 0, true],
      ['header', 'revision', 0, 0, 0, true],
    ]);
    expect(
      found.lines[2]?.ofWhich.map(({ announced, listed, computed }) => [announced, listed, computed]),
    ).toEqual([
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ]);
    expect(found.counts.map(({ of, side, announced, held }) => [of, side, announced, held])).toEqual([
      ['selectable', 'from', 5, 5],
      ['selectable', 'to', 4, 4],
      ['header', 'from', 1, 1],
      ['header', 'to', 2, 2],
    ]);
    expect([...found.counts, ...found.lines].every(({ agrees }) => agrees)).toBe(true);
    expect(found.differences).toEqual([]);
  });

  it('speak of displays and selectable codes alone where the list does', () => {
    const bare = all.changes.flatMap((one) => {
      const display = (side: AnnouncedChange['before']) => side && { ...side, designations: [] };
      const changed = { ...one, before: display(one.before), after: display(one.after) };
      return one.selectable && one.code !== 'A4' ? [changed] : [];
    });
    const block = { ...totals('selectable', [5, 4, 1, 2, 2]), ofWhich: null };
    const found = reconcile({ ...announcement(bare, [block]), scope: 'selectable' }, base, release);
    expect(numbers(found)).toEqual([
      ['selectable', 'addition', 1, 1, 1, true],
      ['selectable', 'deletion', 2, 2, 2, true],
      ['selectable', 'revision', 2, 2, 2, true],
    ]);
    expect(found.lines.flatMap(({ ofWhich }) => ofWhich)).toEqual([]);
    expect(found.differences).toEqual([]);
  });

  it('are those of the list and the release alone where the earlier release is not held', () => {
    const found = reconcile(all, null, release);
    expect(
      found.lines.map(({ announced, listed, computed }) => [announced, listed, computed]),
    ).toContainEqual([3, 3, null]);
    expect(found.counts.filter(({ side }) => side === 'from').map(({ held }) => held)).toEqual([null, null]);
    expect(found.differences).toEqual([]);
  });

  it('do not count terminations', () => {
    const { lines: counted, differences } = reconcile(
      announcement([change('terminate', 'A1', null, null), change('reinstate', 'A2', null, null)]),
      base,
      base,
    );
    expect(counted.map(({ listed }) => listed)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(differences).toEqual([]);
  });

  it('differ where the footer, the list or the releases do', () => {
    const found = reconcile({ ...all, changes: all.changes.slice(0, -1) }, base, release);
    expect(numbers(found)[1]).toEqual(['selectable', 'deletion', 2, 1, 2, false]);
    const other = reconcile({ ...all, totals: [totals('header', [2, 2, 1, 0, 0])] }, base, release);
    expect(other.counts[2]).toMatchObject({ of: 'header', announced: 2, held: 1, agrees: false });
  });
});

describe('what the list is silent about', () => {
  it.each([
    [
      'a leading blank',
      code('Acne', ' Acne'),
      'The short title differs in nothing but a leading blank, the display is the same.',
      true,
    ],
    ['blanks', code('Ac ne', 'Ac ne'), 'The display and the short title differ in nothing but blanks.', true],
    ['case', code('ACNE', 'Acne'), 'The display differs in nothing but case.', true],
    [
      'punctuation',
      code('Acne, ', 'Acne'),
      'The display differs in nothing but case, punctuation or blanks.',
      true,
    ],
    [
      'a short title',
      code('Acne', 'Zits'),
      'The short title differs in words, the display is the same.',
      true,
    ],
    ['words', code('Spots', 'Spots'), 'The display and the short title differ in words.', false],
    [
      'both ways',
      code('acne', 'Spots'),
      'The display differs in nothing but case, the short title differs in words.',
      true,
    ],
  ])('%s', (_, before, explanation, explained) => {
    expect(told([], only(before), only(code(...a)))).toEqual([
      ['revision not-announced', explanation, explained],
    ]);
  });

  it('codes and flags', () => {
    expect(told([], none, only(code(...a)))).toEqual([
      ['addition not-announced', 'The earlier release does not have it.', false],
    ]);
    expect(told([], only(code(...a)), none)).toEqual([
      ['deletion not-announced', 'The release does not have it.', false],
    ]);
    expect(told([], only(code(...a)), only(code(...a, false)))).toEqual([
      ['deletion not-announced', 'The release has it as a header.', false],
      ['addition not-announced', 'The earlier release has it as a selectable code.', false],
    ]);
  });

  it('comes with the texts of both releases', () => {
    const list = announcement([], [totals('selectable', [1, 1, 0, 0, 0])]);
    const { differences } = reconcile(list, only(code('Acne', ' Acne')), only(code(...a)));
    expect(differences).toMatchObject([
      {
        code: 'A',
        selectable: true,
        line: null,
        announced: null,
        before: code('Acne', ' Acne'),
        after: code(...a),
      },
    ]);
  });
});

describe('what the list says and the releases do not', () => {
  const b = ['Boil', 'Boil'] as const;
  it.each([
    [
      'an addition that is not there',
      change('add', 'A', null, a),
      none,
      none,
      'The release does not have it.',
      false,
    ],
    [
      'one with another flag',
      change('add', 'A', null, a),
      none,
      only(code(...a, false)),
      'The release has it as a header.',
      false,
    ],
    [
      'one that was there',
      change('add', 'A', null, a),
      only(code(...a)),
      only(code(...a)),
      'The earlier release has it already.',
      true,
    ],
    [
      'a deletion that is still there',
      change('delete', 'A', a, null),
      only(code(...a)),
      only(code(...a)),
      'The release still has it.',
      false,
    ],
    [
      'one that never was',
      change('delete', 'A', a, null),
      none,
      none,
      'The earlier release does not have it.',
      true,
    ],
    [
      'a revision of what was not there',
      change('revise', 'A', a, b),
      none,
      only(code(...b)),
      'The earlier release does not have it.',
      true,
    ],
    [
      'a revision that changed nothing',
      change('revise', 'A', a, b),
      only(code(...a)),
      only(code(...a)),
      'Its texts are the same in both releases. Against the release: the display and the short title differ in words.',
      false,
    ],
  ])('%s', (_, announced, base, release, explanation, explained) => {
    expect(told([announced], base, release)[0]?.slice(1)).toEqual([explanation, explained]);
    expect(told([announced], base, release)[0]?.[0]).toBe(
      `${announced.action === 'add' ? 'addition' : announced.action === 'delete' ? 'deletion' : 'revision'} not-found`,
    );
  });

  it('a change that is listed twice', () => {
    const twice = [change('add', 'A', null, a), change('add', 'A', null, a)];
    expect(told(twice, none, only(code(...a)))).toEqual([
      ['addition not-found', `Line ${twice[0]?.line} lists it already.`, true],
    ]);
  });

  it('texts, on either side', () => {
    expect(told([change('add', 'A', null, a)], none, only(code('Acne ', 'Acne')))).toEqual([
      ['addition texts-differ', 'Against the release: the display differs in nothing but blanks.', true],
    ]);
    expect(told([change('revise', 'A', b, a)], only(code(...a)), only(code('Acne, old', 'Acne')))).toEqual([
      [
        'revision texts-differ',
        'Against the earlier release: the display and the short title differ in words. ' +
          'Against the release: the display differs in words.',
        false,
      ],
    ]);
  });

  it('is held against the release alone where the earlier one is not held', () => {
    const changes = [change('add', 'A', null, a), change('delete', 'B', b, null)];
    expect(told(changes, null, new Map([['B', code(...b)]]))).toEqual([
      ['addition not-found', 'The release does not have it.', false],
      ['deletion not-found', 'The release still has it.', false],
    ]);
  });
});

describe('the release that a list starts from', () => {
  const held = [
    { version: '2020', effectiveFrom: '2019-10-01', counts: { selectable: 5, header: 1 } },
    { version: '2021', effectiveFrom: '2020-10-01', counts: { selectable: 6, header: 1 } },
    { version: '2022', effectiveFrom: '2021-10-01', counts: { selectable: 5, header: 1 } },
  ];
  const list = announcement([], [totals('selectable', [5, 6, 1, 0, 0]), totals('header', [1, 1, 0, 0, 0])]);

  it('is the newest of that size before it, and need not be the one before', () => {
    expect(baseOfAnnouncement(list, held, '2021-01-01')?.version).toBe('2020');
    expect(baseOfAnnouncement(list, held.toReversed(), '2023-10-01')?.version).toBe('2022');
  });

  it('is not known where none is of that size, or no total is given', () => {
    expect(baseOfAnnouncement(list, held, '2019-10-01')).toBeNull();
    expect(
      baseOfAnnouncement({ ...list, totals: [totals('header', [2, 1, 0, 0, 0])] }, held, '2023-01-01'),
    ).toBeNull();
    expect(baseOfAnnouncement({ ...list, totals: [] }, held, '2023-01-01')).toBeNull();
  });
});
