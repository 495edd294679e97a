// Version labels: the dates they stand for, and those that are refused.
import { CodesetError } from '@codeset/terminology';
import { describe, expect, it } from 'vitest';
import { releaseName, yearOf } from './release-name.ts';

describe('releaseName', () => {
  it.each([
    ['2020-01', '2020-01-01', '2020-03-31'],
    ['2020-04', '2020-04-01', '2020-06-30'],
    ['2024-07', '2024-07-01', '2024-09-30'],
    ['2026-10', '2026-10-01', '2026-12-31'],
  ])('takes %s as the file of a quarter', (version, effectiveFrom, scheduledTo) => {
    expect(releaseName(version)).toEqual({ version, effectiveFrom, scheduledTo, draft: false });
  });

  it.each(['2017-01', '2018-01', '2019-01'])('knows that %s stood for the whole year', (version) => {
    expect(releaseName(version).scheduledTo).toBe(`${yearOf(version)}-12-31`);
  });

  it('explains what to say instead of a year alone', () => {
    expect(() => releaseName('2018')).toThrow(/“2018” is not a version of HCPCS.*called `2018-01`/);
  });

  it.each([
    '2020-02',
    '2020-4',
    '2020-13',
    '1982-01',
    '2101-01',
    '20-01',
    'Q2 2020',
    '2020-04-01',
    ' 2020-04',
    '',
  ])('refuses “%s” with the form that is expected', (version) => {
    const refused = catchError(() => releaseName(version));
    expect(refused).toBeInstanceOf(CodesetError);
    expect(refused).toMatchObject({
      code: 'VERSION_INVALID',
      message: expect.stringContaining('01, 04, 07 or 10'),
    });
  });
});

function catchError(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
}
