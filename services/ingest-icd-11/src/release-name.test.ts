// Version labels: the dates they stand for, and those that are refused.
import { CodesetError } from '@codeset/terminology';
import { describe, expect, it } from 'vitest';
import { releaseName } from './release-name.ts';

describe('releaseName', () => {
  it.each([
    ['2024-01', '2024-01-01', false],
    ['2018-12', '2018-12-01', false],
    ['draft-2024-01-11', '2024-01-11', true],
  ])('takes %s as in force from %s, draft: %s; WHO tells no last day', (version, effectiveFrom, draft) => {
    expect(releaseName(version)).toEqual({ version, effectiveFrom, scheduledTo: null, draft });
  });

  it.each([
    '2024',
    '2024-13',
    '2024-00',
    '2024-1',
    '2017-12',
    '2101-01',
    '2024-01-11',
    'draft-2024-01',
    'draft-2024-02-30',
    'draft-',
    ' 2024-01',
    '',
  ])('refuses “%s”', (version) => {
    expect(() => releaseName(version)).toThrow(
      expect.objectContaining({ code: 'VERSION_INVALID', message: expect.stringContaining('`2024-01`') }),
    );
    expect(() => releaseName(version)).toThrow(CodesetError);
  });
});
