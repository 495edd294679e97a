// Holds the import directions, and shows that the guard bites.
import { describe, expect, test } from 'vitest';
import { listPackages, listSources } from './house.ts';
import { importBreaches } from './import-directions.ts';

describe('import directions', () => {
  test('hold in every package and service', () => {
    const sources = listPackages().flatMap(({ folder }) => listSources(`${folder}/src`));
    expect(sources.length).toBeGreaterThan(50);
    expect(importBreaches(sources)).toEqual([]);
  });

  test.each([
    ['packages/terminology/src/x.ts', '@codeset/source-files', 'which packages/terminology may not'],
    ['packages/database/src/x.ts', '@codeset/ingestion', 'which packages/database may not'],
    ['services/gateway/src/schema/x.ts', '@codeset/database', 'which services/gateway may not'],
    ['services/gateway/src/schema/x.ts', '@codeset/database/load', 'which services/gateway may not'],
    [
      'services/ingest-icd-10-cm/src/x.ts',
      '@codeset/ingest-hcpcs',
      'which services/ingest-icd-10-cm may not',
    ],
    ['services/ingest-icd-10-cm/src/x.ts', 'postgres', 'files are read without a database'],
    ['packages/source-files/src/x.ts', 'drizzle-orm/postgres-js', 'files are read without a database'],
    ['packages/ingestion/src/x.ts', '@codeset/test-kit', 'which packages/ingestion may not'],
    ['packages/ingestion/src/x.ts', '../../database/src/load.ts', 'which is outside packages/ingestion'],
    ['packages/ingestion/src/x.ts', './index.ts', "its own package's index.ts"],
    ['packages/ingestion/src/x.ts', './load-release', 'without its extension'],
  ])('%s may not import %s', (path, module, breach) => {
    const source = { path, text: `import { x } from '${module}';\n` };
    expect(importBreaches([source]).join()).toContain(breach);
  });

  test.each([
    ['export { x } from', "export { x } from '@codeset/gateway';"],
    ['import type', "import type {\n  X,\n} from '@codeset/gateway';"],
    ['import()', "const x = await import('@codeset/gateway');"],
    ['a bare import', "import '@codeset/gateway';"],
  ])('are seen in %s as well', (_, text) => {
    expect(importBreaches([{ path: 'packages/database/src/x.ts', text: `\n${text}\n` }])).toHaveLength(1);
  });
});
