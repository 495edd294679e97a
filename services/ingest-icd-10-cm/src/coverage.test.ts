// The coverage report: every place of the samples' XML is captured, and one that is not is seen.
import { describe, expect, it } from 'vitest';
import { coverage } from './coverage.ts';
import { normalize } from './normalize.ts';
import { releaseName } from './release-name.ts';
import { sampleFiles, withChanged } from './source-file-in-memory.ts';

describe('coverage', () => {
  it.each(['2026', '2027'] as const)('misses nothing in the sample %s', async (version) => {
    const reports = await coverage(await sampleFiles(version));
    expect(reports.map(({ role }) => role).sort()).toEqual([
      'drug-table',
      'external-cause-index',
      'index-to-diseases',
      'neoplasm-table',
      'tabular-list',
    ]);
    expect(reports.flatMap(({ lines }) => lines.filter(({ captured }) => !captured))).toEqual([]);
  });

  it('names what is not captured, and so does the load', async () => {
    const files = await withChanged(await sampleFiles('2026'), 'tabular-list', (text) =>
      text.replace('<includes>', '<includes><aside kind="x">new</aside>'),
    );
    const missed = (await coverage(files)).flatMap(({ lines }) => lines.filter(({ captured }) => !captured));
    expect(missed.map(({ path, count }) => `${path} ${count}`)).toEqual([
      'aside#text 1',
      'aside@kind 1',
      'includes>aside 1',
    ]);
    const { findings } = await normalize(files, releaseName('2026'), () => undefined);
    expect(findings.filter(({ rule }) => rule === 'not-captured')).toHaveLength(3);
  });
});
