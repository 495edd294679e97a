// Escapes of workbook texts.
import { expect, test } from 'vitest';
import { caught } from './caught.ts';
import { refusingAt } from './workbook-fault.ts';
import { workbookText } from './workbook-text.ts';

const refuse = refusingAt(() => 'w.xlsx!S!A1');
const read = (stored: string) => workbookText(stored, 1_000, refuse);

test.each([
  ['a_x000D_b', 'a\rb'],
  ['_x0041_', 'A'],
  ['_x005F_x000D_', '_x000D_'],
  ['_x000d_', '\r'],
  ['_xD83D__xDE00_', '😀'],
  ['_X000D_', '_X000D_'],
  ['_x00D_', '_x00D_'],
  ['_x000G_', '_x000G_'],
  ['__x0041__', '_A_'],
  ['   A1', '   A1'],
  ['a\tb\nc\u00a0\u0096 ', 'a\tb\nc\u00a0\u0096 '],
])('%j is read as %j', (stored, text) => {
  expect(read(stored)).toBe(text);
});

test.each(['_x0000_', 'a_x0007_b', '_xD83D_', '_xDE00__xD83D_'])('%j is refused', (stored) => {
  expect(caught(() => read(stored))).toMatchObject({ file: 'w.xlsx!S!A1', found: `the text "${stored}"` });
});

test('a longer text than allowed is refused', () => {
  expect(read('x'.repeat(1_000))).toHaveLength(1_000);
  expect(caught(() => read('x'.repeat(1_001))).message).toContain('found a text of 1001 characters, "xxx');
});
