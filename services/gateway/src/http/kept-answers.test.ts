// How long answers to GETs may be kept, by others and here, and that a withdrawn release is gone from them.
import { type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest, send } from '../gateway-under-test.ts';

let under: GatewayUnderTest<SmallDatabase>;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase(), { publishedMaxAgeMs: 600_000 });
});
afterAll(() => under.close());

const ask = (query: string) => send(`${under.listening.url}/graphql?${new URLSearchParams({ query })}`);
const of = (release: string, selection: string) =>
  `{ release(codeSystem: "icd-10-cm"${release}) { ${selection} } }`;
const named = (selection: string) => of(', version: "2026"', selection);

describe('for a day', () => {
  test.each([
    ['a concept', 'concept(code: "E11.9") { display parent { code } notes(inherited: true) { text } }'],
    ['a look-up that finds', 'lookUp(code: "E11.9") { message }'],
    ['a page', 'roots(first: 2) { totalCount nodes { code } }'],
    ['index entries', 'concept(code: "E11.9") { indexEntries { path { term } } }'],
    ['a search', 'search(text: "diabetes") { totalCount nodes { concept { code } } }'],
  ])('%s of a release by its version', async (_name, selection) => {
    const { status, headers } = await ask(named(selection));
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=86400']);
  });
});

describe('for seconds, since what is published or the day decides', () => {
  test.each([
    ['the release in force today', of('', 'version')],
    ['the release in force on a date', of(', on: "2026-02-01"', 'version')],
    ['which releases there are', '{ codeSystem(id: "icd-10-cm") { releases { version } } }'],
    ['which code systems there are', '{ codeSystems { id } }'],
    ['the other releases of a concept', named('concept(code: "E11.9") { releases { version } }')],
    ['its eras', named('concept(code: "E11.9") { eras { display } }')],
    ['a look-up that looks into others', named('lookUp(code: "I21.B") { message }')],
    ['a look-up that finds none', named('lookUp(code: "Q99.99") { message }')],
    ['until when a release is in force', named('effectiveTo')],
    [
      'a comparison',
      '{ compare(codeSystem: "icd-10-cm", from: "2026", to: "2027") { from { version } changes(first: 2) { totalCount } } }',
    ],
    ['which maps there are', '{ conceptMaps { id } }'],
    ['limits besides a release', `{ limits { depth } ${named('version').slice(1)}`],
    [
      'a release by version and one by date',
      `{ a: ${named('version').slice(1, -1)} b: ${of(', on: "2026-02-01"', 'version').slice(1)}`,
    ],
  ])('%s', async (_name, query) => {
    const { status, headers, body } = await ask(query);
    expect([status, body.errors, headers.get('cache-control')]).toEqual([
      200,
      undefined,
      'public, max-age=5',
    ]);
  });
});

test('a mistake that is told with status 200 is for nobody to keep either', async () => {
  const parameters = new URLSearchParams({ query: '{ nothing }' });
  const { status, headers, body } = await send(`${under.listening.url}/graphql?${parameters}`, {
    headers: { accept: 'application/json' },
  });
  expect([status, body.errors.length, headers.get('cache-control'), headers.get('etag')]).toEqual([
    200,
    1,
    'no-store',
    null,
  ]);
});

test('refusals are for nobody to keep', async () => {
  const { status, headers } = await ask(of(', version: "2031"', 'version'));
  expect([status, headers.get('cache-control'), headers.get('etag')]).toEqual([404, 'no-store', null]);
});

const post = (body: string, accept = 'application/json') =>
  send(`${under.listening.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body,
  });

describe.each([
  ['GET', ask],
  ['POST', (query: string) => post(JSON.stringify({ query }))],
])('the third time, by %s', (method, askAgain) => {
  test('neither the database is asked nor a query run, until the release is withdrawn', async () => {
    const query = `${named('concept(code: "E11.9") { code children { code } }')} # by ${method}`;
    await askAgain(query);
    const first = await askAgain(query);
    const [{ cost } = {}] = under.log.splice(0).slice(-1);
    under.statements.length = 0;
    const second = await askAgain(query);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
    expect(under.statements).toEqual([]);
    expect(cost).toMatchObject({ fields: 5 });
    expect(under.log).toMatchObject([
      { msg: 'answered', method, status: 200, releases: ['icd-10-cm 2026'], cost },
    ]);

    const setStatus = (status: string) =>
      under.database.sql`update codeset.release set status = ${status} where version = '2026'`;
    await setStatus('withdrawn');
    under.gateway.publishedChanged();
    expect((await askAgain(query)).status).toBe(404);
    await setStatus('published');
    under.gateway.publishedChanged();
    expect((await askAgain(query)).body).toEqual(first.body);
  });
});

test('what is kept of a code system as it was described is not sent once it is described anew', async () => {
  const describe = async (title: string) => {
    const column = under.database
      .sql`jsonb_set(definition, '{kinds,0,title}', ${JSON.stringify(title)}::text::jsonb)`;
    await under.database.sql`update codeset.code_system set definition = ${column} where id = 'icd-10-cm'`;
    under.gateway.publishedChanged();
    expect((await post(JSON.stringify({ query: named('version') }))).status).toBe(200); // which reads the releases again
  };
  const ask = async () =>
    (await post(JSON.stringify({ query: named('codeSystem { kinds { title } }') }))).body;
  await ask();
  const before = (await ask()).data.release.codeSystem.kinds[0].title; // kept from here on
  await describe('Described anew');
  for (const wanted of ['Described anew', 'Described anew']) {
    expect((await ask()).data.release.codeSystem.kinds[0].title).toBe(wanted);
  }
  await describe(before);
  expect((await ask()).data.release.codeSystem.kinds[0].title).toBe(before);
});

test('who has it is not sent it again, and may keep it for as long', async () => {
  const url = `${under.listening.url}/graphql?${new URLSearchParams({ query: named('concept(code: "E11") { code }') })}`;
  const first = await send(url);
  for (const known of [first.headers.get('etag') ?? '', `"other", W/${first.headers.get('etag')}`]) {
    const { status, headers, body } = await send(url, { headers: { 'if-none-match': known } });
    expect([status, body, headers.get('cache-control'), headers.get('content-type')]).toEqual([
      304,
      '',
      'public, max-age=86400',
      null,
    ]);
  }
});

describe('what is kept is the answer to that request alone', () => {
  const query = named('concept(code: "E11.9") { display }');

  test('not to another with the same text', async () => {
    const url = `/graphql?${new URLSearchParams({ query })}`;
    for (const _time of [1, 2]) expect((await send(`${under.listening.url}${url}`)).status).toBe(200);
    expect((await post(url)).status).toBe(400);
  });

  test('not for another media type', async () => {
    const body = JSON.stringify({ query });
    const [plain, own] = ['application/json', 'application/graphql-response+json'];
    for (const type of [plain, plain, own, own, plain]) {
      const { headers } = await post(body, type);
      expect(headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    }
  });

  test('with other variables', async () => {
    const asked =
      'query ($code: String!) { release(codeSystem: "icd-10-cm", version: "2026") { concept(code: $code) { code } } }';
    for (const code of ['E11.9', 'E11.9', 'E11', 'E11', 'E11.9']) {
      const { body } = await post(JSON.stringify({ query: asked, variables: { code } }));
      expect(body.data.release.concept.code).toBe(code);
    }
  });

  test('and nothing of what depends on the day, is long, or is asked once', async () => {
    const entries = async () => {
      const { body } = await send(`${under.listening.url}/metrics`);
      return /^codeset_cache_entries\{cache="answers"\} (\d+)$/m.exec(body)?.[1];
    };
    const before = await entries();
    const long = `${query} # ${'long '.repeat(2_000)}`;
    for (const text of [of('', 'version'), of('', 'version'), long, long, `${query} # once`]) {
      expect((await post(JSON.stringify({ query: text }))).status).toBe(200);
    }
    expect(await entries()).toBe(before);
  });
});
