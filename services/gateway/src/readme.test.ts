// Holds the README's tables of limits and environment variables to the code.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { limitRanges } from './limits/limit-ranges.ts';
import { defaultLimits, limitMeanings } from './limits/limits.ts';
import { limitVariable } from './limits/read-limits.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Cells of the table rows whose first cell is code. */
function rowsAfter(heading: string): string[][] {
  const section = read('../README.md').split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`(\w+)`$/, '$1')),
  );
}

test('the limits, their values, variables and ranges, and what each counts', () => {
  const documented = rowsAfter('Limits').map((row) => row.map((cell) => cell.replace(/(\d),(?=\d)/g, '$1')));
  const limits = Object.entries(defaultLimits).map(([name, value]) => [
    name,
    String(value),
    limitVariable(name),
    limitRanges[name as keyof typeof limitRanges].join(' to '),
    limitMeanings[name as keyof typeof limitMeanings],
  ]);
  expect(documented).toEqual(limits);
});

test('the environment variables', () => {
  const documented = rowsAfter('Starting it').map(([name]) => name);
  const variables = [...read('settings.ts').matchAll(/^ +([A-Z_]+): (?:z\.|databaseUrl|logLevel)/gm)].map(
    ([, name]) => name,
  );
  expect(documented).toEqual(variables);
});
