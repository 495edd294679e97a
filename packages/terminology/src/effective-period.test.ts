// Both ends of a period belong to it, and a missing end is open.
import { describe, expect, it } from 'vitest';
import { effectiveStateOn } from './effective-period.ts';

const terminated = { effectiveFrom: '2005-01-01', effectiveTo: '2017-12-31' };

describe('how a code stands on a day', () => {
  it.each([
    ['2004-12-31', 'notYet'],
    ['2005-01-01', 'effective'],
    ['2017-12-31', 'effective'],
    ['2018-01-15', 'ended'],
  ])('a code of 2005 to 2017 on %s: %s', (date, state) => {
    expect(effectiveStateOn(terminated, date)).toBe(state);
  });

  it('a date that is not given is no limit', () => {
    expect(effectiveStateOn({ effectiveFrom: null, effectiveTo: null }, '1900-01-01')).toBe('effective');
    expect(effectiveStateOn({ effectiveFrom: '2005-01-01', effectiveTo: null }, '2999-01-01')).toBe(
      'effective',
    );
    expect(effectiveStateOn({ effectiveFrom: null, effectiveTo: '2005-01-01' }, '2005-01-02')).toBe('ended');
  });
});
