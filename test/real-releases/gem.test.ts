// The General Equivalence Mappings of 2016 and 2018, both directions: counted, and printed back byte for byte.
import { gemIcd10ToIcd9, gemIcd9ToIcd10 } from '@codeset/ingest-icd-10-cm';
import { type HeldForMap, type MapService, recogniseFiles } from '@codeset/ingestion';
import { type Mapping, type NormalizedMap, translationOptions } from '@codeset/terminology';
import { describe, expect, test } from 'vitest';
import { dataFolder, editionFiles, skipReason } from './icd-10-cm-editions.ts';

const quiet = () => undefined;

/** A published file: lines, source codes, lines without a map; and its lines with a code in lower case. */
interface Published {
  readonly version: string;
  readonly service: MapService;
  readonly lines: number;
  readonly sources: number;
  readonly withoutMap: number;
  readonly lowerCase: readonly string[];
}

const published: readonly Published[] = [
  ...[
    { version: '2016', lines: 23_947, sources: 14_567, withoutMap: 425, lowerCase: [] },
    { version: '2018', lines: 24_860, sources: 14_567, withoutMap: 422, lowerCase: [] },
  ].map((counts) => ({ service: gemIcd9ToIcd10, ...counts })),
  ...[
    { version: '2016', lines: 79_192, sources: 69_823, withoutMap: 669, lowerCase: [] },
    { version: '2018', lines: 81_593, sources: 71_704, withoutMap: 731, lowerCase: ['T8853XD v5889 10000'] },
  ].map((counts) => ({ service: gemIcd10ToIcd9, ...counts })),
];

async function normalizePublished(service: MapService, version: string) {
  const { used } = await recogniseFiles(service, [`${dataFolder}/maps/gem/${version}`], quiet);
  const map: NormalizedMap = await service.normalize(used, service.releaseName(version), quiet);
  const text = (await used[0]?.file.read())?.toString('latin1') ?? '';
  return { used, map, text };
}

const valueUnder = ({ properties }: Mapping, code: string) =>
  properties.find((property) => property.code === code)?.value;

/** The flags, from what the mapping says otherwise. */
function flagsOf(mapping: Mapping): string {
  const flags = [
    valueUnder(mapping, 'approximate') === true ? 1 : 0,
    mapping.relationship === 'unmapped' ? 1 : 0,
    valueUnder(mapping, 'scenario') === undefined ? 0 : 1,
    valueUnder(mapping, 'scenario') ?? 0,
    valueUnder(mapping, 'choice-list') ?? 0,
  ];
  return flags.join('');
}

/** The line that a mapping came from, from what the mapping says. */
function printed(mapping: Mapping, sourceColumns: number): string {
  const plain = (code: string) => code.replace('.', '');
  const source = plain(mapping.sourceCode ?? '').padEnd(sourceColumns);
  const target = plain(mapping.targetCode ?? 'NoDx').padEnd(12 - sourceColumns);
  return `${source} ${target} ${flagsOf(mapping)}`;
}

/** Holds the release of ICD-10-CM whose order file this is, and nothing else. */
async function heldEdition(version: string): Promise<HeldForMap> {
  const order = (await editionFiles(version)).find(({ role }) => role === 'order-file');
  const rows = ((await order?.file.read())?.toString('latin1') ?? '').split(/\r?\n/);
  const selectable = new Map(rows.map((row) => [row.slice(6, 13).trim(), row.charAt(14) === '1']));
  const release = { version, effectiveFrom: `${Number(version) - 1}-10-01`, scheduledTo: null, draft: false };
  return {
    releases: [],
    listMappings: async () => [],
    codeSystem: async () => ({
      releases: [release],
      findKeys: async () => new Map(),
      findCodes: async (_, codes) =>
        new Map(
          codes.flatMap((code) => {
            const found = selectable.get(code.replace('.', ''));
            return found === undefined ? [] : [[code, { selectable: found }] as const];
          }),
        ),
    }),
  };
}

// Skipped only where the published files are not there, and never in CI: the title then says why.
describe.skipIf(skipReason !== null)(`the General Equivalence Mappings ${skipReason ?? ''}`, () => {
  describe.each(published)('$service.definition.id of $version', (expected) => {
    const { service, version } = expected;

    test('has its lines, sources and lines without a map, and prints back byte for byte', async () => {
      const { used, map, text } = await normalizePublished(service, version);
      expect(used.map(({ role }) => role)).toEqual(['gem']);
      const unmapped = map.mappings.filter(({ relationship }) => relationship === 'unmapped');
      expect({
        lines: map.mappings.length,
        counted: map.sourceRecords['lines'],
        sources: new Set(map.mappings.map(({ sourceCode }) => sourceCode)).size,
        withoutMap: unmapped.length,
      }).toEqual({
        lines: expected.lines,
        counted: text.split('\r\n').length - 1,
        sources: expected.sources,
        withoutMap: expected.withoutMap,
      });
      const sourceColumns = service === gemIcd9ToIcd10 ? 5 : 7;
      const lines = text.split('\r\n');
      const back = [...map.mappings.map((mapping) => printed(mapping, sourceColumns)), ''];
      expect(back).toHaveLength(lines.length);
      expect(map.mappings.filter((mapping) => valueUnder(mapping, 'flags') !== flagsOf(mapping))).toEqual([]);
      const differing = lines.filter((line, at) => line !== back[at]);
      expect(differing).toEqual(expected.lowerCase);
      // Nothing but the letter case may differ: the rest of those lines is the publisher's too.
      expect(back.join('\r\n').toUpperCase() === text.toUpperCase()).toBe(true);
    });

    test('names billable codes of ICD-10-CM only', async () => {
      const { used, map } = await normalizePublished(service, version);
      expect(await service.check(map, used, await heldEdition(version), quiet)).toEqual([]);
    });
  });

  test('8190 of 2018 has two scenarios, of two and of three choice lists', async () => {
    const { map } = await normalizePublished(gemIcd9ToIcd10, '2018');
    const lists = new Map<string, string[]>();
    for (const mapping of map.mappings) {
      if (mapping.sourceCode !== '819.0') continue;
      const key = `${valueUnder(mapping, 'scenario')}/${valueUnder(mapping, 'choice-list')}`;
      lists.set(key, [...(lists.get(key) ?? []), mapping.targetCode ?? '']);
    }
    expect(Object.fromEntries(lists)).toEqual({
      '1/1': ['S42.91XA', 'S52.91XA'],
      '1/2': ['S42.92XA', 'S52.92XA'],
      '2/1': ['S42.90XA', 'S52.90XA'],
      '2/2': ['S22.20XA'],
      '2/3': ['S22.49XA'],
    });
    // One code of each choice list of one scenario: the sets of codes that say the same together.
    const options = translationOptions(map.mappings.filter(({ sourceCode }) => sourceCode === '819.0'));
    const sets = options.flatMap((option) =>
      option.is === 'target'
        ? [[option.mapping.targetCode]]
        : option.choiceLists.reduce<(string | null)[][]>(
            (some, { choices }) =>
              some.flatMap((set) => choices.map(({ targetCode }) => [...set, targetCode])),
            [[]],
          ),
    );
    expect(sets).toEqual([
      ['S42.91XA', 'S42.92XA'],
      ['S42.91XA', 'S52.92XA'],
      ['S52.91XA', 'S42.92XA'],
      ['S52.91XA', 'S52.92XA'],
      ['S42.90XA', 'S22.20XA', 'S22.49XA'],
      ['S52.90XA', 'S22.20XA', 'S22.49XA'],
    ]);
  });

  test('the findings are the slips that are known', async () => {
    const findings: Record<string, string[]> = {};
    for (const { service, version } of published) {
      const { map } = await normalizePublished(service, version);
      findings[`${service.definition.id} ${version}`] = map.findings.map(
        ({ rule, message, where }) => `${rule} ${where?.split('/').at(-1)}: ${message}`,
      );
    }
    expect(findings).toEqual({
      'gem-icd-9-cm-icd-10-cm 2016': [],
      'gem-icd-9-cm-icd-10-cm 2018': [],
      'gem-icd-10-cm-icd-9-cm 2016': [
        'combination-gaps 2016_I10gem.txt:20570: N13.9 has choice list 2 in scenario 1, expected two or more from 1 on without a gap.',
      ],
      'gem-icd-10-cm-icd-9-cm 2018': [
        'lower-case-code 2018_I10gem.txt:73170: v5889 is written with a lower-case letter; upper-cased.',
      ],
    });
  });

  test('a file of another year is refused', async () => {
    const { used } = await normalizePublished(gemIcd9ToIcd10, '2018');
    await expect(
      gemIcd9ToIcd10.normalize(used, gemIcd9ToIcd10.releaseName('2016'), quiet),
    ).rejects.toMatchObject({ code: 'FILE_REFUSED', message: expect.stringContaining('found 2018') });
  });
});
