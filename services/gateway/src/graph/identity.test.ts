// Entities with identities of their own: found by identifier in any release, followed when their code changes.
import { icd11Draft, icd11Of2018, icd11Of2024, type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';
import { askGraph, type Graph } from './ask-graph.ts';

let under: GatewayUnderTest<SmallDatabase>;
let graph: Graph;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase([icd11Draft, icd11Of2024, icd11Of2018]));
  graph = askGraph(under, 'icd-11-mms', '2024-01');
});
afterAll(() => under.close());
beforeEach(() => {
  under.statements.length = 0;
});

const foundation = 'http://id.who.int/icd/entity';
const linearization = 'http://id.who.int/icd/release/11';

describe('a concept is found', () => {
  test.each([
    ['1a01', '104'],
    ['1A01', '104'],
    [`${foundation}/104`, '104'],
    [`${linearization}/mms/104`, '104'],
    [`${linearization}/2018-12/mms/104`, '104'],
    [` ${linearization.replace('http', 'https')}/2024-01/mms/104 `, '104'],
    [`${linearization}/2024-01/mms/105/other`, '105/other'],
    ['1A02.Z', '105/unspecified'],
    ['BlockL1-1A0', '102'],
    ['blockl1-1a0', '102'],
    [`${foundation}/103`, '103'],
    ['01', '101'],
    ['FA11', '122'],
  ])('by %s', async (code, key) => {
    expect(await graph.ofConcept(code, 'key')).toEqual({ key });
  });

  test.each([`${foundation}/999`, `${foundation}/`, `${linearization}/2024-01/other/104`, '104', '1A00'])(
    'not by %s',
    async (code) => {
      expect(await graph.ofConcept(code, 'key')).toBeNull();
    },
  );

  test('as a grouping, where a kind says so', async () => {
    const release = await graph.ofRelease(
      '2024-01',
      `block: concept(code: "fa11", kind: "block") { key } none: concept(code: "${foundation}/104", kind: "block") { key }`,
    );
    expect(release).toEqual({ block: { key: '121' }, none: null });
  });

  test('in bulk, codes and identifiers mixed, in one statement each', async () => {
    const { concepts } = await graph.ofRelease(
      '2024-01',
      `concepts(codes: ["1A02.Y", "${foundation}/104", "nope", "${linearization}/mms/105", "BlockL1-1A0"]) { key }`,
    );
    expect(concepts.map((concept: { key: string } | null) => concept?.key ?? null)).toEqual([
      '105/other',
      '104',
      null,
      '105',
      '102',
    ]);
    expect(under.statements).toHaveLength(3); // releases, by code, by key
  });

  test('by everything that takes a code', async () => {
    const release = await graph.ofRelease(
      '2024-01',
      `subsumes(codeA: "BlockL1-1A0", codeB: "${foundation}/104") concept(code: "${foundation}/102") { subsumes(code: "${linearization}/mms/101") } lookUp(code: "${foundation}/104") { __typename message }`,
    );
    expect(release).toEqual({
      subsumes: 'SUBSUMES',
      concept: { subsumes: 'SUBSUMED_BY' },
      lookUp: { __typename: 'SelectableCode', message: '1A01 may be coded with in release 2024-01.' },
    });
  });
});

describe('an entity that changed its code', () => {
  test('is the same entity in both releases', async () => {
    const uri = `${foundation}/104`;
    const before = await graph.ofConcept(uri, 'code key releases { version draft }', '2018-12');
    expect(before).toEqual({
      code: '1A00',
      key: '104',
      releases: [
        { version: '2018-12', draft: false },
        { version: '2024-01', draft: false },
        { version: '2024-11-draft', draft: true },
      ],
    });
  });

  test('is one era with both codes, drafts left aside', async () => {
    const selection =
      'eras { effectiveFrom effectiveTo codes display current concept { code } releases { version } }';
    const eras = [
      {
        effectiveFrom: null,
        effectiveTo: null,
        codes: ['1A00', '1A01'],
        display: 'Tangle',
        current: true,
        concept: { code: '1A01' },
        releases: [{ version: '2018-12' }, { version: '2024-01' }],
      },
    ];
    expect(await graph.ofConcept('1A01', selection)).toEqual({ eras });
    expect(await graph.ofConcept('1A00', selection, '2018-12')).toEqual({ eras });
    expect((await graph.ofConcept(`${foundation}/103`, selection)).eras[0]).toMatchObject({ codes: [] });
    expect(await graph.ofConcept('XD1', selection, '2024-11-draft')).toEqual({ eras: [] });
  });

  test('is named when its old code is looked up, and its new one before its time', async () => {
    const lookUp = `__typename message ... on CodeInOtherReleases { standing absence recodedAs { code key } }`;
    const now = await graph.ofRelease('2024-01', `lookUp(code: "1A00") { ${lookUp} }`);
    expect(now.lookUp).toEqual({
      __typename: 'CodeInOtherReleases',
      standing: 'EARLIER',
      absence: 'WITHOUT_TERMINATION',
      recodedAs: { code: '1A01', key: '104' },
      message:
        '1A00 is not in release 2024-01, but in earlier ones: 2018-12. It was left out without being given a last day. The same entity is here as 1A01.',
    });
    const then = await graph.ofRelease('2018-12', `lookUp(code: "1A01") { ${lookUp} }`);
    expect(then.lookUp).toMatchObject({ absence: 'NOT_YET', recodedAs: { code: '1A00' } });
  });
});

describe('what no release has', () => {
  test.each([
    [
      '1A02.YQ',
      '1A02.Y',
      '1A02.YQ is in no published release of icd-11-mms, drafts apart. The nearest code that there is: 1A02.Y.',
    ],
    ['FA11Q', 'FA11', null],
    ['01Q', null, '01Q is in no published release of icd-11-mms, drafts apart.'],
    [`${foundation}/999`, null, null],
    ['XD1', null, null],
  ])('%s: the nearest code is %s, never a grouping', async (code, nearest, message) => {
    const { lookUp } = await graph.ofRelease(
      '2024-01',
      `lookUp(code: "${code}") { __typename message ... on UnknownCode { nearest { code kind } } }`,
    );
    expect(lookUp.__typename).toBe('UnknownCode');
    expect(lookUp.nearest?.code ?? null).toBe(nearest);
    expect(lookUp.nearest?.kind ?? 'category').toBe('category');
    if (message) expect(lookUp.message).toBe(message);
  });
});

describe('properties that follow from the key', () => {
  const properties = async (code: string, argument = '') =>
    await graph.ofConcept(code, `propertiesComplete properties${argument} { code value concept { key } }`);

  test('come after those of the content, by the first form that fits', async () => {
    expect(await properties('1A01')).toEqual({
      propertiesComplete: true,
      properties: [
        { code: 'primary-tabulation', value: 'true', concept: null },
        { code: 'grouping', value: 'BlockL1-1A0', concept: { key: '102' } },
        { code: 'foundation-uri', value: `${foundation}/104`, concept: null },
        { code: 'browser-link', value: 'https://browser.example/#104', concept: null },
      ],
    });
    expect((await properties('1A02.Y')).properties.slice(1)).toEqual([
      { code: 'browser-link', value: 'https://browser.example/#105%2Fother', concept: null },
    ]);
    expect((await properties('1A01', '(codes: ["foundation-uri"])')).properties).toHaveLength(1);
  });

  test('are read once for a process, and not at all where none of those asked for is a text', async () => {
    await properties('1A01');
    under.statements.length = 0;
    await properties('1A02.Y');
    expect(under.statements.filter((text) => text.includes('propertyPatterns'))).toEqual([]);
    const fresh = await gatewayUnderTest(await smallDatabase([icd11Of2024]));
    try {
      const ask = askGraph(fresh, 'icd-11-mms', '2024-01');
      await ask.ofConcept('1A01', 'properties(codes: ["primary-tabulation"]) { value }');
      expect(fresh.statements.filter((text) => text.includes('propertyPatterns'))).toEqual([]);
      await ask.ofRelease('2024-01', 'concepts(codes: ["1A01", "1A02", "XK9"]) { properties { value } }');
      expect(fresh.statements.filter((text) => text.includes('propertyPatterns'))).toHaveLength(1);
    } finally {
      await fresh.close();
    }
  });
});
