// When a reconciliation is accounted for, and how it is told where it is not.
import type { ReleaseReconciliation } from '@codeset/ingestion';
import { describe, expect, test } from 'vitest';
import { isAccountedFor, reconciledText } from './reconciled-text.ts';

const line = {
  of: 'selectable',
  change: 'revision',
  announced: 1,
  listed: 1,
  computed: 1,
  agrees: true,
  ofWhich: [],
} as const;
const off = { ...line, computed: 2, agrees: false };
const count = { of: 'selectable', side: 'to', announced: 5, held: 5, agrees: true } as const;
const miscounted = { ...count, held: 6, agrees: false };
const difference = {
  what: 'not-announced',
  change: 'revision',
  code: 'A00.0',
  selectable: true,
  line: null,
  announced: null,
  before: null,
  after: null,
  explanation: 'The display differs in nothing but blanks.',
  explained: true,
} as const;
const addition = { ...difference, change: 'addition' } as const;

const reconciliation = (given: Partial<ReleaseReconciliation>): ReleaseReconciliation => ({
  file: 'addenda.txt',
  scope: 'selectable',
  against: '2026',
  counts: [count],
  lines: [line],
  differences: [],
  ...given,
});

describe('a reconciliation is accounted for', () => {
  test.each<[string, Partial<ReleaseReconciliation>, boolean]>([
    ['where everything agrees', {}, true],
    ['where what differs is explained', { lines: [off], differences: [difference] }, true],
    [
      'where a total differs by codes that are explained',
      { counts: [miscounted], differences: [addition] },
      true,
    ],
    ['not where a difference is unexplained', { differences: [{ ...difference, explained: false }] }, false],
    ['not where a number differs and no code does', { lines: [off] }, false],
    ['not where other changes are explained', { lines: [off], differences: [addition] }, false],
    [
      'not where headers are explained',
      { lines: [off], differences: [{ ...difference, selectable: false }] },
      false,
    ],
    [
      'not where a total differs and no code came or went',
      { counts: [miscounted], differences: [difference] },
      false,
    ],
    ['not where a part differs', { lines: [{ ...line, ofWhich: [{ ...off, texts: 'both' }] }] }, false],
  ])('%s', (_, given, expected) => {
    expect(isAccountedFor(reconciliation(given))).toBe(expected);
  });
});

test('every difference is told with its explanation, and the verdict', () => {
  const release = { version: '2027', sample: false, draft: false, effectiveFrom: '2026-10-01', digest: '' };
  const open = { ...difference, code: 'A00.1', line: 7, what: 'not-found', explained: false } as const;
  const reconciliations = [reconciliation({ lines: [off], differences: [difference, open] })];
  const told = reconciledText({ codeSystem: 'icd-10-cm', release, withoutTotals: [], reconciliations });
  expect(told).toContain('2 differences, 1 of them unexplained.\n');
  expect(told).toMatch(
    /A00\.0 {2}revision {2}not announced {2,}explained {4}The display differs in nothing but blanks\.\n/,
  );
  expect(told).toMatch(/A00\.1 {2}revision {2}not found {6}line 7 {2}unexplained {2}The display/);
  expect(told).toMatch(/Not all of it is accounted for\.$/);
});
