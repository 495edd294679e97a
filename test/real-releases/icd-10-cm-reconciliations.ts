// Every addenda of ICD-10-CM at hand against the releases that it leads from and to: its numbers, and all it is silent about.
import type { LoadReport, ReleaseReconciliation } from '@codeset/ingestion';
import type { ReconciledLine } from '@codeset/terminology';
import { beforeAll, describe, expect, it } from 'vitest';

/** Additions, deletions, revisions. */
type Numbers = readonly [number, number, number];

interface Expected {
  readonly version: string;
  /** The release that its addenda start from; null when it is not at hand. */
  readonly against: string | null;
  /** Of billable codes, as the publisher's footer, the addenda's lines, and the long titles of the releases have them. */
  readonly codes: Numbers;
  /** Of headers; null where the addenda speak of billable codes only. */
  readonly headers: Numbers | null;
}

const expected: readonly Expected[] = [
  { version: '2014', against: null, codes: [0, 9, 28], headers: null },
  { version: '2017', against: '2016', codes: [1_974, 311, 425], headers: [460, 30, 126] },
  { version: '2018', against: '2017', codes: [360, 142, 226], headers: [93, 14, 44] },
  { version: '2019', against: '2018', codes: [279, 51, 143], headers: [89, 0, 29] },
  { version: '2020', against: '2019', codes: [273, 21, 30], headers: [70, 1, 5] },
  { version: '2021', against: '2020', codes: [490, 58, 47], headers: [162, 7, 5] },
  // Its addenda start from 2020, not from the release before it.
  { version: '2021-01', against: '2020', codes: [496, 59, 47], headers: [163, 7, 5] },
  { version: '2022', against: '2021-01', codes: [159, 32, 20], headers: [46, 7, 7] },
  { version: '2022-04', against: '2022', codes: [3, 1, 0], headers: [2, 0, 1] },
  { version: '2023', against: '2022-04', codes: [1_176, 287, 28], headers: [328, 0, 7] },
  { version: '2025', against: null, codes: [252, 36, 13], headers: [72, 0, 1] },
  { version: '2025-04', against: '2025', codes: [0, 0, 0], headers: [0, 0, 0] },
];

const leadingBlank = 'The short title differs in nothing but a leading blank, the display is the same.';
const shortTitle = 'The short title differs in words, the display is the same.';
const blanks = 'The display and the short title differ in nothing but blanks.';

/** Every code that an order addenda is silent about; each is revised, and each is explained. */
const silences: Readonly<Record<string, readonly (readonly [string, 'code' | 'header', string])[]>> = {
  '2017': [
    ['T46.4X', 'header', leadingBlank],
    ['T50.A2', 'header', leadingBlank],
  ],
  '2018': [
    ['H35.3113', 'code', shortTitle],
    ['H35.3114', 'code', shortTitle],
    ['H35.3123', 'code', shortTitle],
    ['H35.3124', 'code', shortTitle],
    ['H35.3133', 'code', shortTitle],
    ['H35.3134', 'code', shortTitle],
    ['H35.3193', 'code', shortTitle],
    ['H35.3194', 'code', shortTitle],
    ['P03.810', 'code', shortTitle],
    ['P03.819', 'code', shortTitle],
    ['R93.41', 'code', shortTitle],
    ['Z05.7', 'header', shortTitle],
  ],
  '2022': [
    ['Z68.30', 'code', blanks],
    ['Z68.41', 'code', blanks],
  ],
};

function numbers(lines: readonly ReconciledLine[], way: 'announced' | 'listed' | 'computed') {
  return lines.map((line) => line[way]);
}

/** Registers the tests; call it within the describe that loads the editions, each after what its addenda start from. */
export function testReconciliations(reports: readonly LoadReport[]): void {
  describe('addenda', () => {
    /** By version, in the order of their dates, the fullest addenda first. */
    let read: ReadonlyMap<string, readonly ReleaseReconciliation[]>;
    beforeAll(() => {
      const told = reports.map(({ version, reconciliations }) => [version, reconciliations] as const);
      read = new Map(told.sort(([a], [b]) => (a < b ? -1 : 1)));
    });

    function fullest(version: string): ReleaseReconciliation {
      const [reconciliation] = read.get(version) ?? [];
      if (!reconciliation) throw new Error(`${version} has no addenda`);
      return reconciliation;
    }

    it('came with these editions, in these forms', () => {
      const forms = [...read].map(([version, all]) => [version, all.map(({ scope }) => scope)]);
      expect(forms.filter(([, scopes]) => scopes?.length)).toEqual(
        expected.map(({ version }) => [version, version === '2014' ? ['selectable'] : ['all', 'selectable']]),
      );
    });

    describe.each(expected)('$version', ({ version, against, codes, headers }) => {
      const all = [...codes, ...(headers ?? [])];

      it('starts from the release of the size that its footer gives, and leads to this one', () => {
        for (const reconciliation of read.get(version) ?? []) {
          expect(reconciliation.against).toBe(against);
          const sides = reconciliation.counts.map(({ side, held, agrees }) => [side, held === null, agrees]);
          const from = ['from', against === null, true];
          expect(sides.slice(0, 2)).toEqual([from, ['to', false, true]]);
          expect(sides.slice(2)).toEqual(reconciliation.scope === 'all' ? [from, ['to', false, true]] : []);
        }
      });

      it("lists as much as its footer states, as the manifest's figures have it", () => {
        const { lines } = fullest(version);
        expect(numbers(lines, 'announced')).toEqual(all);
        expect(numbers(lines, 'listed')).toEqual(all);
        for (const { announced, listed } of lines.flatMap(({ ofWhich }) => ofWhich))
          expect(listed).toBe(announced);
        for (const { lines: others } of read.get(version)?.slice(1) ?? [])
          expect([numbers(others, 'announced'), numbers(others, 'listed')]).toEqual([codes, codes]);
      });

      it('comes to what the two releases come to, but for what it is silent about', () => {
        const ofSilence = (sort: 'code' | 'header') =>
          (silences[version] ?? []).filter(([, of]) => of === sort).length;
        const more = [0, 0, ofSilence('code'), 0, 0, ofSilence('header')];
        expect(numbers(fullest(version).lines, 'computed')).toEqual(
          all.map((number, at) => (against === null ? null : number + (more[at] ?? 0))),
        );
      });

      it('comes by exact long titles to what the footer states, but for two codes of 2022', () => {
        const byLongTitle = read.get(version)?.find(({ scope }) => scope === 'selectable');
        const [additions, deletions, revisions] = codes;
        expect(numbers(byLongTitle?.lines ?? [], 'computed')).toEqual(
          against === null
            ? [null, null, null]
            : [additions, deletions, revisions + (version === '2022' ? 2 : 0)],
        );
      });

      it('differs from the releases in these codes, and no other', () => {
        const { differences } = fullest(version);
        expect(
          differences.map(({ code, selectable, explanation }) => [
            code,
            selectable ? 'code' : 'header',
            explanation,
          ]),
        ).toEqual(silences[version] ?? []);
        for (const { what, change, explained } of differences)
          expect([what, change, explained]).toEqual(['not-announced', 'revision', true]);
      });
    });

    it('of codes alone are silent about two long titles, and cannot be about short ones', () => {
      const found = [...read].flatMap(([version, all]) =>
        all
          .filter(({ scope }) => scope === 'selectable')
          .flatMap(({ differences }) =>
            differences.map(({ code, explanation }) => [version, code, explanation]),
          ),
      );
      expect(found).toEqual([
        ['2022', 'Z68.30', 'The display differs in nothing but blanks.'],
        ['2022', 'Z68.41', 'The display differs in nothing but blanks.'],
      ]);
    });

    it('have the texts of both releases with what they are silent about', () => {
      expect(fullest('2022').differences[0]).toMatchObject({
        before: { selectable: true, display: 'Body mass index [BMI]30.0-30.9, adult' },
        after: { selectable: true, display: 'Body mass index [BMI] 30.0-30.9, adult' },
      });
      const [first] = fullest('2018').differences;
      expect([first?.before, first?.after].map((side) => side?.designations[0]?.value)).toEqual([
        'Nexdtve age-rel mclr degn, r eye, adv atrpc w/o sbfvl involv',
        'Nexdtve age-rel mclr degn, r eye, adv atrpc w/o sbfvl invl',
      ]);
    });
  });
}
