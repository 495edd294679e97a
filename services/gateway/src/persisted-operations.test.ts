// Operations by their sha256: read from a file that must be right, asked for by both ways, and alone where that is wanted.
import { createHash } from 'node:crypto';
import { type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest, send } from './gateway-under-test.ts';
import { readPersistedOperations } from './persisted-operations.ts';
import { schema } from './schema.ts';

const text =
  'query Q($code: String!) { release(codeSystem: "icd-10-cm", version: "2026") { concept(code: $code) { display } } }';
const hashOf = (operation: string) => createHash('sha256').update(operation).digest('hex');
const file = (operations: object) =>
  readPersistedOperations('operations.json', JSON.stringify(operations), schema);

describe('the file', () => {
  test('holds texts by their sha256', () => {
    expect(file({ [hashOf(text)]: text })).toEqual(new Map([[hashOf(text), text]]));
  });

  test.each([
    ['no JSON', '{', 'operations.json: expected a JSON object with the text of each operation'],
    ['a list', '[]', 'found something else than an object'],
    ['a text that is none', '{"a": 1}', 'a: found number, expected the text of an operation'],
    [
      'a key of another text',
      JSON.stringify({ abc: text }),
      `abc: the sha256 of its text is ${hashOf(text)}`,
    ],
    ['no GraphQL', JSON.stringify({ [hashOf('{')]: '{' }), 'Syntax Error'],
    [
      'a field that is not there',
      JSON.stringify({ [hashOf('{ no }')]: '{ no }' }),
      'Cannot query field "no"',
    ],
  ])('that has %s is refused', (_name, content, message) => {
    expect(() => readPersistedOperations('operations.json', content, schema)).toThrow(message);
  });

  test('tells all that is wrong with it, up to a number', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`key${i}`, text]));
    expect(() => file(many)).toThrow(/key0: (?:.*\n)+.*key19: .*\n {2}and 10 more/);
  });
});

describe.each([false, true])('asked for, where these are the only ones: %s', (only) => {
  let under: GatewayUnderTest<SmallDatabase>;
  beforeAll(async () => {
    const registered = { operations: file({ [hashOf(text)]: text }), only };
    under = await gatewayUnderTest(await smallDatabase(), { registered });
  });
  afterAll(() => under.close());

  const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(text) } };
  /** The short way, and yoga's. */
  const ways = ['application/json', 'application/json; charset=utf-8'];
  const post = (body: object, accept = ways[0] ?? '') =>
    send(`${under.listening.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify(body),
    });

  test.each(ways)('by its hash: %s', async (accept) => {
    const byPost = await post({ extensions, variables: { code: 'E11.9' } }, accept);
    const parameters = new URLSearchParams({
      extensions: JSON.stringify(extensions),
      variables: '{"code":"E11.9"}',
    });
    const byGet = await send(`${under.listening.url}/graphql?${parameters}`, { headers: { accept } });
    expect([byPost.status, byPost.body.data.release.concept.display]).toEqual([200, expect.any(String)]);
    expect([byGet.status, byGet.body]).toEqual([200, byPost.body]);
    expect(byGet.headers.get('cache-control')).toBe('public, max-age=86400');
  });

  test.each(ways)('by a hash that is not registered: %s', async (accept) => {
    const unknown = { persistedQuery: { version: 1, sha256Hash: hashOf('other') } };
    const { status, body } = await post({ extensions: unknown }, accept);
    expect([status, body.errors[0].extensions.code]).toEqual([404, 'OPERATION_UNKNOWN']);
  });

  test.each(ways)('by its text: %s', async (accept) => {
    const { status, body } = await post({ query: '{ limits { depth } }' }, accept);
    if (only)
      expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining('Only registered')]);
    else expect([status, body.data.limits.depth]).toEqual([200, 16]);
  });

  test.each(ways)('by nothing: %s', async (accept) => {
    const { status, body } = await post({ variables: {} }, accept);
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
    expect(body.errors[0].message).toContain('sha256Hash');
  });
});
