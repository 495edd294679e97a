// Post-coordinated code strings: each part with its concept, or with what is wrong with it.
import { icd11Of2018, icd11Of2024, release2026, type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';
import { askGraph } from './ask-graph.ts';

let under: GatewayUnderTest<SmallDatabase>;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase([icd11Of2024, icd11Of2018, release2026]));
});
afterAll(() => under.close());
beforeEach(() => {
  under.statements.length = 0;
});

const selection = 'text canonical valid problems stems { stem { ...P } extensions { ...P } }';
const missing = 'A code is missing: there is none before or after a “/” or “&”, or none at all.';
const part = 'fragment P on ExpressionPart { text role concept { key } problem }';

async function read(text: string, version = '2024-01') {
  const query = `query ($text: String!) { release(codeSystem: "icd-11-mms", version: "${version}") { expression(text: $text) { ${selection} } } } ${part}`;
  const { status, body } = await under.ask(query, { text });
  expect([status, body.errors]).toEqual([200, undefined]);
  return body.data.release.expression;
}

describe('an expression', () => {
  test('is taken apart, its codes in any form', async () => {
    expect(await read(' 1a01 & xn8p1&XK9 / 1A02Y')).toEqual({
      text: ' 1a01 & xn8p1&XK9 / 1A02Y',
      canonical: '1A01&XN8P1&XK9/1A02.Y',
      valid: true,
      problems: [],
      stems: [
        {
          stem: { text: '1a01', role: 'STEM', concept: { key: '104' }, problem: null },
          extensions: [
            { text: 'xn8p1', role: 'EXTENSION', concept: { key: '191' }, problem: null },
            { text: 'XK9', role: 'EXTENSION', concept: { key: '192' }, problem: null },
          ],
        },
        {
          stem: { text: '1A02Y', role: 'STEM', concept: { key: '105/other' }, problem: null },
          extensions: [],
        },
      ],
    });
    expect(under.statements).toHaveLength(4); // releases, code systems, concepts, contents
  });

  test('of one code', async () => {
    expect(await read('1A01')).toMatchObject({ canonical: '1A01', valid: true });
  });

  test('with an unknown part says which', async () => {
    expect(await read('1A00&XN8P1/1A01')).toMatchObject({
      canonical: null,
      valid: false,
      problems: ['1A00 is not in release 2024-01.'],
      stems: [
        {
          stem: { concept: null, problem: '1A00 is not in release 2024-01.' },
          extensions: [{ concept: { key: '191' }, problem: null }],
        },
        { stem: { concept: { key: '104' } } },
      ],
    });
    expect(await read('1A00&XN8P1', '2018-12')).toMatchObject({ valid: true });
  });

  test.each([
    ['XN8P1&XK9', 'XN8P1&XK9', ['XN8P1 (extension-code) stands where a stem is expected.']],
    ['1A01&1A02.Y', '1A01&1A02.Y', ['1A02.Y (category) stands after “&”, where an extension is expected.']],
    ['1A02/1A01', '1A02/1A01', ['1A02 may not be coded with in release 2024-01.']],
    ['BlockL1-1A0', 'BlockL1-1A0', ['BlockL1-1A0 (block) stands where a stem is expected.']],
    ['1A01&', null, [missing]],
    ['', null, [missing]],
    ['/nope&', null, [missing, 'nope is not in release 2024-01.', missing]],
  ])('%j is not valid', async (text, canonical, problems) => {
    expect(await read(text)).toMatchObject({ valid: false, canonical, problems });
  });

  test('is null where codes are not combined', async () => {
    const icd10 = askGraph(under, 'icd-10-cm', '2026');
    expect(await icd10.ofRelease('2026', 'expression(text: "E11.9&X") { valid }')).toEqual({
      expression: null,
    });
  });
});

describe('a long expression is refused before its parts are looked up', () => {
  const ask = (text: string) =>
    under.ask(
      'query ($text: String!) { release(codeSystem: "icd-11-mms", version: "2024-01") { expression(text: $text) { valid } } }',
      { text },
    );

  test('by its parts', async () => {
    expect((await ask(`1A01${'&XK9'.repeat(39)}`)).body.data.release.expression).toEqual({ valid: true });
    under.statements.length = 0;
    const { status, body } = await ask(`1A01${'&XK9'.repeat(40)}`);
    expect([status, body.errors[0].extensions]).toEqual([
      400,
      { code: 'QUERY_TOO_EXPENSIVE', limit: 'expressionParts', maximum: 40, found: 41 },
    ]);
    expect(under.statements.filter((text) => text.includes('release_concept'))).toEqual([]);
  });

  test('by its length', async () => {
    const { status, body } = await ask('/'.repeat(201));
    expect([status, body.errors[0].extensions.limit, under.statements]).toEqual([400, 'textLength', []]);
  });
});

test('a code system says how its codes are identified and combined', async () => {
  const query = `{ codeSystems { id attribution identifierForms { title pattern } expressions { stemSeparator extensionSeparator stemKinds extensionKinds } } }`;
  const { codeSystems } = (await under.ask(query)).body.data;
  expect(codeSystems).toEqual([
    { id: 'icd-10-cm', attribution: null, identifierForms: [], expressions: null },
    {
      id: 'icd-11-mms',
      attribution: 'Made up in the shape of ICD-11; nothing of it is by WHO.',
      identifierForms: [
        { title: 'Foundation or linearization URI', pattern: expect.stringContaining('id\\.who\\.int') },
      ],
      expressions: {
        stemSeparator: '/',
        extensionSeparator: '&',
        stemKinds: ['category'],
        extensionKinds: ['extension-code'],
      },
    },
  ]);
});
