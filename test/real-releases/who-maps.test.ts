// WHO's three tables between ICD-10 and ICD-11, both editions at hand: every row read, printed back, held against the workbook.
import { whoIcd10ToIcd11Multiple, whoIcd10ToIcd11One, whoIcd11ToIcd10One } from '@codeset/ingest-icd-11';
import type { HeldForMap, MapService, NamedCode, RecognisedFile } from '@codeset/ingestion';
import { listSourceFiles } from '@codeset/source-files';
import { digestOfMap, type Mapping, type MentionedConcept, type NormalizedMap } from '@codeset/terminology';
import { describe, expect, test } from 'vitest';
import { dataFolder, normalizedEdition, skipReason } from './icd-11-editions.ts';

/** Rows, of these: with No Mapping, with several codes of ICD-11 together; sources and targets mentioned; findings. */
interface Figures {
  readonly service: MapService;
  readonly version: '2019-04' | '2024-01';
  readonly rows: number;
  readonly unmapped: number;
  readonly together: number;
  readonly sources: number;
  readonly targets: number;
  readonly findings: readonly string[];
}

const noted = ['info table-date'];
const blankTitle = 'warning concept-said-otherwise';

const tables: readonly Figures[] = [
  figures(whoIcd10ToIcd11One, '2019-04', [12_483, 50, 8, 12_483, 5836], [...noted, blankTitle]),
  figures(
    whoIcd10ToIcd11Multiple,
    '2019-04',
    [15_466, 18, 8, 12_483, 7631],
    [...noted, 'info row-twice', 'info row-twice', blankTitle, 'warning depth-repeated'],
  ),
  figures(whoIcd11ToIcd10One, '2019-04', [17_746, 36, 0, 17_746, 6316], noted),
  figures(whoIcd10ToIcd11One, '2024-01', [12_597, 5, 826, 12_597, 6791], noted),
  figures(whoIcd10ToIcd11Multiple, '2024-01', [15_658, 1, 957, 12_597, 8908], noted),
  figures(whoIcd11ToIcd10One, '2024-01', [17_908, 36, 0, 17_908, 6394], noted),
];

function figures(
  service: MapService,
  version: Figures['version'],
  [rows, unmapped, together, sources, targets]: readonly [number, number, number, number, number],
  findings: readonly string[],
): Figures {
  return { service, version, rows, unmapped, together, sources, targets, findings };
}

/** The files of an edition that take part in the load of one of its tables, and why the others do not. */
async function recognised({ service, version }: Figures): Promise<Pick<Loaded, 'files' | 'leftAside'>> {
  const files: RecognisedFile[] = [];
  const leftAside: string[] = [];
  for (const file of await listSourceFiles([`${dataFolder}/maps/who-icd-10-icd-11/${version}`])) {
    const { role, remark } = await service.recognise(file);
    if (role === null) leftAside.push(remark);
    else files.push({ file, role, remark });
  }
  return { files, leftAside };
}

/** A table in our words, and as it was published. */
interface Loaded {
  readonly files: readonly RecognisedFile[];
  /** Remarks on the other files of the edition. */
  readonly leftAside: readonly string[];
  readonly map: NormalizedMap;
  readonly text: string;
}

/** Each table is read once, when the first test asks for it. */
const loadedOnce = new Map<Figures, Promise<Loaded>>();

function load(table: Figures): Promise<Loaded> {
  const loaded = loadedOnce.get(table) ?? readTable(table);
  loadedOnce.set(table, loaded);
  return loaded;
}

async function readTable(table: Figures): Promise<Loaded> {
  const { files, leftAside } = await recognised(table);
  const { service, version } = table;
  const map = await service.normalize(files, service.releaseName(version), () => undefined);
  const text = files.find(({ role }) => !isOfWorkbook(role))?.file;
  return { files, leftAside, map, text: (await text?.read())?.toString('utf8') ?? '' };
}

function isOfWorkbook(role: string): boolean {
  return role.endsWith('-workbook');
}

/** The map as the workbook alone gives it. */
async function loadWorkbook(table: Figures): Promise<NormalizedMap> {
  const { service, version } = table;
  const files = (await load(table)).files.filter(({ role }) => isOfWorkbook(role));
  expect(files).toHaveLength(1);
  return await service.normalize(files, service.releaseName(version), () => undefined);
}

/** The digest, with each mapping at its row, whether this is a line or a row of a sheet: the place is part of it. */
function digestByRow({ mappings, mentions, between }: NormalizedMap): string {
  const placed = mappings.map((mapping) => ({
    ...mapping,
    place: mapping.place.replace(/^.*(line|row) /, ''),
  }));
  return digestOfMap({ mappings: placed, mentions, between });
}

/** The rows of the map as the publisher writes them, below the header of the file. */
function printed({ mappings, mentions }: NormalizedMap, header: string, fromTen: boolean): string {
  const concepts = new Map(mentions.map((concept) => [`${concept.side} ${concept.key}`, concept]));
  const sideOf = (mapping: Mapping, side: 'source' | 'target') => {
    const key =
      side === 'source'
        ? (mapping.sourceKey ?? mapping.sourceCode)
        : (mapping.targetKey ?? mapping.targetCode);
    const concept = concepts.get(`${side} ${key}`);
    const title = propertyOf(mapping, `${side}-title`);
    return concept && { ...concept, title: title === '' ? concept.title : title };
  };
  const lines = mappings.map((mapping) => {
    const [source, target] = [sideOf(mapping, 'source'), sideOf(mapping, 'target')];
    return fromTen ? fromTenLine(mapping, source, target) : fromElevenLine(mapping, source, target);
  });
  return `${[header, ...lines].join('\r\n')}\r\n`;
}

type Side = MentionedConcept | undefined;

function fromTenLine(mapping: Mapping, ten: Side, eleven: Side): string {
  const source = [ten?.kind, ten?.depthInKind, ten?.code, ten?.chapter, ten?.title];
  const uris = [propertyOf(mapping, 'foundation-uri'), propertyOf(mapping, 'linearization-uri')];
  const target =
    mapping.relationship === 'unmapped'
      ? ['', '', 'No Mapping', '', '', '', '']
      : [eleven?.kind, eleven?.depthInKind, ...uris, eleven?.code, eleven?.chapter, eleven?.title];
  return [...source, ...target].join('\t');
}

function fromElevenLine(mapping: Mapping, eleven: Side, ten: Side): string {
  const source = [propertyOf(mapping, 'linearization-uri'), eleven?.code, eleven?.chapter, eleven?.title];
  const target =
    mapping.relationship === 'unmapped' ? ['No Mapping', '', ''] : [ten?.code, ten?.chapter, ten?.title];
  return [...source, ...target].join('\t');
}

function propertyOf({ properties }: Mapping, code: string): string {
  return String(properties.find((property) => property.code === code)?.value ?? '');
}

/** What is held where ICD-11 of 2024-01 is, and nothing else. */
async function heldMms(): Promise<HeldForMap> {
  const { name, concepts } = await normalizedEdition('2024-01', 'tabulation-text');
  const codes = new Set(concepts.map(({ code }) => code));
  const byKey = new Map(concepts.map(({ key, code }) => [key, { code }]));
  return {
    releases: [],
    listMappings: async () => [],
    codeSystem: async () => ({
      releases: [name],
      findKeys: async (_, asked) =>
        new Map(
          asked.flatMap((key) => (byKey.has(key) ? [[key, byKey.get(key) ?? { code: null }] as const] : [])),
        ),
      findCodes: async (_, asked) =>
        new Map(
          asked
            .filter((code) => codes.has(code))
            .map((code): [string, NamedCode] => [code, { selectable: true }]),
        ),
    }),
  };
}

// Skipped only where the published files are not there, and never in CI: the title then says why.
describe.skipIf(skipReason !== null)(`WHO's tables between ICD-10 and ICD-11 ${skipReason ?? ''}`, () => {
  describe.each(tables)('$service.definition.id of $version', (table) => {
    const fromTen = table.service.definition.sourceCodeSystem === 'icd-10';

    test('is one file of the edition, or text and workbook, and has all its rows', async () => {
      const { files, map } = await load(table);
      const { id } = table.service.definition;
      const roles = table.version === '2019-04' ? [id, `${id}-workbook`] : [id];
      expect(files.map(({ role }) => role).sort()).toEqual(roles);
      expect(map.mappings).toHaveLength(table.rows);
      expect(map.sourceRecords).toEqual({
        'table rows': table.rows,
        'rows that say No Mapping': table.unmapped,
        'rows with several ICD-11 codes together': table.together,
      });
      const relationships = map.mappings.filter(({ relationship }) => relationship === 'unmapped');
      expect(relationships).toHaveLength(table.unmapped);
      expect(map.between).toEqual({
        source: fromTen ? null : table.version,
        target: fromTen ? table.version : null,
      });
    });

    test('mentions each concept once', async () => {
      const { map } = await load(table);
      const named = map.mentions.map(({ side, key }) => `${side} ${key}`);
      expect(new Set(named).size).toBe(named.length);
      expect(map.mentions.filter(({ side }) => side === 'source')).toHaveLength(table.sources);
      expect(map.mentions.filter(({ side }) => side === 'target')).toHaveLength(table.targets);
    });

    test('says what is odd in it, and nothing else', async () => {
      const { map } = await load(table);
      expect(map.findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(table.findings);
    });

    test('is printed back byte for byte', async () => {
      const { map, text } = await load(table);
      const again = printed(map, text.slice(0, text.indexOf('\r\n')), fromTen);
      const [lines, expected] = [again.split('\r\n'), text.split('\r\n')];
      expect(lines.filter((line, at) => line !== expected[at])).toEqual([]);
      expect(again === text).toBe(true);
    });
  });

  test('of 2024-01: name codes that MMS 2024-01 has, all of them, and blocks, of which fourteen are not there', async () => {
    const held = await heldMms();
    const found: Record<string, string[]> = {};
    for (const table of tables.filter(({ version }) => version === '2024-01')) {
      const { files, map } = await load(table);
      const findings = await table.service.check(map, files, held, () => undefined);
      expect(findings.filter(({ rule }) => rule !== 'entities-held')).toEqual([]);
      found[table.service.definition.id] = findings.map(
        ({ message, where }) =>
          `${/^The entity (\d+) is not/.exec(message)?.[1]} ${where?.split(':').at(-1)}`,
      );
    }
    // All of them blocks: “Neoplasms of the circulatory system”, “Purpura due to disorders of platelets” and the like.
    expect(found).toEqual({
      'who-icd-10-icd-11-one': ['966120194 7681'],
      'who-icd-10-icd-11-multiple': [
        '539975693 1282',
        '893358872 1549',
        '2138916008 2213',
        '221437979 2214',
        '392966641 2215',
        '510875464 2216',
        '2128275244 2371',
        '368888918 2751',
        '257306523 2962',
        '1476976762 5430',
        '307402036 9698',
        '1902845536 9722',
        '966120194 9763',
        '1349062394 10626',
      ],
      'who-icd-11-icd-10-one': [],
    });
  }, 60_000);

  test('of 2019-04: the row with a blank at the end of a title keeps it, the concept is as the rows before say', async () => {
    const [table = expect.fail()] = tables;
    const { map } = await load(table);
    const finding = map.findings.find(({ rule }) => rule === 'concept-said-otherwise');
    expect(finding?.message).toContain('NA01.Z has "Open wound of head, unspecified / " as title');
    expect(map.mappings.find(({ sourceCode }) => sourceCode === 'S01.5')?.properties.at(-1)).toEqual({
      code: 'target-title',
      value: 'Open wound of head, unspecified / ',
    });
  });

  test('of 2019-04: texts and workbooks of the other tables and the readme are left aside with the reason', async () => {
    const [table = expect.fail()] = tables;
    const { leftAside } = await load(table);
    const multiple = "WHO's 10To11MapToMultipleCategories, which is the map who-icd-10-icd-11-multiple";
    const back = "WHO's 11To10MapToOneCategory, which is the map who-icd-11-icd-10-one";
    expect([...leftAside].sort()).toEqual([
      multiple,
      multiple,
      back,
      back,
      'the readme that explains the columns',
    ]);
  });

  test.each([tables[0], tables[2]])(
    'of 2019-04: the workbook alone gives $service.definition.id as the text does',
    async (table = expect.fail()) => {
      const [{ map }, ofWorkbook] = [await load(table), await loadWorkbook(table)];
      expect(ofWorkbook.mappings[3]?.place).toMatch(/^1[01]To1[01]MapToOneCategory!row 5$/);
      expect(digestByRow(ofWorkbook)).toBe(digestByRow(map));
      const rules = (findings: NormalizedMap['findings']) => findings.map(({ rule }) => rule);
      expect(rules(ofWorkbook.findings)).toEqual(rules(map.findings));
    },
  );

  test('of 2019-04: the workbook with several targets has the depths of ICD-10 twice, and all else as the text', async () => {
    const [, table = expect.fail()] = tables;
    const [{ map }, ofWorkbook] = [await load(table), await loadWorkbook(table)];
    const finding = map.findings.at(-1);
    expect(finding?.message).toContain('in all 15466 rows');
    expect(finding?.where).toMatch(/\.xlsx!10To11MapToMultipleCategories!G1$/);
    expect(ofWorkbook.findings.map(({ severity, rule }) => `${severity} ${rule}`).sort()).toEqual(
      [...table.findings].sort(),
    );
    const withoutDepths = map.mentions.map((concept) =>
      concept.side === 'target' ? { ...concept, depthInKind: null } : concept,
    );
    expect(digestByRow(ofWorkbook)).toBe(digestByRow({ ...map, mentions: withoutDepths }));
  });

  test('of 2024-01 are refused as another version', async () => {
    const table = tables[3] ?? expect.fail();
    const { files } = await load(table);
    const name = table.service.releaseName('2025-01');
    await expect(table.service.normalize(files, name, () => undefined)).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringContaining('Load it as version 2024-01'),
    });
  });
});
