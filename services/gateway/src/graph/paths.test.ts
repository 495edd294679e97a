// Paths over GraphQL: routes, steps with who says them, gaps, and what serves the answer.
import {
  aMapping,
  buildMap,
  icd11Of2018,
  icd11Of2024,
  release2025,
  release2026,
  release2027,
  type SmallDatabase,
  smallDatabase,
  smallMap,
} from '@codeset/test-kit';
import type { Mapping, PlainDate } from '@codeset/terminology';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';

let under: GatewayUnderTest<SmallDatabase>;

const needed = (scenario: number, list: number): Partial<Mapping> => ({
  properties: [
    { code: 'scenario', value: scenario },
    { code: 'choice-list', value: list },
  ],
});

beforeAll(async () => {
  const database = await smallDatabase([release2027, release2026, release2025, icd11Of2024, icd11Of2018]);
  const map = async (
    id: string,
    [sourceCodeSystem, targetCodeSystem]: readonly [string, string],
    target: string,
    mappings: readonly Mapping[],
  ) =>
    await buildMap(database.sql, {
      definition: { ...smallMap, id, sourceCodeSystem, targetCodeSystem },
      name: { version: '2026', effectiveFrom: '2025-10-01' as PlainDate, scheduledTo: null, draft: false },
      mappings,
      mentions: [
        {
          side: 'source',
          key: 'o1',
          code: 'o1',
          kind: null,
          depthInKind: null,
          chapter: null,
          title: 'Sweet',
        },
      ],
      between: { source: null, target },
    });
  await map('old-icd-10-cm', ['old', 'icd-10-cm'], '2026', [
    aMapping('o1', 'E11.9', { relationship: 'equivalent' }),
    aMapping('o2', 'T81.32XA', needed(1, 1)),
    aMapping('o2', 'I21.9', needed(1, 2)),
    aMapping('o3', null),
  ]);
  await map('old-icd-11', ['old', 'icd-11-mms'], '2018-12', [aMapping('o1', '1A00', { targetKey: '104' })]);
  under = await gatewayUnderTest(database);
});
afterAll(() => under.close());

const point = 'codeSystem version code title';
const whole = `legs { __typename ... on MapLeg { map { version } conceptMap { id } reverse }
    ... on ReleasesLeg { codeSystem fromVersion toVersion from { version } to { version } blocked } }
  codes { asked status alternatives { whole needs { paths { quality worstStep reverse openChoices
    end { ${point} key concept { display } } gap { kind reason at { ${point} } }
    steps { __typename relationship choices doubts from { ${point} } to { ${point} }
      ... on MapStep { scenario choiceList reverse map { version } mapping { place } }
      ... on ReleasesStep { before { version } after { version } displayBefore together edges { relation evidence { source } } } } } } } }`;

async function paths(codes: readonly string[], rest: string, selection = whole) {
  const { body } = await under.ask(
    `query ($codes: [String!]!) { translationPaths(codes: $codes, ${rest}) { ${selection} } }`,
    { codes },
  );
  if (body.errors) throw new Error(body.errors[0].message);
  return { routes: body.data.translationPaths, extensions: body.extensions };
}
const on = 'from: "old", to: "icd-10-cm", toVersion: "2027"';

describe('a path', () => {
  test('names every map and release, every step with its relationship, and where it arrives', async () => {
    const { routes, extensions } = await paths(['O1'], on);
    expect(routes).toHaveLength(1);
    expect(routes[0].legs).toEqual([
      { __typename: 'MapLeg', map: { version: '2026' }, conceptMap: { id: 'old-icd-10-cm' }, reverse: false },
      {
        __typename: 'ReleasesLeg',
        codeSystem: 'icd-10-cm',
        fromVersion: '2026',
        toVersion: '2027',
        from: { version: '2026' },
        to: { version: '2027' },
        blocked: null,
      },
    ]);
    const [code] = routes[0].codes;
    expect(code).toMatchObject({ asked: 'O1', status: 'ARRIVED', alternatives: [{ whole: true }] });
    expect(code.alternatives[0].needs[0].paths).toMatchObject([
      {
        quality: 'EQUIVALENT',
        worstStep: 0,
        reverse: false,
        openChoices: 0,
        gap: null,
        end: {
          codeSystem: 'icd-10-cm',
          version: '2027',
          code: 'E11.9',
          concept: { display: 'Type 2 diabetes mellitus without complications' },
        },
        steps: [
          {
            __typename: 'MapStep',
            relationship: 'EQUIVALENT',
            from: { codeSystem: 'old', version: null, code: 'o1', title: null },
            to: { version: '2026', code: 'E11.9', title: 'Type 2 diabetes mellitus without complications' },
            map: { version: '2026' },
          },
          {
            __typename: 'ReleasesStep',
            relationship: 'EQUIVALENT',
            before: { version: '2026' },
            after: { version: '2027' },
            edges: [],
          },
        ],
      },
    ]);
    const versions = extensions.releases.map(({ version }: { version: string }) => version);
    expect(new Set(versions)).toEqual(new Set(['2026', '2027']));
    expect(extensions.conceptMaps).toMatchObject([{ conceptMap: 'old-icd-10-cm', version: '2026' }]);
  });

  test('through a combination, a code of which was subdivided with the release after', async () => {
    const { routes } = await paths(['o2'], on);
    const [{ needs }] = routes[0].codes[0].alternatives;
    expect(needs).toMatchObject([
      {
        paths: [
          {
            quality: 'RELATED_TO',
            steps: [
              { scenario: 1, choiceList: 1, choices: 1 },
              {
                relationship: 'RELATED_TO', // one code for one: nobody says that both mean the same
                to: { code: 'T81.320A', title: 'Disruption of fascia, initial encounter' },
                edges: [{ relation: 'REPLACE', evidence: [{ source: 'STRUCTURE' }] }],
              },
            ],
          },
        ],
      },
      { paths: [{ end: { code: 'I21.9' }, steps: [{ scenario: 1, choiceList: 2 }, {}] }] },
    ]);
  });

  test('that ends tells where and why', async () => {
    const { routes } = await paths(['o3', 'o9'], on);
    const gaps = routes[0].codes.map(
      (code: { status: string; alternatives: { needs: { paths: { gap: object }[] }[] }[] }) => [
        code.status,
        code.alternatives[0]?.needs[0]?.paths[0]?.gap,
      ],
    );
    expect(gaps).toMatchObject([
      [
        'GAP',
        {
          kind: 'NO_MAP',
          reason: 'By old-icd-10-cm 2026 there is nothing in icd-10-cm for o3.',
          at: { code: 'o3' },
        },
      ],
      ['GAP', { kind: 'UNKNOWN_CODE', at: { code: 'o9' } }],
    ]);
  });

  test('backwards is marked, its title by the map alone', async () => {
    const rest = 'from: "icd-10-cm", fromVersion: "2026", to: "old", reverse: true';
    const { routes } = await paths(['E119'], rest);
    expect(routes[0].codes[0].alternatives[0].needs[0].paths).toMatchObject([
      {
        reverse: true,
        end: { codeSystem: 'old', version: null, code: 'o1', title: 'Sweet', concept: null },
        steps: [{ reverse: true, from: { title: 'Type 2 diabetes mellitus without complications' } }],
      },
    ]);
  });

  test('by the identity of an entity, under another code', async () => {
    const { routes } = await paths(['o1'], 'from: "old", to: "icd-11-mms", toVersion: "2024-01"');
    expect(routes[0].codes[0].alternatives[0].needs[0].paths).toMatchObject([
      {
        end: { code: '1A01', key: '104' },
        steps: [{ to: { code: '1A00' } }, { edges: [{ relation: 'RENAME' }] }],
      },
    ]);
  });
});

test('where no maps lead there is no route; what is not there is told', async () => {
  expect((await paths(['o1'], 'from: "icd-10-cm", to: "old"')).routes).toEqual([]);
  const refusal = async (rest: string) => {
    const { status, body } = await under.ask(
      `{ translationPaths(codes: ["o1"], ${rest}) { codes { asked } } }`,
    );
    return { status, code: body.errors[0].extensions.code, message: body.errors[0].message };
  };
  expect(await refusal('from: "older", to: "icd-10-cm"')).toMatchObject({
    status: 404,
    code: 'CODE_SYSTEM_UNKNOWN',
  });
  expect(await refusal('from: "old", to: "icd-10-cm", toVersion: "1999"')).toEqual({
    status: 404,
    code: 'RELEASE_UNKNOWN',
    message: 'Release 1999 of icd-10-cm is not published. Published: 2025, 2026, 2027.',
  });
  expect(await refusal('from: "old", to: "icd-10-cm", through: [{ map: "none" }]')).toMatchObject({
    status: 404,
    code: 'CONCEPT_MAP_UNKNOWN',
  });
  const version = 'from: "old", to: "icd-10-cm", through: [{ map: "old-icd-10-cm", version: "1" }]';
  expect(await refusal(version)).toMatchObject({ status: 404, code: 'RELEASE_UNKNOWN' });
  expect(await refusal('from: "icd-10-cm", to: "icd-10-cm"')).toMatchObject({
    status: 400,
    code: 'BAD_REQUEST',
  });
  const long = `from: "old", to: "icd-10-cm", through: [{ map: "${'x'.repeat(201)}" }]`;
  expect(await refusal(long)).toMatchObject({
    status: 400,
    code: 'BAD_REQUEST',
    message: expect.stringContaining('textLength'),
  });
});

test('many codes take as many statements as one', async () => {
  await paths(['o1'], on, 'codes { status }'); // the lineage is kept from then on
  const count = async (codes: readonly string[]) => {
    under.statements.length = 0;
    await paths(codes, on);
    return under.statements.length;
  };
  const one = await count(['o2']);
  expect(await count(['o2', 'o1', 'o3', 'o9', 'O1'])).toBeLessThanOrEqual(one + 1);
});
