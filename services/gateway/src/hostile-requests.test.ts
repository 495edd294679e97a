// What nobody who means well would send: each request is refused or answered, none is a 5xx, and the gateway goes on.
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest, send } from './gateway-under-test.ts';
import { unmaskedText } from './sweep/unmasked-text.ts';

let under: GatewayUnderTest<SmallDatabase>;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase());
});
afterAll(async () => {
  expect((await under.ask('{ codeSystems { id } }')).status).toBe(200);
  expect(under.log.filter(({ msg }) => msg === 'failed')).toEqual([]);
  await under.close();
});

const json = { 'content-type': 'application/json' };
const query = '{ limits { codes } }';

/** Status and first error; fails for a 5xx, for text that is not masked, and without a request id. */
async function outcome(path: string, init: RequestInit = {}) {
  const { status, headers, body } = await send(`${under.listening.url}${path}`, init);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  expect([status < 500, unmaskedText(text, []), headers.get('x-request-id')]).toEqual([
    true,
    null,
    expect.any(String),
  ]);
  const error = body.errors?.[0];
  return { status, ...(error && { code: error.extensions.code, limit: error.extensions.limit }) };
}

const post = (body: BodyInit, headers: Record<string, string> = json) =>
  outcome('/graphql', { method: 'POST', headers, body });
const postQuery = (text: string, more: object = {}) => post(JSON.stringify({ query: text, ...more }));
const get = (parameters: Record<string, string>) => outcome(`/graphql?${new URLSearchParams(parameters)}`);

const bad = { status: 400, code: 'BAD_REQUEST' };
const beyond = (limit: string) => ({ status: 400, code: 'QUERY_TOO_EXPENSIVE', limit });
const unsupported = { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' };

describe('other forms', () => {
  const form = new FormData();
  form.append('operations', JSON.stringify({ query }));
  form.append('0', new Blob(['x']), 'x.txt');
  test.each<[string, BodyInit, Record<string, string>]>([
    ['a form', new URLSearchParams({ query }), {}],
    ['a multipart form', form, {}],
    ['a text', JSON.stringify({ query }), { 'content-type': 'text/plain' }],
    ['no type at all', new Uint8Array(Buffer.from(JSON.stringify({ query }))), {}],
    ['XML', '<query/>', { 'content-type': 'application/xml' }],
    [
      'UTF-16',
      new Uint8Array(Buffer.from(JSON.stringify({ query }), 'utf16le')),
      { 'content-type': 'application/json; charset=utf-16' },
    ],
    ['gzip', new Uint8Array(gzipSync(JSON.stringify({ query }))), { ...json, 'content-encoding': 'gzip' }],
    ['two types', JSON.stringify({ query }), { 'content-type': 'application/json, text/plain' }],
  ])('%s is a 415', async (_name, body, headers) => {
    expect(await post(body, headers)).toMatchObject(unsupported);
  });

  test.each<[string, BodyInit]>([
    ['gzip without saying so', new Uint8Array(gzipSync(JSON.stringify({ query })))],
    ['UTF-16 without saying so', new Uint8Array(Buffer.from(JSON.stringify({ query }), 'utf16le'))],
    ['an empty body', ''],
    ['a body that is cut short', JSON.stringify({ query }).slice(0, -3)],
    ['a batch', JSON.stringify([{ query }, { query }])],
    ['an empty batch', '[]'],
    ['a batch of 10,000', JSON.stringify(Array.from({ length: 10_000 }, () => ({})))],
  ])('%s is a 400', async (_name, body) => {
    expect(await post(body)).toMatchObject(bad);
  });

  test('a byte order mark before the JSON is passed over', async () => {
    expect((await post(new Uint8Array(Buffer.from(`\ufeff${JSON.stringify({ query })}`)))).status).toBe(200);
  });

  test('of a key that comes twice the last counts, and is held to the limits', async () => {
    const body = `{"query":"{","query":"query ($n: Int!) { release(codeSystem: \\"icd-10-cm\\") { roots(first: $n) { totalCount } } }","variables":{"n":1},"variables":{"n":501}}`;
    expect(await post(body)).toEqual(beyond('pageSize'));
  });

  test.each([
    'mutation { x }',
    'mutation M { __typename }',
    'subscription { x }',
    'subscription S { __typename }',
    '{ limits { codes } } mutation M { x }',
  ])('%s is refused by POST and by GET', async (text) => {
    expect(await postQuery(text)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    const { status } = await get({ query: text });
    expect([400, 405]).toContain(status);
  });

  test.each(['HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])(
    '%s is no way to ask',
    async (method) => {
      const { status } = await send(`${under.listening.url}/graphql?query={limits{codes}}`, { method });
      expect([status >= 400 && status < 500, method]).toEqual([true, method]);
    },
  );
});

describe('depth', () => {
  const deep = (open: string, close: string, levels = 10_000) => open.repeat(levels) + close.repeat(levels);
  test.each([
    ['braces of fields', `{ ${deep('a{', '}')} }`, 'tokens'],
    ['braces that do not close', '{a'.repeat(1_900), 'brackets'],
    ['lists', `{ codeSystem(id: ${deep('[', ']')}) { id } }`, 'tokens'],
    ['lists that do not close', `{ codeSystem(id: ${'['.repeat(3_900)}`, 'brackets'],
    ['objects', `{ codeSystem(id: ${deep('{a:', '}', 900)}) { id } }`, 'brackets'],
    ['types of variables', `query ($v: ${deep('[', ']', 1_900)}) { limits { codes } }`, 'brackets'],
    ['round brackets', `{ a${'(a:a'.repeat(900)}`, 'brackets'],
    ['inline fragments', `{ ${deep('...{', '}', 1_000)} }`, 'brackets'],
  ])('10,000 %s end at a limit', async (_name, text, limit) => {
    expect(await postQuery(text)).toEqual(beyond(limit));
  });

  test('just within the brackets the parser and the rules hold out', async () => {
    expect(await postQuery(`{ codeSystem(id: ${deep('[', ']', 198)}) { id } }`)).toMatchObject(bad);
    expect(
      await postQuery(`{ codeSystem(id: ${deep('{a:', '}', 197)} 1) { id } }`.replace('{a:}', '{a:1}')),
    ).toMatchObject(bad);
    expect(
      await postQuery(`query ($v: ${deep('[', ']', 198).replace('[]', '[Int]')}) { limits { codes } }`),
    ).toMatchObject(bad);
    expect(await postQuery(`{ ${deep('...{', '}', 199).replace('{}', '{limits{codes}}')} }`)).toMatchObject({
      status: 400,
    });
    expect(await postQuery(`{ ${deep('...{', '}', 197).replace('{}', '{limits{codes}}')} }`)).toEqual({
      status: 200,
    });
  });

  test('10,000 brackets in variables, extensions, or about the body end at a limit', async () => {
    const nested = deep('[', ']');
    expect(await post(`{"query":"${query}","variables":{"x":${nested}}}`)).toEqual(beyond('jsonDepth'));
    expect(
      await post(`{"query":"${query}","extensions":{"x":${deep('{"a":', '}').replace('{}', '{"a":1}')}}}`),
    ).toEqual(beyond('jsonDepth'));
    expect(await post(nested)).toEqual(beyond('jsonDepth'));
    expect(await post('['.repeat(100_000))).toEqual(beyond('jsonDepth'));
    expect(await get({ query, variables: deep('[', ']', 1_000) })).toEqual(beyond('jsonDepth'));
  });
});

describe('fragments', () => {
  test('that multiply are counted without being followed', async () => {
    const fragments = Array.from(
      { length: 300 },
      (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
    );
    const text = `{ ...F0 } ${fragments.join(' ')} fragment F300 on Query { limits { codes } }`;
    const begun = performance.now();
    expect(await postQuery(text)).toEqual(beyond('fields'));
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  test('that multiply to nothing but names of types are counted too', async () => {
    const fragments = Array.from(
      { length: 60 },
      (_, i) => `fragment F${i} on Query { ...F${i + 1} a${i}: __typename ...F${i + 1} }`,
    );
    const text = `{ ...F0 } ${fragments.join(' ')} fragment F60 on Query { __typename }`;
    expect(await postQuery(text)).toEqual(beyond('fields'));
  });

  test.each([
    ['itself', '{ ...A } fragment A on Query { ...A }'],
    ['one another', '{ ...A } fragment A on Query { limits { codes } ...B } fragment B on Query { ...A }'],
    [
      'itself, deep down',
      '{ ...A } fragment A on Query { release(codeSystem: "x") { codeSystem { releases { ... on Release { version } } } } ...A }',
    ],
    ['what is not there', '{ ...Nothing }'],
    ['none', 'fragment A on Query { limits { codes } }'],
  ])('that spread %s are refused', async (_name, text) => {
    expect(await postQuery(text)).toMatchObject(bad);
  });

  test('a chain of fragments as long as a query may be', async () => {
    const chain = Array.from({ length: 480 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} }`);
    const text = `{ ...F0 } ${chain.join(' ')} fragment F480 on Query { limits { codes } }`;
    expect(await postQuery(text)).toEqual({ status: 200 });
  });
});

describe('names and directives', () => {
  test('an alias is no longer than a text, since it comes back with every object', async () => {
    const alias = (length: number) => `{ ${'a'.repeat(length)}: limits { codes } }`;
    expect(await postQuery(alias(200))).toEqual({ status: 200 });
    expect(await postQuery(alias(201))).toEqual({ ...bad, limit: 'textLength' });
    expect(await postQuery(alias(100_000))).toEqual({ ...bad, limit: 'textLength' });
    expect(await postQuery(`{ __schema { types { ${'a'.repeat(100_000)}: name } } }`)).toMatchObject({
      limit: 'textLength',
    });
  });

  test('1,000 directives on one field', async () => {
    expect(await postQuery(`{ limits ${'@include(if: true) '.repeat(500)} { codes } }`)).toMatchObject(bad);
    expect(await postQuery(`{ limits ${'@nothing '.repeat(1_000)} { codes } }`)).toMatchObject(bad);
  });

  test('200 operations', async () => {
    const operations = Array.from({ length: 200 }, (_, i) => `query A${i} { limits { codes } }`).join(' ');
    expect(await postQuery(operations, { operationName: 'A7' })).toEqual({ status: 200 });
    expect(await postQuery(operations)).toMatchObject(bad);
  });

  test.each(['__proto__', 'constructor', 'toString', '', ' ', '\u0000', '\ud800', 'A'.repeat(10_000)])(
    'an operation is not named %j',
    async (operationName) => {
      expect(
        await postQuery('query A { limits { codes } } query B { limits { codes } }', { operationName }),
      ).toMatchObject({
        status: 400,
        code: 'BAD_REQUEST',
      });
    },
  );

  test.each(['constructor', 'prototype', 'toString', '__type'])(
    'a variable may be called %s',
    async (name) => {
      const text = `query ($${name}: String!) { codeSystem(id: $${name}) { id } }`;
      const body = `{"query":${JSON.stringify(text)},"variables":{"${name}":"icd-10-cm"}}`;
      expect(await post(body)).toEqual({ status: 200 });
      expect(await post(`{"query":${JSON.stringify(text)},"variables":{}}`)).toMatchObject(bad);
    },
  );

  test.each([
    ['text', '"x"'],
    ['number', '1'],
    ['boolean', 'true'],
    ['list', '[]'],
  ])('variables or extensions that are a %s are refused', async (_name, value) => {
    expect(await post(`{"query":"${query}","variables":${value}}`)).toMatchObject(bad);
    expect(await post(`{"query":"${query}","extensions":${value}}`)).toMatchObject(bad);
  });

  test('keys of objects beside those that are known', async () => {
    expect(await post(`{"query":"${query}","__proto__":{"variables":{}}}`)).toMatchObject(bad);
    expect(await post(`{"query":"${query}","constructor":{"prototype":{}}}`)).toMatchObject(bad);
    expect(({} as Record<string, unknown>)['variables']).toBeUndefined();
  });
});

describe('signs in a query', () => {
  test.each([
    ['NUL', '{ limits\u0000 { codes } }'],
    ['NUL in a text', '{ codeSystem(id: "\u0000") { id } }'],
    ['an escaped NUL', '{ codeSystem(id: "\\u0000") { id } }'],
    ['a lone surrogate', '{ limits\ud800 { codes } }'],
    ['a lone surrogate, escaped', '{ codeSystem(id: "\\ud800") { id } }'],
    ['a code point that is none', '{ codeSystem(id: "\\u{110000}") { id } }'],
    ['control signs', '{ \u0007\u001b limits { codes } }'],
    ['a text that does not end', '{ codeSystem(id: "'],
    ['a block text that does not end', '{ codeSystem(id: """'],
    ['quotes of a typographer', '{ codeSystem(id: “icd-10-cm”) { id } }'],
    ['nothing but a comment', '# nothing'],
    ['nothing', ' '],
  ])('%s', async (_name, text) => {
    expect(await postQuery(text)).toMatchObject(bad);
  });

  test('a byte order mark at the start is left out', async () => {
    expect(await postQuery('\ufeff{ limits { codes } }')).toEqual({ status: 200 });
  });
});

describe('GET', () => {
  test.each([
    ['no query', '/graphql?'],
    ['a query twice, the first one bad', '/graphql?query={&query={limits{codes}}'],
    ['escapes that are none', '/graphql?query=%'],
    ['bytes that are not UTF-8', '/graphql?query=%ff%fe'],
    ['variables that are a list', '/graphql?query={limits{codes}}&variables=[]'],
    ['variables that are null and a bad query', '/graphql?query={&variables=null'],
  ])('%s', async (_name, path) => {
    expect(await outcome(path)).toMatchObject(bad);
  });

  test('a URL beyond the limit is a 414, one beyond what node reads a 431', async () => {
    expect(await outcome(`/graphql?query=${'x'.repeat(8_300)}`)).toEqual({
      status: 414,
      code: 'URL_TOO_LONG',
      limit: 'urlBytes',
    });
    const { status } = await send(`${under.listening.url}/graphql?query=${'x'.repeat(20_000)}`);
    expect(status).toBe(431);
  });

  test.each([
    '/%00',
    '/graphql/../..//etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '//graphql',
    '/graphql/',
    '/%ff',
  ])('there is nothing at %s', async (path) => {
    expect((await outcome(path)).status).toBe(404);
  });
});

describe('bytes on the wire', () => {
  /** Sends the text, ends the sending where asked to, and gives the first line of each answer. */
  async function wire(text: string, end = true): Promise<string[]> {
    const { port, hostname } = new URL(under.listening.url);
    const socket = connect(Number(port), hostname);
    let heard = '';
    socket.on('data', (data) => {
      heard += String(data);
    });
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(text);
    if (end) socket.end();
    await closed;
    expect(unmaskedText(heard, [])).toBeNull();
    return heard.match(/^HTTP\/1\.1 .*$/gm) ?? [];
  }
  const body = JSON.stringify({ query });
  const head = (more: string) =>
    `POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n${more}\r\n\r\n`;

  test.each([
    ['a length that is longer than the body', head(`content-length: ${body.length + 10}`) + body, /^$|400/],
    ['a body that does not come', head(`content-length: ${body.length}`), /^$|400/],
    ['a length that is shorter than the body', head(`content-length: ${body.length - 3}`) + body, /400/],
    ['two lengths', head(`content-length: 3\r\ncontent-length: ${body.length}`) + body, /400/],
    ['a length and chunks', head(`content-length: 3\r\ntransfer-encoding: chunked`) + body, /400/],
    ['a length that is no number', head('content-length: abc') + body, /400/],
    ['a negative length', head('content-length: -1') + body, /400/],
    ['chunks that are none', `${head('transfer-encoding: chunked')}zz\r\n${body}`, /400|^$/],
    ['chunks that do not end', `${head('transfer-encoding: chunked')}5\r\n{"que`, /^$|400/],
    ['a length beyond the limit, and nothing sent', head('content-length: 999999999'), /413/],
    ['no HTTP', 'hello\r\n\r\n', /400/],
    ['headers beyond what node reads', head(`x: ${'y'.repeat(20_000)}`), /431/],
  ])('%s', async (_name, text, expected) => {
    const [line = ''] = await wire(text);
    expect(line).toMatch(expected);
    expect(line).not.toMatch(/ 5\d\d /);
  });

  test('a client that goes away in the middle of its answer', async () => {
    const { port, hostname } = new URL(under.listening.url);
    for (let i = 0; i < 20; i += 1) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      await new Promise((resolve) => socket.once('connect', resolve));
      socket.write(head(`content-length: ${body.length}`) + body);
      setTimeout(() => socket.resetAndDestroy(), i);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await under.ask(query)).status).toBe(200);
  });

  test('a request id that would break a line of the log, or an answer, is replaced', async () => {
    for (const id of ['a b', 'é', '"', `${'x'.repeat(101)}`]) {
      const { headers } = await under.ask(query, {}, { 'x-request-id': id });
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

describe('introspection', () => {
  test('that goes round and round is refused', async () => {
    const round = `${'fields { type { '.repeat(5)}name${' } }'.repeat(5)}`;
    expect(await postQuery(`{ __schema { types { ${round} } } }`)).toMatchObject(bad);
  });
});
