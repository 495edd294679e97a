// Long lists of one finding are cut, and say by how much.
import { expect, test } from 'vitest';
import { type Finding, limitFindings } from './finding.ts';

const finding = (rule: string, severity: Finding['severity']): Finding => ({
  severity,
  rule,
  message: 'm',
  where: null,
});

test('a rule is cut at its limit, the others are not', () => {
  const limited = limitFindings(
    [...Array.from({ length: 5 }, () => finding('a', 'warning')), finding('b', 'info')],
    3,
  );
  expect(limited.map(({ rule }) => rule)).toEqual(['a', 'a', 'a', 'b', 'a']);
  expect(limited.at(-1)?.message).toBe('2 more findings of this rule are not listed.');
});

test('an error among those left out is still an error', () => {
  const limited = limitFindings([finding('a', 'warning'), finding('a', 'error')], 1);
  expect(limited.map(({ severity }) => severity)).toEqual(['warning', 'error']);
});
