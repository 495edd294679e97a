// Looking a code up: may it be sent, and if not, why not.
import { type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';
import { askGraph, type Graph } from './ask-graph.ts';

let under: GatewayUnderTest<SmallDatabase>;
let graph: Graph;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase());
  graph = askGraph(under, 'icd-10-cm', '2026');
});
afterAll(() => under.close());

describe('looking a code up', () => {
  const lookUp = async (code: string, version = '2026') =>
    (
      await graph.ofRelease(
        version,
        `lookUp(code: "${code}") { __typename asked lookUpForm message
          ... on SelectableCode { concept { code } }
          ... on HeaderCode { concept { code } selectable(first: 2) { totalCount nodes { code } } }
          ... on SeventhCharacterNeeded { concept { code } fitting { character meaning concept { code selectable } } }
          ... on CodeInOtherReleases { standing absence effectiveTo recodedAs { code } releases { version } concept { code display release { version } } }
          ... on UnknownCode { nearest { code } } }`,
      )
    ).lookUp;

  test('one that may be coded with', async () => {
    expect(await lookUp('e119')).toEqual({
      __typename: 'SelectableCode',
      asked: 'e119',
      lookUpForm: 'E119',
      message: 'E11.9 may be coded with in release 2026.',
      concept: { code: 'E11.9' },
    });
  });

  test('a header, with the selectable codes below', async () => {
    expect(await lookUp('E11')).toMatchObject({
      __typename: 'HeaderCode',
      message: 'E11 is a header in release 2026; selectable codes below it: 2.',
      selectable: { totalCount: 2, nodes: [{ code: 'E11.65' }, { code: 'E11.9' }] },
    });
  });

  test('one that needs a 7th character, with those that fit', async () => {
    expect(await lookUp('S52.521')).toMatchObject({
      __typename: 'SeventhCharacterNeeded',
      message: 'S52.521 needs a 7th character in release 2026; these fit: A, B.',
      fitting: [
        { character: 'A', concept: { code: 'S52.521A', selectable: true } },
        { character: 'B', concept: { code: 'S52.521B', selectable: true } },
      ],
    });
  });

  test('one that needs X placeholders before its 7th character', async () => {
    expect(await lookUp('T81.32')).toMatchObject({
      __typename: 'SeventhCharacterNeeded',
      fitting: [{ character: 'A', concept: { code: 'T81.32XA' } }],
    });
    expect(await lookUp('T81.32', '2027')).toMatchObject({ __typename: 'HeaderCode' });
  });

  test('one that was given up', async () => {
    expect(await lookUp('T8132xa', '2027')).toMatchObject({
      __typename: 'CodeInOtherReleases',
      message:
        'T81.32XA is not in release 2027, but in earlier ones: 2026. It was left out without being given a last day.',
      standing: 'EARLIER',
      absence: 'WITHOUT_TERMINATION',
      effectiveTo: null,
      recodedAs: null,
      releases: [{ version: '2026' }],
      concept: { code: 'T81.32XA', release: { version: '2026' } },
    });
  });

  test('one that is not yet effective', async () => {
    expect(await lookUp('I21.B', '2025')).toMatchObject({
      standing: 'LATER',
      absence: 'NOT_YET',
      message:
        'I21.B is not in release 2025, but in later ones: 2027. The first of them is effective from 2026-10-01.',
      concept: { display: 'Myocardial infarction with coronary microvascular dysfunction' },
    });
  });

  test('one that is unknown, with the nearest code', async () => {
    expect(await lookUp('T81.32X')).toEqual({
      __typename: 'UnknownCode',
      asked: 'T81.32X',
      lookUpForm: 'T8132X',
      message: 'T81.32X is in no published release of icd-10-cm. The nearest code that there is: T81.32.',
      nearest: { code: 'T81.32' },
    });
    expect(await lookUp('19Z')).toMatchObject({ nearest: null });
  });

  test('a header of a release without its tabular list', async () => {
    expect(await lookUp('E11', '2025')).toMatchObject({
      __typename: 'HeaderCode',
      selectable: { totalCount: 1 },
    });
  });
});
