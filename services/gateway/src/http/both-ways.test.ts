// The short way and yoga's own: the same answers to the last header, for what succeeds and for what is refused.
import { request } from 'node:http';
import { type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';
import { mediaTypes } from './simple-request.ts';

/** Compiled queries, and those that the executor runs. */
const kinds = [1, 1_000_000];
let database: SmallDatabase;
let unders: readonly GatewayUnderTest<unknown>[];
beforeAll(async () => {
  database = await smallDatabase();
  const kept = { reader: database.reader, drop: async () => undefined };
  unders = await Promise.all(
    kinds.map((compileFrom) => gatewayUnderTest(kept, { compileFrom, limits: { cost: 300, releases: 2 } })),
  );
});
afterAll(async () => {
  await Promise.all(unders.map((under) => under.close()));
  await database.drop();
});

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | null;
}

interface Got {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Sends it as it is: fetch would add headers of its own. */
function send(url: string, { method, path, headers, body }: Sent): Promise<Got> {
  return new Promise((resolve, reject) => {
    const length = body === null ? {} : { 'content-length': Buffer.byteLength(body) };
    const sent = request(`${url}${path}`, { method, headers: { ...length, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

/** What is left when that is taken away which differs between any two answers. */
function lasting({ status, headers: { date: _date, ...headers }, body }: Got) {
  const id = String(headers['x-request-id']);
  const told: Record<string, unknown> = { ...headers, 'x-request-id': 'ID' };
  return { status, headers: told, body: body.replaceAll(id, 'ID') };
}

/** The same by the short way and by yoga's, which a parameter of the media type leads to. */
async function bothWays(under: GatewayUnderTest<unknown>, sent: Omit<Sent, 'headers'> & Partial<Sent>) {
  const lines: object[] = [];
  const answers: ReturnType<typeof lasting>[] = [];
  for (const accept of ['application/json', 'application/json; charset=utf-8']) {
    const json = sent.method === 'POST' ? { 'content-type': 'application/json' } : {};
    under.log.length = 0;
    const got = await send(under.listening.url, { ...sent, headers: { accept, ...json, ...sent.headers } });
    answers.push(lasting(got));
    const answered = under.log.filter(({ msg }) => msg === 'answered');
    lines.push(answered.map(({ time: _time, ms: _ms, requestId: _id, ...line }) => line));
  }
  return { answers, lines };
}

const post = (body: unknown) => ({
  method: 'POST',
  path: '/graphql',
  body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
});
const get = (parameters: Record<string, string>) => ({
  method: 'GET',
  path: `/graphql?${new URLSearchParams(parameters)}`,
  body: null,
});

const pinned =
  '{ release(codeSystem: "icd-10-cm", version: "2026") { concept(code: "E11.9") { code display parent { display } } } }';
const byVariable =
  'query Q($code: String!) { release(codeSystem: "icd-10-cm", version: "2026") { lookUp(code: $code) { __typename message } } }';
const two = `query A { limits { depth } } query B { codeSystems { id } }`;

const questions: readonly [string, ReturnType<typeof post> | ReturnType<typeof get>][] = [
  ['a pinned release', post({ query: pinned })],
  ['a pinned release by GET', get({ query: pinned })],
  ['the release in force', get({ query: pinned.replace(', version: "2026"', '') })],
  ['a release on a date', get({ query: pinned.replace('version: "2026"', 'on: "2026-03-01"') })],
  ['variables', post({ query: byVariable, variables: { code: 'S52.521A' } })],
  ['variables by GET', get({ query: byVariable, variables: '{"code":"E11"}', operationName: 'Q' })],
  ['a concept that is not there', post({ query: byVariable, variables: { code: 'Z99.99' } })],
  ['null for variables and operation', post({ query: pinned, variables: null, operationName: null })],
  ['one of two operations', post({ query: two, operationName: 'B' })],
  ['introspection', post({ query: '{ __schema { queryType { name } } __typename }' })],
  [
    'a comparison',
    get({
      query:
        '{ compare(codeSystem: "icd-10-cm", from: "2026", to: "2027") { changes(first: 3) { totalCount nodes { kinds } } } }',
    }),
  ],
  ['two operations and no name', post({ query: two })],
  ['an operation that is not there', post({ query: two, operationName: 'C' })],
  ['no GraphQL', post({ query: '{ release(' })],
  ['a field that is not there', post({ query: '{ nothing }' })],
  ['a field that is not there, by GET', get({ query: '{ nothing }' })],
  ['a mutation', post({ query: 'mutation { release }' })],
  ['a mutation by GET', get({ query: 'mutation { release }' })],
  ['a subscription', post({ query: 'subscription { release }' })],
  ['a variable that is missing', post({ query: byVariable })],
  ['a variable of the wrong type', post({ query: byVariable, variables: { code: ['a', 1] } })],
  ['a release that is not published', post({ query: pinned.replace('2026', '2031') })],
  ['a release that is not published, by GET', get({ query: pinned.replace('2026', '2031') })],
  ['U+0000', post({ query: byVariable, variables: { code: 'E11\u0000' } })],
  [
    'too much',
    post({ query: '{ release(codeSystem: "icd-10-cm") { roots(first: 400) { nodes { code } } } }' }),
  ],
  [
    'too many releases',
    post({ query: '{ codeSystem(id: "icd-10-cm") { releases { concept(code: "E11.9") { display } } } }' }),
  ],
  ['a body that is no JSON', post('{"query":')],
  ['a body that is no UTF-8', post(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))],
  ['a body that is a list', post([{ query: pinned }])],
  ['a body that is a text', post('"query"')],
  ['an empty body', post('')],
  ['a query that is no text', post({ query: 5 })],
  ['no query', post({ variables: {} })],
  ['no query by GET', get({ variables: '{}' })],
  ['variables that are no object', post({ query: pinned, variables: 'x' })],
  ['variables that are no JSON, by GET', get({ query: pinned, variables: '{' })],
  ['something else besides', post({ query: pinned, other: 1 })],
  ['extensions', post({ query: pinned, extensions: { any: 1 } })],
];

describe.each(kinds.map((from, i) => [from === 1 ? 'compiled' : 'executed', i] as const))(
  '%s',
  (_name, i) => {
    test.each(questions)('%s', async (_question, sent) => {
      const under = unders[i];
      if (!under) throw new Error('no gateway');
      const { answers, lines } = await bothWays(under, sent);
      expect(answers[0]).toEqual(answers[1]);
      expect(lines[0]).toEqual(lines[1]);
      expect(lines[0]).toHaveLength(1);
    });
  },
);

test.each([...mediaTypes])(
  'a client that accepts %s is answered in %s both ways',
  async (accept, mediaType) => {
    const under = unders[0];
    if (!under) throw new Error('no gateway');
    const headers = { 'content-type': 'application/json', ...(accept === undefined ? {} : { accept }) };
    const short = await send(under.listening.url, { ...post({ query: pinned }), headers });
    // Another header that says nothing keeps it off the short way.
    const long = await send(under.listening.url, {
      ...post({ query: pinned }),
      headers: { ...headers, 'content-type': 'application/json', 'content-encoding': 'identity' },
    });
    expect(lasting(short)).toEqual(lasting(long));
    expect(short.headers['content-type']).toBe(`${mediaType}; charset=utf-8`);
  },
);

test('what is known by its tag is not sent again', async () => {
  const under = unders[0];
  if (!under) throw new Error('no gateway');
  const { answers } = await bothWays(under, get({ query: pinned }));
  const tag = String(answers[0]?.headers['etag']);
  const { answers: known } = await bothWays(under, {
    ...get({ query: pinned }),
    headers: { 'if-none-match': tag },
  });
  expect(known[0]).toEqual(known[1]);
  expect([known[0]?.status, known[0]?.body]).toEqual([304, '']);
});
