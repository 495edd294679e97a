// Expressions come apart where their separators stand, and go together again.
import { describe, expect, it } from 'vitest';
import { parseExpression, writeExpression } from './parse-expression.ts';

const form = {
  stemSeparator: '/',
  extensionSeparator: '&',
  stemKinds: ['category'],
  extensionKinds: ['extensionCode'],
};

describe('a post-coordinated code string', () => {
  it.each([
    ['1A00', [{ stem: '1A00', extensions: [] }]],
    ['1A00&XN8P1', [{ stem: '1A00', extensions: ['XN8P1'] }]],
    [
      '1A09.Y/FA11.Y',
      [
        { stem: '1A09.Y', extensions: [] },
        { stem: 'FA11.Y', extensions: [] },
      ],
    ],
    [
      ' 2D40 & XA1 & XB2 / CA40&XN3 ',
      [
        { stem: '2D40', extensions: ['XA1', 'XB2'] },
        { stem: 'CA40', extensions: ['XN3'] },
      ],
    ],
    [
      '1A00&&X1/',
      [
        { stem: '1A00', extensions: ['', 'X1'] },
        { stem: '', extensions: [] },
      ],
    ],
    ['', [{ stem: '', extensions: [] }]],
  ])('%j', (text, stems) => {
    expect(parseExpression(text, form)).toEqual(stems);
    expect(writeExpression(stems, form)).toBe(text.replaceAll(' ', ''));
  });
});
