// Holds the names and captions of files: one idea each, named in kebab-case, said in the first line.
import { describe, expect, test } from 'vitest';
import { listPackages, listSources, type SourceText } from './house.ts';

const wordless = /(^|[/-])(utils?|helpers?|common|shared|misc|types)\.ts$/;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.ts$/;

function nameBreaches({ path, text }: SourceText): string[] {
  const name = path.split('/').at(-1) ?? '';
  const first = text.split('\n', 1)[0] ?? '';
  return [
    ...(kebab.test(name) ? [] : [`${path} is not named in kebab-case`]),
    ...(wordless.test(path) ? [`${path} has a name that says nothing`] : []),
    ...(/^\/\/ \S.*\S/.test(first) ? [] : [`${path} does not say in its first line what it is for`]),
    ...(/\bexport default\b/.test(text) && !path.includes('.test.') ? [`${path} has a default export`] : []),
  ];
}

describe('file names', () => {
  test('hold everywhere', () => {
    const folders = [...listPackages().map(({ folder }) => `${folder}/src`), 'scripts', 'test'];
    const sources = folders.flatMap(listSources);
    expect(sources.length).toBeGreaterThan(60);
    expect(sources.flatMap(nameBreaches)).toEqual([]);
  });

  test('are seen to be broken', () => {
    expect(nameBreaches({ path: 'a/Utils.ts', text: 'export default 1;' })).toHaveLength(3);
    expect(nameBreaches({ path: 'a/string-utils.ts', text: '// Text.' })).toEqual([
      'a/string-utils.ts has a name that says nothing',
    ]);
  });
});
