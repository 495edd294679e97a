// The form of codes, and how they are read out of tables.
import { describe, expect, it } from 'vitest';
import { dotted, isPlainCode, isPointedCode, readWrittenCode, undotted } from './code-form.ts';

describe('codes', () => {
  it.each([
    ['A00', 'A00'],
    ['A000', 'A00.0'],
    ['T81320A', 'T81.320A'],
    ['C4A', 'C4A'],
  ])('%s is written %s with its point', (plain, code) => {
    expect(dotted(plain)).toBe(code);
    expect(undotted(code)).toBe(plain);
    expect(isPlainCode(plain)).toBe(true);
    expect(isPointedCode(code)).toBe(true);
  });

  it.each(['A0', 'AA0', 'A0000000', 'a000', 'A00.0', '0A0', 'A00-'])('%s is no plain code', (text) => {
    expect(isPlainCode(text)).toBe(false);
  });

  it.each(['A000', 'A00.', 'A00.00000', '13', 'E1', 'true'])('%s is no code with its point', (text) => {
    expect(isPointedCode(text)).toBe(false);
  });

  it.each([
    ['I70.0', 'I70.0', false],
    ['I70.-', 'I70', true],
    ['C50-', 'C50', true],
    ['T81.32X-', 'T81.32X', true],
    ['I70.', 'I70', false],
    [' D05.1- ', 'D05.1', true],
    ['T36.0x1', 'T36.0X1', false],
  ])('reads “%s” as %s', (text, code, below) => {
    expect(readWrittenCode(text)).toEqual({ code, below });
  });

  it.each(['-', '--', '', 'SCFE', 'ventral surface of tongue', 'I7-'])('finds no code in “%s”', (text) => {
    expect(readWrittenCode(text)).toEqual({ code: null, below: false });
  });
});
