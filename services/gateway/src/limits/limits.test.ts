// Each limit over HTTP: at the limit answered, beyond it refused before anything is read.
import { type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest, send } from '../gateway-under-test.ts';
import { defaultLimits } from './limits.ts';

let under: GatewayUnderTest<SmallDatabase>;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase());
});
afterAll(() => under.close());

const release = (selection: string) =>
  `{ release(codeSystem: "icd-10-cm", version: "2026") { ${selection} } }`;
const repeat = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');
const nested = (depth: number) => `${'parent { '.repeat(depth)}code${' }'.repeat(depth)}`;

/** The refusal's status and extensions; a query that is answered instead fails the test. */
async function refusal(query: string, variables: Record<string, unknown> = {}) {
  under.statements.length = 0;
  const { status, body } = await under.ask(query, variables);
  expect(body).not.toHaveProperty('data');
  return { status, ...body.errors[0].extensions, statements: under.statements.length };
}

const refused = (limit: string, maximum: number, found: unknown, more = {}) => ({
  status: 400,
  code: 'QUERY_TOO_EXPENSIVE',
  limit,
  maximum,
  found,
  statements: 0,
  ...more,
});

describe('a query up to a limit is answered, one beyond is refused before it runs', () => {
  const answered = async (query: string, variables = {}) => {
    const { status, body } = await under.ask(query, variables);
    expect([status, body.errors]).toEqual([200, undefined]);
  };

  test('depth', async () => {
    await answered(release(`concept(code: "E11.9") { ${nested(13)} }`));
    expect(await refusal(release(`concept(code: "E11.9") { ${nested(14)} }`))).toEqual(
      refused('depth', 16, 17),
    );
  });

  test('depth in fragments', async () => {
    const query = `${release('concept(code: "E11.9") { ...A }')} fragment A on Concept { ${nested(7)} ${'parent { '.repeat(7)}...B${' }'.repeat(7)} } fragment B on Concept { ${nested(7)} }`;
    expect(await refusal(query)).toEqual(refused('depth', 16, 17));
  });

  test('fields', async () => {
    const names = ['code', 'key', 'kind', 'depth', 'position'];
    const all = (count: number) => repeat(count, (i) => names[i % 5] ?? '');
    await answered(release(`concept(code: "E11.9") { ${all(498)} }`));
    expect(await refusal(release(`concept(code: "E11.9") { ${all(499)} }`))).toEqual(
      refused('fields', 500, 501),
    );
    const spread = `${release(`concept(code: "E11.9") { ...A parent { ...A } }`)} fragment A on Concept { ${all(250)} }`;
    expect(await refusal(spread)).toEqual(refused('fields', 500, 503));
  });

  test('aliases', async () => {
    const aliases = (count: number) =>
      release(repeat(count, (i) => `a${i}: concept(code: "E11.9") { code }`));
    await answered(aliases(60));
    expect(await refusal(aliases(61))).toEqual(refused('aliases', 60, 61));
  });

  test('fragments that multiply', async () => {
    const fragments = repeat(20, (i) => `fragment F${i} on Concept { ...F${i + 1} parent { ...F${i + 1} } }`);
    const query = `${release('concept(code: "E11.9") { ...F0 }')} ${fragments} fragment F20 on Concept { code }`;
    // release, concept, 2^20 codes, and a parent at each of the 2^20 - 1 places where they part
    expect(await refusal(query)).toEqual(refused('fields', 500, 2 + 2 ** 20 + 2 ** 20 - 1));
  });

  test('tokens, comments left out', async () => {
    const comment = `# ${'word '.repeat(5_000)}\n`;
    await answered(`${comment}{ limits { codes } }`);
    const long = `{ limits { ${'codes '.repeat(4_000)} } }`;
    expect(await refusal(long)).toEqual(refused('tokens', 4_000, 4_005));
  });

  test('page size, as a literal, a variable, and the default of a variable', async () => {
    await answered(release('roots(first: 500) { totalCount }'));
    expect(await refusal(release('roots(first: 501) { totalCount }'))).toEqual(refused('pageSize', 500, 501));
    const query = (head: string) => `query (${head}) ${release('roots(first: $n) { totalCount }')}`;
    expect(await refusal(query('$n: Int!'), { n: 501 })).toEqual(refused('pageSize', 500, 501));
    expect(await refusal(query('$n: Int! = 777'))).toEqual(refused('pageSize', 500, 777));
  });

  test('a page of a negative size', async () => {
    expect(await refusal(release('roots(first: -1) { totalCount }'))).toEqual({
      status: 400,
      code: 'BAD_REQUEST',
      found: -1,
      statements: 0,
    });
  });

  test('codes, as a list and as a variable', async () => {
    const query = `query ($codes: [String!]!) ${release('concepts(codes: $codes) { code }')}`;
    const codes = (count: number) => ({ codes: Array.from({ length: count }, (_, i) => `X${i}`) });
    await answered(query, codes(1_000));
    expect(await refusal(query, codes(1_001))).toEqual(refused('codes', 1_000, 1_001));
    const literal = release(`concepts(codes: [${repeat(1_001, (i) => `"X${i}"`)}]) { code }`);
    expect(await refusal(literal)).toEqual(refused('codes', 1_000, 1_001));
  });

  test('the length of a text', async () => {
    const query = `query ($code: String!) ${release('concept(code: $code) { code }')}`;
    await answered(query, { code: 'X'.repeat(200) });
    const expected = refused('textLength', 200, 201, { code: 'BAD_REQUEST' });
    expect(await refusal(query, { code: 'X'.repeat(201) })).toEqual(expected);
  });

  test('cost multiplies list sizes, with variables counted', async () => {
    const query = `query ($n: Int!) ${release('concept(code: "19") { descendants(first: $n) { nodes { children { code } } } }')}`;
    // release, concept, descendants, and for each of n nodes itself and its 12 children
    await answered(query, { n: 500 });
    const deeper = query.replace('children { code }', 'children { notes { text } }');
    expect(await refusal(deeper, { n: 500 })).toEqual(refused('cost', 20_000, 3 + 500 + 6_000 + 48_000));
    await answered(deeper, { n: 100 });
  });

  test('cost of many codes with lists below', async () => {
    const query = `query ($codes: [String!]!) ${release('concepts(codes: $codes) { notes(inherited: true) { names { from { code } } } }')}`;
    const codes = Array.from({ length: 1_000 }, (_, i) => `X${i}`);
    expect(await refusal(query, { codes })).toMatchObject(refused('cost', 20_000, 41_001));
  });

  test('introspection has no cost, but its fields count', async () => {
    const types = (count: number) => `{ __schema { types { ${repeat(count, (i) => `a${i}: name`)} } } }`;
    await answered(types(50));
    expect(await refusal(types(61))).toEqual(refused('aliases', 60, 61));
  });
});

test.each([
  ['a literal', '{ codeSystem(id: "a\\u0000") { id } }', {}],
  ['a variable', 'query ($id: String!) { codeSystem(id: $id) { id } }', { id: '\u0000' }],
  [
    'a list',
    `query ($codes: [String!]!) ${release('concepts(codes: $codes) { code }')}`,
    { codes: ['E11', '\u0000'] },
  ],
  [
    'an input object',
    '{ translationPaths(codes: ["a"], from: "x", to: "y", through: [{ map: "\\u0000" }]) { legs { __typename } } }',
    {},
  ],
])('U+0000 in %s is refused before anything is read, not an internal error', async (_, query, variables) => {
  under.statements.length = 0;
  const { status, body } = await under.ask(query, variables);
  expect([status, body.errors[0].extensions.code, under.statements.length]).toEqual([400, 'BAD_REQUEST', 0]);
});

test('a lone surrogate is a text like others', async () => {
  const { status, body } = await under.ask(
    `query ($code: String!) ${release('concept(code: $code) { code }')}`,
    { code: '\ud800' },
  );
  expect([status, body.data.release.concept]).toEqual([200, null]);
});

describe('bodies', () => {
  const post = (body: BodyInit, headers = {}) =>
    send(`${under.listening.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      duplex: 'half',
    } as RequestInit);
  const bodyOf = (bytes: number) => {
    const empty = JSON.stringify({ query: '{ limits { codes } }#' }).length;
    return JSON.stringify({ query: `{ limits { codes } }#${'x'.repeat(bytes - empty)}` });
  };

  test('a body of the limit is read, one of a byte more is refused with 413', async () => {
    expect((await post(bodyOf(defaultLimits.bodyBytes))).status).toBe(200);
    const answer = await post(bodyOf(defaultLimits.bodyBytes + 1));
    expect([answer.status, answer.body.errors[0].extensions]).toEqual([
      413,
      { code: 'PAYLOAD_TOO_LARGE', limit: 'bodyBytes', maximum: 262_144, found: 262_145 },
    ]);
  });

  /** Sent in pieces, without a length, until it is told to end: a client goes on drawing from what nobody reads. */
  const streamOf = (bytes: number, isOver = () => false) => {
    let sent = 0;
    return new ReadableStream({
      async pull(controller) {
        sent += 65_536;
        if (sent > bytes || isOver()) controller.close();
        else controller.enqueue(new Uint8Array(65_536).fill(0x20));
        await new Promise((resolve) => setImmediate(resolve));
      },
    });
  };

  test('a body without a declared length is refused as well', async () => {
    const answer = await post(streamOf(1_048_576));
    expect([answer.status, answer.body.errors[0].extensions]).toEqual([
      413,
      { code: 'PAYLOAD_TOO_LARGE', limit: 'bodyBytes', maximum: 262_144, found: 1_048_576 },
    ]);
  });

  test('a body that does not end is cut off, and the gateway goes on', async () => {
    let over = false;
    await expect(post(streamOf(Number.POSITIVE_INFINITY, () => over))).rejects.toThrow('fetch failed');
    over = true;
    expect((await post(bodyOf(100))).status).toBe(200);
  });
});

test('a query reads the limits out', async () => {
  const names = Object.keys(defaultLimits).join(' ');
  const { body } = await under.ask(`{ limits { ${names} } }`);
  expect(body.data.limits).toEqual(defaultLimits);
});
