// Concept maps over GraphQL: what they say of a code, what they do not, and both ways of reading them.
import {
  aMapping,
  buildMap,
  icd11Of2018,
  icd11Of2024,
  type SmallDatabase,
  smallDatabase,
  smallMap,
} from '@codeset/test-kit';
import type { ConceptMapDefinition, Mapping, MentionedConcept, PropertyValue } from '@codeset/terminology';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';
import { runQuery } from '../run-query.ts';
import { createGateway } from '../server.ts';

let under: GatewayUnderTest<SmallDatabase>;

const toIcd11: ConceptMapDefinition = {
  ...smallMap,
  id: 'old-icd-11',
  sourceCodeSystem: 'old',
  targetCodeSystem: 'icd-11-mms',
};
const name = (version: string) => ({
  version,
  effectiveFrom: `${version}-01` as never,
  scheduledTo: null,
  draft: false,
});
const needed = (scenario: number, list: number): { properties: PropertyValue[] } => ({
  properties: [
    { code: 'remark', value: 'together' },
    { code: 'scenario', value: scenario },
    { code: 'choice-list', value: list },
  ],
});
const mention = (key: string, title: string): MentionedConcept => ({
  side: 'source',
  key,
  code: key,
  kind: 'category',
  depthInKind: 1,
  chapter: 'I',
  title,
});
const mappings: Mapping[] = [
  aMapping('G1', '1A01', { targetKey: '104', relationship: 'source-is-narrower-than-target' }),
  aMapping('G2', null),
  aMapping('G3', '1A01', { targetKey: '104', ...needed(2, 1) }),
  aMapping('G3', '1A0Y', needed(1, 1)),
  aMapping('G3', '1A01', { targetKey: '104', ...needed(1, 2) }),
  aMapping('G3', '1A0Z', needed(1, 2)),
  aMapping('G4', null, { targetKey: '103' }),
  aMapping('G5', '1A01&XA01'),
  ...Array.from({ length: 25 }, (_none, i) => aMapping('G6', `2A${i}`)),
];

beforeAll(async () => {
  const database = await smallDatabase([icd11Of2024, icd11Of2018]);
  const mentions = [mention('G1', 'Tangled'), mention('G0', 'Mentioned, and mapped by nobody')];
  const between = { source: null, target: '2024-01' };
  const older = { source: null, target: '2018-12' };
  await buildMap(database.sql, { definition: toIcd11, name: name('2024-01'), mappings, mentions, between });
  await buildMap(database.sql, {
    definition: toIcd11,
    name: name('2018-12'),
    mappings: mappings.slice(0, 1),
    between: older,
  });
  under = await gatewayUnderTest(database);
});
afterAll(() => under.close());

const target = 'target { code key standing version concept { display } }';
const translation = `status doubt reverse map { version } source { code title standing }
  options { ... on TranslationTarget { mapping { relationship combined ${target} } }
    ... on TranslationCombination { scenario choiceLists { number mappings { target { code } } } } }`;

async function translate(code: string, rest = 'from: "old", to: "icd-11-mms"') {
  const { body } = await under.ask(`{ translate(code: "${code}", ${rest}) { ${translation} } }`);
  if (body.errors) throw new Error(body.errors[0].message);
  return body.data.translate;
}

describe('translating', () => {
  test('a code in any form, with what the map says of either side', async () => {
    const [answer, ...others] = await translate(' g1');
    expect(others).toEqual([]);
    expect(answer).toMatchObject({
      status: 'MAPPED',
      doubt: null,
      map: { version: '2024-01' },
      source: { code: 'G1', title: 'Tangled', standing: 'MENTIONED' },
      options: [
        {
          mapping: {
            relationship: 'SOURCE_IS_NARROWER_THAN_TARGET',
            combined: false,
            target: {
              code: '1A01',
              key: '104',
              standing: 'HELD',
              version: '2024-01',
              concept: { display: 'Tangle' },
            },
          },
        },
      ],
    });
  });

  test('none by the publisher, not covered by the map, and no such code are told apart', async () => {
    for (const [code, status] of [
      ['G2', 'NO_MAP'],
      ['G0', 'NOT_COVERED'],
      ['G9', 'UNKNOWN_CODE'],
    ] as const) {
      expect(await translate(code)).toMatchObject([{ status, options: [] }]);
    }
  });

  test('codes that are needed together come as scenarios with choice lists', async () => {
    const [{ options }] = await translate('G3');
    expect(options).toEqual([
      {
        scenario: 1,
        choiceLists: [
          { number: 1, mappings: [{ target: { code: '1A0Y' } }] },
          { number: 2, mappings: [{ target: { code: '1A01' } }, { target: { code: '1A0Z' } }] },
        ],
      },
      { scenario: 2, choiceLists: [{ number: 1, mappings: [{ target: { code: '1A01' } }] }] },
    ]);
  });

  test('to a grouping without a code, by its identity', async () => {
    const [{ options }] = await translate('G4');
    expect(options[0].mapping.target).toMatchObject({
      code: null,
      key: '103',
      standing: 'HELD',
      concept: { display: 'Ailments of the tip of the beard' },
    });
  });

  test('to several codes needed together as the code system writes them, taken apart', async () => {
    const { body } = await under.ask(`{ translate(code: "G5", from: "old", to: "icd-11-mms") { options {
      ... on TranslationTarget { mapping { target { code concept { code }
        expression { canonical stems { stem { text concept { code } } extensions { text } } } } } } } } }`);
    expect(body.data.translate[0].options[0].mapping.target).toMatchObject({
      code: '1A01&XA01',
      concept: null,
      expression: {
        stems: [{ stem: { text: '1A01', concept: { code: '1A01' } }, extensions: [{ text: 'XA01' }] }],
      },
    });
  });

  test('backwards every target stands alone and is told to be read so', async () => {
    const rest = 'from: "icd-11-mms", to: "old", reverse: true';
    const [answer] = await translate('1A01', rest);
    expect(answer).toMatchObject({ reverse: true, status: 'MAPPED' });
    const found = answer.options.map(({ mapping: one }: never) => one as { target: { code: string } });
    expect(found.map((one: { target: { code: string } }) => one.target.code)).toEqual(['G1', 'G3', 'G3']);
    expect(found[0]).toMatchObject({ relationship: 'SOURCE_IS_BROADER_THAN_TARGET', combined: false });
    expect(found[1]).toMatchObject({ relationship: 'RELATED_TO', combined: true });
    expect(await translate('1A0Y', `${rest}, fromVersion: "2024-01"`)).toMatchObject([{ status: 'MAPPED' }]);
    expect(await translate('1A00', rest)).toMatchObject([{ status: 'UNKNOWN_CODE' }]); // another code since 2024
  });

  test('the release of the map that speaks of the release asked of; a doubt where none does', async () => {
    const rest = 'from: "icd-11-mms", to: "old", reverse: true';
    const of = async (version: string, more = '') =>
      (await translate('1A01', `${rest}, fromVersion: "${version}"${more}`))[0];
    expect(await of('2018-12')).toMatchObject({ map: { version: '2018-12' }, doubt: null });
    expect(await of('2024-01')).toMatchObject({ map: { version: '2024-01' }, doubt: null });
    const doubted = await of('2018-12', ', map: "old-icd-11", mapVersion: "2024-01"');
    expect(doubted.doubt).toBe('The map speaks of release 2024-01 of icd-11-mms; 2018-12 was asked for.');
  });

  test('what is not there is told, with what there is', async () => {
    const refusal = async (rest: string) => {
      const { status, body } = await under.ask(`{ translate(code: "G1", ${rest}) { status } }`);
      const { message, extensions } = body.errors[0];
      return [status, extensions.code, message];
    };
    const base = 'from: "old", to: "icd-11-mms"';
    expect(await refusal('from: "older", to: "icd-11-mms"')).toEqual([
      404,
      'CODE_SYSTEM_UNKNOWN',
      'There is no code system older, and no map that leads from or to it. There are: icd-11-mms, old.',
    ]);
    expect(await refusal(`${base}, map: "none"`)).toEqual([
      404,
      'CONCEPT_MAP_UNKNOWN',
      'There is no concept map none. There are: old-icd-11.',
    ]);
    expect(await refusal(`${base}, map: "old-icd-11", mapVersion: "1999"`)).toEqual([
      404,
      'RELEASE_UNKNOWN',
      'Release 1999 of old-icd-11 is not published. Published: 2018-12, 2024-01.',
    ]);
    const bare = await refusal(`${base}, mapVersion: "1999"`);
    expect(bare).toEqual([400, 'BAD_REQUEST', expect.stringContaining('needs the map')]);
    const [, code, message] = await refusal('from: "icd-11-mms", to: "old", map: "old-icd-11"');
    expect(code).toBe('BAD_REQUEST');
    expect(message).toContain('(reverse)');
    expect(await translate('1A01', 'from: "icd-11-mms", to: "old"')).toEqual([]); // no map leads there
  });
});

test('a concept says where it leads, and the answer names the map that served it', async () => {
  const { body } = await under.ask(`{ release(codeSystem: "icd-11-mms", version: "2024-01") {
    concept(code: "1A01") { mappings(to: "old", reverse: true) { status map { version }
      options { ... on TranslationTarget { mapping { target { code } } } } } } } }`);
  const [answer] = body.data.release.concept.mappings;
  expect(answer).toMatchObject({ status: 'MAPPED', map: { version: '2024-01' } });
  expect(body.extensions.conceptMaps).toEqual([
    {
      conceptMap: 'old-icd-11',
      version: '2024-01',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      sample: false,
      attribution: 'Made up; show this.',
    },
  ]);
});

const fieldsOf = (codes: readonly string[]) =>
  codes.map(
    (code, i) => `c${i}: translate(code: "${code}", from: "old", to: "icd-11-mms") { ${translation} }`,
  );

test('many codes take as many statements as one', async () => {
  const count = (codes: readonly string[]) => under.countAfresh(`{ ${fieldsOf(codes).join('\n')} }`);
  expect(await count(['G3', 'G1', 'G2', 'G4', 'G9', 'G0'])).toBeLessThanOrEqual((await count(['G3'])) + 2);
});

test('what a map says of a code is not read again', async () => {
  const count = async (code: string) => {
    under.statements.length = 0;
    const { body } = await under.ask(`{ ${fieldsOf([code])} }`);
    return [body.errors, under.statements.filter((text) => /mapping|mentioned/.test(text)).length];
  };
  await count('G3');
  expect(await count('G3')).toEqual([undefined, 0]);
  await count('unheard of');
  expect(await count('unheard of')).toEqual([undefined, 2]); // what is not there would drive out what is
});

test('many codes in one field, in the order asked, with the same answers', async () => {
  const codes = ['G9', 'G3', 'g1', 'G2', 'G3'];
  const { body } = await under.ask(
    `query ($codes: [String!]!) { translateCodes(codes: $codes, from: "old", to: "icd-11-mms") { asked translations { ${translation} } } }`,
    { codes },
  );
  const expected = [];
  for (const asked of codes) expected.push({ asked, translations: await translate(asked) });
  expect(body.data.translateCodes).toEqual(expected);
  const beyond = await under.ask(
    'query ($codes: [String!]!) { translateCodes(codes: $codes, from: "old", to: "icd-11-mms") { asked } }',
    { codes: Array.from({ length: 1001 }, (_none, i) => `G${i}`) },
  );
  expect(beyond.status).toBe(400);
  expect(beyond.body.errors[0].extensions).toMatchObject({ limit: 'codes', maximum: 1000, found: 1001 });
});

test('as many codes as the limit allows are answered with all that a program needs', async () => {
  const { status, body } = await under.ask(
    `query ($codes: [String!]!) { translateCodes(codes: $codes, from: "old", to: "icd-11-mms") { asked translations {
      map { version } status options {
        ... on TranslationTarget { mapping { relationship target { code concept { display } } } }
        ... on TranslationCombination { scenario choiceLists { number mappings { target { code concept { display } } } } } } } } }`,
    { codes: Array.from({ length: 1000 }, (_none, i) => `G${i % 10}`) },
  );
  expect([status, body.errors]).toEqual([200, undefined]);
  expect(body.data.translateCodes).toHaveLength(1000);
});

test('an answer that comes to more than could be told before is refused while it is made', async () => {
  const gateway = createGateway({
    database: under.database.reader,
    limits: { cost: 60 },
    clock: () => new Date(),
  });
  const ask = async (fields: number) => {
    const translations = Array.from(
      { length: fields },
      (_none, i) =>
        `c${i}: translate(code: "G6", from: "old", to: "icd-11-mms") { options { ... on TranslationTarget { __typename } } }`,
    );
    return await runQuery(gateway, { query: `{ ${translations.join(' ')} }` });
  };
  expect((await ask(2)).body).not.toHaveProperty('errors');
  const { status, body } = await ask(3); // estimated as 18 objects
  expect(status).toBe(400);
  expect(body).toMatchObject({
    errors: [{ extensions: { code: 'QUERY_TOO_EXPENSIVE', limit: 'cost', maximum: 60, found: 75 } }],
  });
});

test('a map lists its releases and all its mappings, page by page', async () => {
  const page = async (after: string | null) => {
    const { body } = await under.ask(
      `query ($after: String) { conceptMap(id: "old-icd-11") { release(version: "2024-01") { sourceVersion targetVersion
        mappings(first: 3, after: $after) { totalCount pageInfo { hasNextPage endCursor }
          nodes { place position source { code } target { code key } relationship properties { code value definition { title } } } } } } }`,
      { after },
    );
    return body.data.conceptMap.release;
  };
  const found: unknown[] = [];
  let after: string | null = null;
  do {
    const { mappings: one, ...release } = await page(after);
    expect(release).toEqual({ sourceVersion: null, targetVersion: '2024-01' });
    expect(one.totalCount).toBe(mappings.length);
    found.push(...one.nodes);
    after = one.pageInfo.hasNextPage ? one.pageInfo.endCursor : null;
  } while (after !== null);
  expect(found).toMatchObject(
    mappings.map(({ sourceCode, targetCode, targetKey, place }, position) => ({
      place,
      position,
      source: { code: sourceCode },
      target: targetCode === null && targetKey === null ? null : { code: targetCode, key: targetKey },
    })),
  );
  const { body } = await under.ask(
    '{ conceptMaps { id releases { version } } none: conceptMap(id: "none") { id } }',
  );
  expect(body.data).toEqual({
    conceptMaps: [{ id: 'old-icd-11', releases: [{ version: '2018-12' }, { version: '2024-01' }] }],
    none: null,
  });
});
