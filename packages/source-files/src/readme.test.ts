// What the README claims is there: every file of the map, every cap of the table, every runtime dependency.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultSourceLimits } from './source-limits.ts';

const folder = new URL('../', import.meta.url);
const readme = readFileSync(new URL('README.md', folder), 'utf8');
const firstCells = (heading: string) =>
  (readme.split(`## ${heading}`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .flatMap((line) => /^\| `([^`]+)`/.exec(line)?.[1] ?? []);

test('the map names every file and no other', () => {
  const files = readdirSync(new URL('src/', folder)).filter((name) => !name.endsWith('.test.ts'));
  expect(firstCells('Files').toSorted()).toEqual(files.toSorted());
});

test('the table of limits has every cap with its value', () => {
  const table = firstCells('Limits').map((name) => [
    name,
    Number(new RegExp(`\\| \`${name}\`\\s+\\| ([\\d,]+)\\s`).exec(readme)?.[1]?.replaceAll(',', '')),
  ]);
  expect(Object.fromEntries(table)).toEqual(defaultSourceLimits);
});

test('every runtime dependency has its line', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  const named = Object.keys(dependencies).filter((name) => !name.startsWith('@codeset/'));
  expect(firstCells('Dependencies').toSorted()).toEqual(named.toSorted());
});
