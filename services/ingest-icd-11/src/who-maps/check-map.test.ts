// The codes of the tables against the release of ICD-11 that they are made for.
import type { HeldForMap, NamedCode } from '@codeset/ingestion';
import { describe, expect, it } from 'vitest';
import { normalize } from '../normalize.ts';
import { releaseName } from '../release-name.ts';
import { sampleFiles } from '../source-file-in-memory.ts';
import { back, multiple, normalizeText, one } from './map-in-memory.ts';

const sample = await normalize(await sampleFiles('2027-01'), releaseName('2027-01'), () => undefined);
const codes = sample.concepts.flatMap(({ code }) => code ?? []);
const entitiesOfSample = new Map(sample.concepts.map(({ key, code }) => [key, { code }]));

/** Holds a release with those codes, and with the entities of the sample under their codes there. */
function held(
  version: string,
  those: readonly string[],
  entities: ReadonlyMap<string, { readonly code: string | null }> = entitiesOfSample,
): HeldForMap {
  return {
    releases: [],
    listMappings: async () => [],
    codeSystem: async (id) => ({
      releases: id === 'icd-11-mms' ? [releaseName(version)] : [],
      findKeys: async (_, asked) => {
        const keys = new Set(asked);
        return new Map([...entities].filter(([key]) => keys.has(key)));
      },
      findCodes: async (_, asked) =>
        new Map(
          asked
            .filter((code) => those.includes(code))
            .map((code): [string, NamedCode] => [code, { selectable: true }]),
        ),
    }),
  };
}

async function findings({ service, text }: typeof one, holds: HeldForMap) {
  const { map, files } = await normalizeText(service, text);
  return await service.check(map, files, holds, () => undefined);
}

describe('the codes of ICD-11', () => {
  it.each([one, multiple, back])(
    'of the sample of $service.definition.id are all in the sample release',
    async (table) => {
      expect(await findings(table, held('2027-01', codes))).toEqual([]);
    },
  );

  it.each([one, multiple, back])(
    'of $service.definition.id name entities by the keys of the sample release',
    async ({ service, text }) => {
      const { map } = await normalizeText(service, text);
      const keys = new Map(sample.concepts.map(({ key, code }) => [key, code]));
      for (const { sourceKey, sourceCode, targetKey, targetCode } of map.mappings) {
        const [key, code] = sourceKey === null ? [targetKey, targetCode] : [sourceKey, sourceCode];
        if (key !== null) expect([key, code ?? keys.get(key)]).toEqual([key, keys.get(key)]);
      }
    },
  );

  it('that are not there are told once each, also within an expression', async () => {
    const some = codes.filter((code) => !['1A00', 'XS11', '1B00'].includes(code));
    expect(await findings(one, held('2027-01', some))).toEqual([
      {
        severity: 'warning',
        rule: 'codes-held',
        message: '1A00 is not in release 2027-01 of icd-11-mms, which the table is made for.',
        where: 't.txt:4',
      },
      {
        severity: 'warning',
        rule: 'codes-held',
        message: 'XS11, in 1A00&XS11, is not in release 2027-01 of icd-11-mms, which the table is made for.',
        where: 't.txt:6',
      },
      {
        severity: 'warning',
        rule: 'codes-held',
        message: '1B00, in 1A10/1B00, is not in release 2027-01 of icd-11-mms, which the table is made for.',
        where: 't.txt:9',
      },
    ]);
    expect(await findings(back, held('2027-01', some))).toMatchObject([{ where: 't.txt:5' }]);
  });

  it('are not looked for in another release', async () => {
    expect(await findings(one, held('2026-01', []))).toEqual([
      {
        severity: 'info',
        rule: 'codes-not-compared',
        message: expect.stringMatching(
          /^The 7 codes and \d+ entities of ICD-11 in the table were not looked for, because release 2027-01 of icd-11-mms is not held\.$/,
        ),
        where: null,
      },
    ]);
  });
});

describe('the entities of ICD-11', () => {
  it('that are not there, or have another code there, are told with the place, groupings among them', async () => {
    const { map } = await normalizeText(one.service, one.text);
    const grouping = map.mappings.find(
      ({ targetKey, targetCode }) => targetKey !== null && targetCode === null,
    );
    const coded = map.mappings.find(({ targetKey, targetCode }) => targetKey !== null && targetCode !== null);
    if (!grouping?.targetKey || !coded?.targetKey) throw new Error('the sample names no such entities');
    const entities = new Map(entitiesOfSample);
    entities.delete(grouping.targetKey);
    entities.set(coded.targetKey, { code: '9Z99' });
    const found = await findings(one, held('2027-01', codes, entities));
    expect(found.map(({ rule, message, where }) => [rule, message, where])).toEqual(
      [
        [
          grouping.place,
          `The entity ${grouping.targetKey} is not in release 2027-01 of icd-11-mms, which the table is made for.`,
        ],
        [
          coded.place,
          `The entity ${coded.targetKey} has the code 9Z99 in release 2027-01 of icd-11-mms, ${coded.targetCode} in the table.`,
        ],
      ]
        .sort(([a = ''], [b = '']) => Number(a.replace(/\D/g, '')) - Number(b.replace(/\D/g, '')))
        .map(([place, message]) => ['entities-held', message, `t.txt:${place?.replace('line ', '')}`]),
    );
  });
});
