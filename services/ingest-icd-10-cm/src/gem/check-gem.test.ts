// The codes of a GEM against ICD-10-CM as held, and the sample against the sample.
import type { HeldForMap, MapService, NamedCode } from '@codeset/ingestion';
import { undotted } from '../code-form.ts';
import { readOrderRows } from '../order-rows.ts';
import { sampleFiles } from '../source-file-in-memory.ts';
import { describe, expect, test } from 'vitest';
import { normalizeLines, sampleGemFiles } from './gem-in-memory.ts';
import { gemIcd10ToIcd9, gemIcd9ToIcd10 } from './gem-service.ts';

const quiet = () => undefined;

/** Holds one release of ICD-10-CM, in which `find` knows the codes; nothing of any other code system. */
function held(version: string, find: (code: string) => NamedCode | undefined): HeldForMap {
  const release = { version, effectiveFrom: `${Number(version) - 1}-10-01`, scheduledTo: null, draft: false };
  return {
    releases: [],
    listMappings: () => Promise.reject(new Error('earlier releases are not asked for')),
    codeSystem: async (id) => ({
      releases: id === 'icd-10-cm' ? [release] : [],
      findKeys: async () => new Map(),
      findCodes: async (_, codes) =>
        new Map(
          codes.flatMap((code) => {
            const found = find(code);
            return found ? [[code, found] as const] : [];
          }),
        ),
    }),
  };
}

const some = (code: string) =>
  ({ 'A00.0': { selectable: true }, A00: { selectable: false } })[code] satisfies NamedCode | undefined;

describe('the check', () => {
  test('finds targets that are not in the release, or are headers, each once', async () => {
    const lines = [
      '0010  A000    00000',
      '0011  A00     10000',
      '0012  A001    10000',
      '0013  A001    10000',
    ];
    const { map, files } = await normalizeLines([...lines, '0014  NoDx    11000']);
    expect(await gemIcd9ToIcd10.check(map, files, held('2018', some), quiet)).toEqual([
      {
        severity: 'info',
        rule: 'codes-held',
        message: 'A00 is a header in release 2018 of ICD-10-CM.',
        where: 'gem.txt:2',
      },
      {
        severity: 'warning',
        rule: 'codes-held',
        message: 'A00.1 is not in release 2018 of ICD-10-CM.',
        where: 'gem.txt:3',
      },
    ]);
  });

  test('finds sources likewise, the other way', async () => {
    const { map, files } = await normalizeLines(
      ['A000    0010  00000', 'A001    NoDx  11000'],
      gemIcd10ToIcd9,
    );
    expect(await gemIcd10ToIcd9.check(map, files, held('2018', some), quiet)).toMatchObject([
      { severity: 'warning', message: 'A00.1 is not in release 2018 of ICD-10-CM.', where: 'gem.txt:2' },
    ]);
  });

  test('says that nothing was compared where the release is not held', async () => {
    const { map, files } = await normalizeLines(['0010  A000    00000']);
    expect(await gemIcd9ToIcd10.check(map, files, held('2017', some), quiet)).toEqual([
      {
        severity: 'info',
        rule: 'codes-not-compared',
        message: 'The codes were not looked for, because release 2018 of ICD-10-CM is not held.',
        where: null,
      },
    ]);
  });

  test.each<[string, MapService]>([
    ['from ICD-9-CM', gemIcd9ToIcd10],
    ['from ICD-10-CM', gemIcd10ToIcd9],
  ])('has nothing to say of the sample, %s', async (_, service) => {
    const order = (await sampleFiles('2027')).find(({ role }) => role === 'order-file');
    const { byCode } = readOrderRows((await order?.file.read()) ?? Buffer.of(), 'order');
    const holds = held('2027', (code) => {
      const row = byCode.get(undotted(code));
      return row && { selectable: row.headerFlag === '1' };
    });
    let checked = 0;
    for (const file of await sampleGemFiles()) {
      const { role, remark } = await service.recognise(file);
      if (role === null) continue;
      const files = [{ file, role, remark }];
      const map = await service.normalize(files, service.releaseName('2027'), quiet);
      expect(await service.check(map, files, holds, quiet)).toEqual([]);
      checked += 1;
    }
    expect(checked).toBe(1);
  });
});
