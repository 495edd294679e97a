// Version labels: the dates they stand for, and those that are refused.
import { CodesetError } from '@codeset/terminology';
import { describe, expect, it } from 'vitest';
import { fiscalYear, releaseName } from './release-name.ts';

describe('releaseName', () => {
  it('takes a year as the fiscal year, in force from 1 October of the year before', () => {
    expect(releaseName('2025')).toEqual({
      version: '2025',
      effectiveFrom: '2024-10-01',
      scheduledTo: '2025-09-30',
      draft: false,
    });
  });

  it.each([
    ['2025-04', '2025-04-01', '2025-09-30'],
    ['2021-01', '2021-01-01', '2021-09-30'],
    ['2020-09', '2020-09-01', '2020-09-30'],
  ])('takes %s as an update of that month', (version, effectiveFrom, scheduledTo) => {
    expect(releaseName(version)).toEqual({ version, effectiveFrom, scheduledTo, draft: false });
  });

  it('sends October to the next fiscal year', () => {
    expect(() => releaseName('2024-10')).toThrow(/say 2025/);
  });

  it.each([
    '2025-13',
    '2025-00',
    '2025-11',
    '25',
    'FY2025',
    '2025-4',
    '2008',
    '2101',
    '2025-04-01',
    ' 2025',
    '',
  ])('refuses “%s”', (version) => {
    const refused = catchError(() => releaseName(version));
    expect(refused).toBeInstanceOf(CodesetError);
    expect((refused as CodesetError).code).toBe('VERSION_INVALID');
  });

  it('knows the fiscal year of an update', () => {
    expect(fiscalYear('2025-04')).toBe(2025);
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
