// The gateway over HTTP: forms of requests, pages beside /graphql, request ids and the log.
import {
  hcpcs2018,
  icd11Of2024,
  release2025,
  release2026,
  release2027,
  type SmallDatabase,
  smallDatabase,
} from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest, send } from './gateway-under-test.ts';
import { defaultLimits } from './limits/limits.ts';

let under: GatewayUnderTest<SmallDatabase>;
beforeAll(async () => {
  under = await gatewayUnderTest(
    await smallDatabase([release2027, release2026, release2025, hcpcs2018, icd11Of2024]),
  );
});
afterAll(() => under.close());

const url = (path: string) => `${under.listening.url}${path}`;
const firstError = (answer: { body: { errors: { message: string; extensions: object }[] } }) =>
  answer.body.errors[0];

describe('requests', () => {
  test('a POST with a JSON body is answered', async () => {
    const answer = await under.ask('{ codeSystems { id } }');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      data: { codeSystems: [{ id: 'hcpcs' }, { id: 'icd-10-cm' }, { id: 'icd-11-mms' }] },
      extensions: {
        releases: [],
        cost: {
          objects: 5, // what a list of code systems is taken for
          fields: 2,
          aliases: 0,
          depth: 2,
          limits: defaultLimits,
        },
      },
    });
  });

  test('a GET with query and variables is answered', async () => {
    const query = encodeURIComponent(
      'query A($id: String!) { codeSystem(id: $id) { id } } query B { limits { codes } }',
    );
    const variables = encodeURIComponent('{"id":"icd-10-cm"}');
    const answer = await send(url(`/graphql?query=${query}&variables=${variables}&operationName=A`));
    expect(answer.body.data).toEqual({ codeSystem: { id: 'icd-10-cm' } });
  });

  test('a GET with variables that are not JSON is refused', async () => {
    const answer = await send(url('/graphql?query={limits{codes}}&variables={'));
    expect(answer.status).toBe(400);
    expect(firstError(answer)).toMatchObject({ extensions: { code: 'BAD_REQUEST' } });
    expect(firstError(answer)?.message).toMatch(/^The parameter `variables` is not JSON/);
  });

  test.each([
    'application/graphql',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/json; charset=latin1',
    'application/json-patch+json',
  ])('a POST of %s is refused with 415', async (type) => {
    const body = '{"query":"{ limits { codes } }"}';
    const answer = await send(url('/graphql'), { method: 'POST', headers: { 'content-type': type }, body });
    expect(answer.status).toBe(415);
    expect(firstError(answer)?.extensions).toEqual({ code: 'UNSUPPORTED_MEDIA_TYPE', found: type });
  });

  test.each(['Application/JSON', 'application/json;charset=utf-8', 'application/json; charset="UTF-8"'])(
    'a POST of %s is taken',
    async (type) => {
      const body = '{"query":"{ limits { codes } }"}';
      const answer = await send(url('/graphql'), { method: 'POST', headers: { 'content-type': type }, body });
      expect(answer.status).toBe(200);
    },
  );

  test.each([
    ['no JSON', '{', 'The body is not JSON'],
    ['a list: no batches', '[{"query":"{ limits { codes } }"}]', 'Batching is not supported'],
    ['a text', '"x"', 'Expected params to be an object'],
    ['null', 'null', 'Expected params to be an object'],
    ['no query', '{}', 'Must provide query string'],
    ['a query that is a number', '{"query":1}', 'Expected "query" param to be a string'],
    ['unknown parameters', '{"query":"{ limits { codes } }","extra":1}', 'Unexpected parameter "extra"'],
    ['variables that are a list', '{"query":"{ limits { codes } }","variables":[1]}', 'Expected "variables"'],
  ])('a body that is %s is refused', async (_name, body, message) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await send(url('/graphql'), { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
    expect(answer.body).not.toHaveProperty('data');
    expect(firstError(answer)?.message).toContain(message);
    expect(firstError(answer)?.extensions).toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('a body that is not UTF-8 is refused', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = new Uint8Array([0x7b, 0xff, 0x7d]);
    const answer = await send(url('/graphql'), { method: 'POST', headers, body });
    expect(firstError(answer)?.message).toBe('The body is not UTF-8.');
  });

  test('other methods are refused with 405', async () => {
    const answer = await send(url('/graphql'), { method: 'PUT', body: 'x' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect(firstError(answer)?.extensions).toEqual({ code: 'BAD_REQUEST' });
  });

  test.each([
    ['a syntax error', '{ limits { codes }', 'Syntax Error'],
    ['an unknown field', '{ nothing }', 'Cannot query field "nothing"'],
    ['a mutation', 'mutation { x }', 'Schema is not configured to execute mutation'],
    ['a missing argument', '{ release { version } }', 'argument "codeSystem" of type "String!" is required'],
    [
      'a date that is none',
      '{ release(codeSystem: "x", on: "2026-02-30") { version } }',
      'is not a calendar date',
    ],
  ])('%s is a 400 with its place', async (_name, query, message) => {
    const answer = await under.ask(query);
    expect(answer.status).toBe(400);
    expect(firstError(answer)?.message).toContain(message);
    expect(firstError(answer)).toMatchObject({
      extensions: { code: 'BAD_REQUEST' },
      locations: [expect.anything()],
    });
  });

  test('a variable of the wrong type is a 400', async () => {
    const query = 'query ($on: Date) { release(codeSystem: "icd-10-cm", on: $on) { version } }';
    const answer = await under.ask(query, { on: 20260101 });
    expect([answer.status, firstError(answer)?.extensions]).toEqual([400, { code: 'BAD_REQUEST' }]);
    expect(firstError(answer)?.message).toContain('is not a calendar date');
  });

  test.each([
    ['a syntax error', '{ limits', {}],
    ['an unknown field', '{ nothing }', {}],
    ['a variable of the wrong type', 'query ($id: String!) { codeSystem(id: $id) { id } }', { id: 1 }],
  ])('%s is a 200 to a client that knows application/json alone', async (_name, query, variables) => {
    const statusFor = async (accept: string) => {
      const { status, body } = await under.ask(query, variables, { accept });
      expect(body.errors[0].extensions).toEqual({ code: 'BAD_REQUEST' });
      expect(body.data ?? null).toBeNull();
      return status;
    };
    expect(await statusFor('application/json')).toBe(200);
    expect(await statusFor('application/json; charset=utf-8')).toBe(200);
    expect(await statusFor('application/json, */*;q=0.5')).toBe(400);
    expect(await statusFor('application/graphql-response+json, application/json;q=0.9')).toBe(400);
    expect(await statusFor('*/*')).toBe(400);
  });

  test('what is refused has its status also for a client that knows application/json alone', async () => {
    const accept = { accept: 'application/json' };
    const tooLarge = '{ release(codeSystem: "icd-10-cm") { roots(first: 501) { totalCount } } }';
    expect((await under.ask(tooLarge, {}, accept)).status).toBe(400);
    expect((await under.ask('{ release(codeSystem: "x") { version } }', {}, accept)).status).toBe(404);
  });

  test('null for an argument that must not be null is a 400, also when it comes up late', async () => {
    const query = `query ($first: Int = 5) { release(codeSystem: "icd-10-cm") { roots(first: $first) { totalCount } } }`;
    const answer = await under.ask(query, { first: null });
    expect([answer.status, firstError(answer)?.extensions]).toEqual([400, { code: 'BAD_REQUEST' }]);
  });

  test('introspection stays on, whatever its depth', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const answer = await under.ask(getIntrospectionQuery());
    expect(answer.status).toBe(200);
    expect(answer.body.data.__schema.queryType.name).toBe('Query');
  });
});

describe('pages beside /graphql', () => {
  test('the page to try queries on loads nothing from elsewhere', async () => {
    for (const path of ['/', '/graphql']) {
      const page = await send(url(path), { headers: { accept: 'text/html' } });
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(page.body).toContain('<title>Codeset</title>');
      expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//);
    }
  });

  test('every example of the page is a query that is answered', async () => {
    const page = await send(url('/'));
    const examples = [...String(page.body).matchAll(/`(query [^`]+)`, (\{.*?\})\]/g)];
    expect(examples.length).toBeGreaterThanOrEqual(10);
    for (const [, query = '', variables = '{}'] of examples) {
      const values = JSON.parse(variables.replace(/(\w+): '([^']*)'/g, '"$1": "$2"'));
      const answer = await under.ask(query.replace(/\$\{system\}/, 'icd-10-cm'), values);
      expect([query, answer.status, answer.body.errors]).toEqual([query, 200, undefined]);
    }
  });

  test('the schema is there as text', async () => {
    expect((await send(url('/schema.graphql'))).body).toContain('type Query');
  });

  test('a path that is not there says what is', async () => {
    const answer = await send(url('/nothing'));
    expect([answer.status, answer.body]).toEqual([404, expect.stringContaining('Queries go to /graphql')]);
  });

  test('it says that it lives and that it is ready', async () => {
    expect((await send(url('/live'))).status).toBe(200);
    expect(await send(url('/ready'))).toMatchObject({ status: 200, body: { ready: true } });
  });
});

describe('request ids and the log', () => {
  test('a sane request id is kept, another is replaced', async () => {
    const kept = await under.ask('{ limits { codes } }', {}, { 'x-request-id': 'abc-1:2/3' });
    expect(kept.headers.get('x-request-id')).toBe('abc-1:2/3');
    const replaced = await under.ask('{ limits { codes } }', {}, { 'x-request-id': 'a b"c' });
    expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('the log has one line for an answer, with operation, releases and status', async () => {
    under.log.length = 0;
    const query = 'query Which { release(codeSystem: "icd-10-cm", version: "2026") { version } }';
    await under.ask(query, {}, { 'x-request-id': 'in-the-log' });
    await expect.poll(() => under.log).toHaveLength(1);
    expect(under.log[0]).toMatchObject({
      requestId: 'in-the-log',
      operationName: 'Which',
      releases: ['icd-10-cm 2026'],
      cost: { objects: 1, fields: 2, aliases: 0, depth: 2 },
      status: 200,
      path: '/graphql',
      ms: 0,
    });
  });

  test('a refusal is in the log with its code', async () => {
    under.log.length = 0;
    await under.ask('{ release(codeSystem: "icd-10-cm", version: "1999") { version } }');
    await expect.poll(() => under.log).toHaveLength(1);
    expect(under.log[0]).toMatchObject({ errorCode: 'RELEASE_UNKNOWN', status: 404 });
  });
});
