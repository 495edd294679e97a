// Codes with dates of their own: on which days they may be used, why they are absent, and their eras.
import { hcpcs2017, hcpcs2018, hcpcs2018April, type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';
import { askGraph, type Graph } from './ask-graph.ts';

let under: GatewayUnderTest<SmallDatabase>;
let graph: Graph;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase([hcpcs2018April, hcpcs2017, hcpcs2018]));
  graph = askGraph(under, 'hcpcs', '2018-01');
});
afterAll(() => under.close());
beforeEach(() => {
  under.statements.length = 0;
});

const inRelease = (selection: string) =>
  `{ release(codeSystem: "hcpcs", version: "2018-01") { ${selection} } }`;

describe('the dates of a code', () => {
  test('stand apart from those of the release, and both belong to the time', async () => {
    const selection =
      'effectiveFrom effectiveTo before: effectiveOn(date: "1989-12-31") first: effectiveOn(date: "1990-01-01") last: effectiveOn(date: "2017-12-31") after: effectiveOn(date: "2018-01-01")';
    const dates = { effectiveFrom: '1990-01-01', before: false, first: true, last: true };
    expect(await graph.ofConcept('A0002', selection)).toEqual({
      ...dates,
      effectiveTo: '2017-12-31',
      after: false,
    });
    expect(await graph.ofConcept('A0002', selection, '2017-01')).toEqual({
      ...dates,
      effectiveTo: null,
      after: true,
    });
  });

  test('are null for a grouping, which is then effective on any day', async () => {
    expect(
      await graph.ofConcept('J', 'effectiveFrom effectiveTo effectiveOn(date: "1800-01-01") kind'),
    ).toEqual({ effectiveFrom: null, effectiveTo: null, effectiveOn: true, kind: 'section' });
  });
});

describe('looking up a code with dates', () => {
  const lookUp = async (version: string, code: string, on?: string) => {
    const argument = on === undefined ? '' : `, on: "${on}"`;
    const release = await graph.ofRelease(
      version,
      `lookUp(code: "${code}"${argument}) { __typename on message
        ... on NotYetEffectiveCode { effectiveFrom concept { display } }
        ... on TerminatedCode { effectiveTo concept { display } related { code value concept { display } } }
        ... on CodeInOtherReleases { standing absence effectiveTo releases { version } concept { release { version } } }
        ... on UnknownCode { nearest { code } } }`,
    );
    return release.lookUp;
  };

  test('that is terminated, though the release lists it', async () => {
    expect(await lookUp('2018-01', 'A0002', '2018-01-15')).toEqual({
      __typename: 'TerminatedCode',
      on: '2018-01-15',
      message:
        'A0002 is in release 2018-01, but was terminated: its last day was 2017-12-31, so it may not be coded with on 2018-01-15. Cross-reference: A0001. Cross-reference: A9999.',
      effectiveTo: '2017-12-31',
      concept: { display: 'Ride by barge' },
      related: [
        { code: 'cross-reference', value: 'A0001', concept: { display: 'Ride by sledge' } },
        { code: 'cross-reference', value: 'A9999', concept: null },
      ],
    });
  });

  test('on its last day, and one that has none', async () => {
    expect(await lookUp('2018-01', 'a0002', '2017-12-31')).toMatchObject({
      __typename: 'SelectableCode',
      message: 'A0002 may be coded with in release 2018-01 on 2017-12-31.',
    });
    expect(await lookUp('2018-01', 'A0001')).toMatchObject({ __typename: 'SelectableCode' });
  });

  test('that is listed before its first day', async () => {
    expect(await lookUp('2018-04', 'A0005')).toEqual({
      __typename: 'NotYetEffectiveCode',
      on: '2018-04-01',
      message:
        'A0005 is in release 2018-04, but may be coded with from 2018-05-15 on only, not on 2018-04-01.',
      effectiveFrom: '2018-05-15',
      concept: { display: 'Ride by swan' },
    });
    expect(await lookUp('2018-04', 'A0005', '2018-05-15')).toMatchObject({ __typename: 'SelectableCode' });
  });

  test.each([
    ['version: "2018-01"', '2018-01-01', 'TerminatedCode'],
    ['on: "2018-02-03"', '2018-02-03', 'TerminatedCode'],
    ['on: "2017-12-31"', '2017-12-31', 'SelectableCode'],
  ])('without a day, in release(%s), is for %s', async (argument, on, type) => {
    const query = `{ release(codeSystem: "hcpcs", ${argument}) { lookUp(code: "J0010") { __typename on } } }`;
    expect((await under.ask(query)).body.data.release.lookUp).toEqual({ __typename: type, on });
  });

  test('that is not there yet', async () => {
    expect(await lookUp('2017-01', 'A0006')).toMatchObject({
      standing: 'LATER',
      absence: 'NOT_YET',
      effectiveTo: null,
      message:
        'A0006 is not in release 2017-01, but in later ones: 2018-04. The first of them is effective from 2018-04-01.',
    });
  });

  test('that was terminated and then left out', async () => {
    expect(await lookUp('2018-04', 'A0002')).toEqual({
      __typename: 'CodeInOtherReleases',
      on: '2018-04-01',
      standing: 'EARLIER',
      absence: 'TERMINATED',
      effectiveTo: '2017-12-31',
      releases: [{ version: '2017-01' }, { version: '2018-01' }],
      concept: { release: { version: '2018-01' } },
      message:
        'A0002 is not in release 2018-04, but in earlier ones: 2017-01, 2018-01. It was terminated: its last day was 2017-12-31, before 2018-04-01.',
    });
  });

  test('that was left out without ever being terminated: a state of its own', async () => {
    expect(await lookUp('2018-01', 'A0003')).toMatchObject({
      absence: 'WITHOUT_TERMINATION',
      effectiveTo: null,
      message:
        'A0003 is not in release 2018-01, but in earlier ones: 2017-01. It was left out without being given a last day.',
    });
  });

  test('that was left out before its last day, which may be over on another day', async () => {
    expect(await lookUp('2018-01', 'A0004')).toMatchObject({
      absence: 'WITHOUT_TERMINATION',
      effectiveTo: '2018-06-30',
      message:
        'A0004 is not in release 2018-01, but in earlier ones: 2017-01. It was left out without being terminated: the last day that it was given, 2018-06-30, is not before 2018-01-01.',
    });
    expect(await lookUp('2018-01', 'A0004', '2018-06-30')).toMatchObject({
      absence: 'WITHOUT_TERMINATION',
    });
    expect(await lookUp('2018-01', 'A0004', '2018-07-01')).toMatchObject({ absence: 'TERMINATED' });
  });

  test('that is a header is the same on all days', async () => {
    expect(await lookUp('2018-01', 'A', '1800-01-01')).toMatchObject({ __typename: 'HeaderCode' });
  });
});

describe('eras', () => {
  const era =
    'eras { effectiveFrom effectiveTo display codes current concept { release { version } } releases { version } }';

  test('of a string that was used again for something else: two, each with its dates and texts', async () => {
    const first = {
      effectiveFrom: '1985-01-01',
      effectiveTo: '2017-12-31',
      display: 'Injection of the first thing',
      codes: ['J0010'],
      concept: { release: { version: '2018-01' } },
      releases: [{ version: '2017-01' }, { version: '2018-01' }],
    };
    const second = {
      effectiveFrom: '2018-04-01',
      effectiveTo: null,
      display: 'Injection of the second thing',
      codes: ['J0010'],
      concept: { release: { version: '2018-04' } },
      releases: [{ version: '2018-04' }],
    };
    expect((await graph.ofConcept('J0010', era, '2017-01')).eras).toEqual([
      { ...first, current: true },
      { ...second, current: false },
    ]);
    expect((await graph.ofConcept('J0010', era, '2018-04')).eras).toEqual([
      { ...first, current: false },
      { ...second, current: true },
    ]);
  });

  test('of many codes take one statement for the concepts and one for the contents', async () => {
    const selection = 'concepts(codes: ["A0001", "A0002", "J0010", "A1"]) { eras { display } }';
    const { concepts } = await graph.ofRelease('2018-01', selection);
    expect(concepts.map(({ eras }: { eras: unknown[] }) => eras.length)).toEqual([1, 1, 2, 1]);
    expect(await under.countAfresh(inRelease(selection))).toBe(2 + 3); // releases, code systems, the concepts themselves
  });

  test('of a grouping: one, without dates', async () => {
    const { eras } = await graph.ofConcept('J', era);
    expect(eras).toEqual([
      expect.objectContaining({
        effectiveFrom: null,
        codes: ['J'],
        current: true,
        display: 'Drugs by injection',
      }),
    ]);
    expect(eras[0].releases).toHaveLength(3);
  });

  test('do not count as reading their releases, until something is asked of one by itself', async () => {
    const narrow = await gatewayUnderTest(await smallDatabase([hcpcs2017, hcpcs2018, hcpcs2018April]), {
      limits: { releases: 1 },
    });
    try {
      const eras = (selection: string) =>
        narrow.ask(
          `{ release(codeSystem: "hcpcs", version: "2017-01") { concept(code: "J0010") { eras { ${selection} } } } }`,
        );
      expect((await eras('display concept { code }')).body.data.release.concept.eras).toHaveLength(2);
      const refused = await eras('concept { parent { code } }');
      expect([refused.status, refused.body.errors[0].extensions.limit]).toEqual([400, 'releases']);
    } finally {
      await narrow.close();
    }
  });

  test('name the releases that they are read from', async () => {
    const query =
      '{ release(codeSystem: "hcpcs", version: "2017-01") { concept(code: "J0010") { eras { display } } } }';
    const { releases } = (await under.ask(query)).body.extensions;
    expect(releases.map(({ version, by }: { version: string; by: string }) => `${version} ${by}`)).toEqual([
      '2017-01 VERSION',
      '2018-01 LIST',
      '2018-04 LIST',
    ]);
  });
});

describe('properties', () => {
  test('coded ones have their meaning, those of type concept lead to the concept', async () => {
    const concept = await graph.ofConcept(
      'A0002',
      'propertiesComplete properties { code type value valueMeaning concept { code display } }',
    );
    const none = { valueMeaning: null, concept: null };
    expect(concept).toEqual({
      propertiesComplete: false,
      properties: [
        { ...none, code: 'coverage', type: 'CODE', value: 'I', valueMeaning: 'Not payable by Medicare' },
        {
          ...none,
          code: 'cross-reference',
          type: 'CONCEPT',
          value: 'A0001',
          concept: { code: 'A0001', display: 'Ride by sledge' },
        },
        { ...none, code: 'cross-reference', type: 'CONCEPT', value: 'A9999' },
      ],
    });
  });

  test('of lists of their own are complete where the release came with the list', async () => {
    const selection = 'propertiesComplete properties { code value concept { code } }';
    expect(await graph.ofConcept('A0006', selection, '2018-04')).toEqual({
      propertiesComplete: true,
      properties: [{ code: 'not-otherwise-classified', value: 'true', concept: null }],
    });
    expect(await graph.ofConcept('A0005', selection, '2018-04')).toEqual({
      propertiesComplete: true,
      properties: [],
    });
  });

  test('the concepts that many of them name are one statement', async () => {
    const selection =
      'concepts(codes: ["A0001", "A0002", "J0010"]) { properties { concept { code parent { code } } } }';
    // releases, code systems, concepts, contents, patterns of properties, named concepts, parents
    expect([await under.countAfresh(inRelease(selection)), under.statements]).toEqual([7, expect.anything()]);
  });
});
