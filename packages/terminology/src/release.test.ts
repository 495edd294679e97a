// Which release is in force on a date, whatever order the releases were loaded in.
import { describe, expect, test } from 'vitest';
import { byEffectiveDate, type DatedRelease, effectiveTo, releaseOn } from './release.ts';

const r2014: DatedRelease = {
  version: '2014',
  effectiveFrom: '2013-10-01',
  scheduledTo: '2014-09-30',
  draft: false,
};
const r2016: DatedRelease = {
  version: '2016',
  effectiveFrom: '2015-10-01',
  scheduledTo: '2016-09-30',
  draft: false,
};
const r2021: DatedRelease = {
  version: '2021',
  effectiveFrom: '2020-10-01',
  scheduledTo: '2021-09-30',
  draft: false,
};
const january: DatedRelease = {
  version: '2021-01',
  effectiveFrom: '2021-01-01',
  scheduledTo: '2021-09-30',
  draft: false,
};
const open: DatedRelease = { version: '5', effectiveFrom: '2030-01-01', scheduledTo: null, draft: false };
const shuffled = [january, r2016, open, r2021, r2014];

describe('releases', () => {
  test('are ordered by effective date, not as they were loaded', () => {
    expect(byEffectiveDate(shuffled).map(({ version }) => version)).toEqual([
      '2014',
      '2016',
      '2021',
      '2021-01',
      '5',
    ]);
  });

  test('end the day before the next one, or where the publisher ends them', () => {
    expect(effectiveTo(r2021, shuffled)).toBe('2020-12-31');
    expect(effectiveTo(january, shuffled)).toBe('2021-09-30');
    expect(effectiveTo(r2014, shuffled)).toBe('2014-09-30');
    expect(effectiveTo(open, shuffled)).toBeNull();
  });

  test.each([
    ['2013-10-01', '2014'],
    ['2020-12-31', '2021'],
    ['2021-01-01', '2021-01'],
    ['2021-09-30', '2021-01'],
    ['2031-01-01', '5'],
  ])('on %s is %s, without a doubt', (date, version) => {
    expect(releaseOn(shuffled, date)).toMatchObject({ release: { version }, doubt: null });
  });

  test('a date in a gap is answered with the doubt said', () => {
    const selection = releaseOn(shuffled, '2015-03-01');
    expect(selection?.release.version).toBe('2014');
    expect(selection?.doubt).toContain('ends it on 2014-09-30');
  });

  test('a date before all of them has no release', () => {
    expect(releaseOn(shuffled, '2013-09-30')).toBeNull();
  });

  test('a draft is never in force, and ends no other release', () => {
    const draft: DatedRelease = {
      version: 'draft-2020-11-01',
      effectiveFrom: '2020-11-01',
      scheduledTo: null,
      draft: true,
    };
    const held = [...shuffled, draft];
    expect(releaseOn(held, '2020-12-01')?.release.version).toBe('2021');
    expect(effectiveTo(r2021, held)).toBe('2020-12-31');
    expect(releaseOn([draft], '2020-12-01')).toBeNull();
  });
});
