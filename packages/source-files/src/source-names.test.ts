// Names of what the operator named.
import { expect, test } from 'vitest';
import { sourceNames } from './source-names.ts';

test('the last part of a path is its name', () => {
  expect(sourceNames(['/data/2023/order.zip', '/data/2023', '.'])).toEqual([
    'order.zip',
    '2023',
    process.cwd().split('/').at(-1),
  ]);
});

test('two alike take on as many folders as it needs, others stay', () => {
  expect(sourceNames(['/a/x/codes.zip', '/b/x/codes.zip', '/c/order.zip'])).toEqual([
    'a/x/codes.zip',
    'b/x/codes.zip',
    'order.zip',
  ]);
});

test('the same path twice has the same name twice', () => {
  expect(sourceNames(['/a/codes.zip', '/a/../a/codes.zip'])).toEqual(['codes.zip', 'codes.zip']);
});
