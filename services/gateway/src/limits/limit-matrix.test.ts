// Every limit that a query can pass, in every disguise, by POST and by GET, through yoga and the short way: one verdict.
import {
  icd11Of2024,
  release2025,
  release2026,
  release2027,
  type SmallDatabase,
  smallDatabase,
} from '@codeset/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';
import type { Listening } from '../listen.ts';
import { createGateway, type Gateway } from '../server.ts';
import { countTokens } from './count-tokens.ts';
import { type Disguise, type Disguised, disguises, type QueryToSend } from './disguises.ts';
import { defaultLimits, type Limits } from './limits.ts';

let under: GatewayUnderTest<SmallDatabase>;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase([release2027, release2026, release2025, icd11Of2024]));
});
afterAll(() => under.close());
beforeEach(() => {
  under.statements.length = 0;
});

/** A gateway whose limits are the default ones but for those; over the pool of the one under test. */
const gatewayWith = (limits: Partial<Limits>) =>
  createGateway({
    database: under.database.reader,
    limits: { urlBytes: 14 * 1024, ...limits },
    clock: () => new Date('2026-01-15T12:00:00Z'),
  });

/** A request but for the server. */
interface ToSend {
  readonly path: string;
  readonly init: { method: string; headers?: Record<string, string>; body?: string };
}

const postOf = (body: string): ToSend => ({
  path: '/graphql',
  init: { method: 'POST', headers: { 'content-type': 'application/json' }, body },
});
const post = (query: QueryToSend) => postOf(JSON.stringify(query));

function get({ query, variables, operationName }: QueryToSend): ToSend {
  const parameters = new URLSearchParams({
    query,
    ...(variables && { variables: JSON.stringify(variables) }),
    ...(operationName && { operationName }),
  });
  return { path: `/graphql?${parameters}`, init: { method: 'GET' } };
}

/** How a request comes to a gateway. */
type Way = (sent: ToSend) => Promise<Response>;

/** Through yoga. */
const longWay =
  (gateway: Gateway): Way =>
  ({ path, init }) =>
    gateway.fetch(new Request(`http://gateway${path}`, init));

/** Over HTTP, where plain requests take the short way. */
const shortWay =
  ({ url }: Listening): Way =>
  ({ path, init }) =>
    fetch(`${url}${path}`, init);

/** The status of an answer, what its first error says of limits, and the statements that it took. */
async function verdict(to: Gateway | Way, sent: ToSend) {
  under.statements.length = 0;
  const response = await (typeof to === 'function' ? to : longWay(to))(sent);
  const { errors, data } = JSON.parse(await response.text());
  expect(data === undefined || data === null).toBe(errors !== undefined);
  return { status: response.status, ...errors?.[0].extensions };
}

interface LimitCase {
  readonly limit: keyof Limits;
  readonly maximum: number;
  /** A selection with which the request comes to this number in this disguise. */
  readonly of: (count: number, disguise: Disguise) => Disguised;
  readonly code?: string;
  /** Counted while the query runs: what is left out is not counted. */
  readonly whileRunning?: boolean;
}

const times = (count: number, text: string) => Array.from({ length: count }, () => text).join(' ');
const icd10 = (selection: string, version = '2026') =>
  `release(codeSystem: "icd-10-cm", version: "${version}") { ${selection} }`;
const code = { type: 'String!', value: 'E11.9' };

/** Pads the selection until the text that is sent comes to the count, one for each step of padding. */
function padded(
  count: number,
  { write }: Disguise,
  measure: (query: string) => number,
  make: (padding: number) => Disguised,
): Disguised {
  return make(count - measure(write(make(0)).query));
}

const cases: readonly LimitCase[] = [
  {
    limit: 'tokens',
    maximum: 200,
    of: (count, disguise) =>
      padded(
        count,
        disguise,
        (query) => countTokens(query).tokens,
        (padding) => ({
          ...code,
          select: (value) => icd10(`concepts(codes: [${value} ${times(padding, '"x"')}]) { code }`),
        }),
      ),
  },
  {
    limit: 'brackets',
    maximum: 30,
    of: (count, disguise) =>
      padded(
        count,
        disguise,
        (query) => countTokens(query).brackets,
        (padding) => ({
          ...code,
          select: (value) =>
            icd10(`concept(code: ${value}) { ${times(padding, '... {')} code ${times(padding, '}')} }`),
        }),
      ),
  },
  {
    limit: 'documentFields',
    maximum: 30,
    of: (count, disguise) =>
      padded(
        count,
        disguise,
        (query) => query.match(/\b(release|concept|code|key|limits|codes)\b(?! *:)/g)?.length ?? 0,
        (padding) => ({
          ...code,
          select: (value) => icd10(`concept(code: ${value}) { ${times(padding, 'code')} key }`),
        }),
      ),
  },
  {
    limit: 'depth',
    maximum: 8,
    of: (count) => ({
      ...code,
      select: (value) =>
        icd10(`concept(code: ${value}) { ${times(count - 3, 'parent {')} code ${times(count - 3, '}')} }`),
    }),
  },
  {
    limit: 'fields',
    maximum: 30,
    of: (count, { adds }) => ({
      ...code,
      select: (value) => icd10(`concept(code: ${value}) { ${times(count - 2 - 2 * adds.limits, 'code')} }`),
    }),
  },
  {
    limit: 'aliases',
    maximum: 6,
    of: (count, { adds }) => ({
      ...code,
      select: (value) =>
        icd10(`concept(code: ${value}) { key ${times(count - adds.aliases, 'same: code')} }`),
    }),
  },
  {
    limit: 'cost',
    maximum: 100,
    of: (count, { adds }) => ({
      type: 'Int!',
      value: count - 3 - adds.limits, // the release, the concept, the page
      select: (value) => icd10(`concept(code: "19") { descendants(first: ${value}) { nodes { code } } }`),
    }),
  },
  {
    limit: 'pageSize',
    maximum: 60,
    of: (count) => ({
      type: 'Int!',
      value: count,
      select: (value) => icd10(`roots(first: ${value}) { totalCount }`),
    }),
  },
  {
    limit: 'codes',
    maximum: 20,
    of: (count) => ({
      type: '[String!]!',
      value: Array.from({ length: count }, (_, i) => `X${i}`),
      select: (value) => icd10(`concepts(codes: ${value}) { code }`),
    }),
  },
  {
    limit: 'codes',
    maximum: 21,
    of: (count) => ({
      type: '[String!]',
      value: Array.from({ length: count }, () => 'chapter'),
      select: (value) => icd10(`search(text: "x", kinds: ${value}) { totalCount }`),
    }),
  },
  {
    limit: 'textLength',
    maximum: 150,
    code: 'BAD_REQUEST',
    of: (count) => ({
      type: 'String!',
      value: 'X'.repeat(count),
      select: (value) => icd10(`concept(code: ${value}) { code }`),
    }),
  },
  {
    limit: 'releases',
    maximum: 2,
    whileRunning: true,
    of: (count) => ({
      type: 'String',
      value: count > 2 ? '2025' : '2026',
      select: (value) =>
        `a: ${icd10('version', '2027')} b: ${icd10('version')} c: release(codeSystem: "icd-10-cm", version: ${value}) { version }`,
    }),
  },
  {
    limit: 'comparisons',
    maximum: 1,
    whileRunning: true,
    of: (count) => ({
      type: 'String!',
      value: count > 1 ? '2027' : '2026',
      select: (value) =>
        ['"2026"', value]
          .map(
            (to, i) =>
              `c${i}: compare(codeSystem: "icd-10-cm", from: "2025", to: ${to}) { from { version } }`,
          )
          .join(' '),
    }),
  },
  {
    limit: 'expressionParts',
    maximum: 2,
    whileRunning: true,
    of: (count) => ({
      type: 'String!',
      value: ['1A01', 'XN8P1', 'XK9'].slice(0, count).join('&'),
      select: (value) =>
        `release(codeSystem: "icd-11-mms", version: "2024-01") { expression(text: ${value}) { valid } }`,
    }),
  },
  {
    limit: 'searchWords',
    maximum: 5,
    whileRunning: true,
    of: (count) => ({
      type: 'String!',
      value: Array.from({ length: count }, (_, i) => `w${i}`).join(' '),
      select: (value) => icd10(`search(text: ${value}) { totalCount }`),
    }),
  },
  {
    limit: 'searchWords',
    maximum: 6,
    whileRunning: true,
    of: (count) => ({
      type: 'String!',
      value: Array.from({ length: count }, (_, i) => `w${i}`).join(' '),
      select: (value) => icd10(`suggest(text: ${value}) { text }`),
    }),
  },
  {
    limit: 'searchProperties',
    maximum: 2,
    whileRunning: true,
    of: (count) => ({
      type: 'String!',
      value: 'C',
      select: (value) =>
        icd10(
          `search(text: "x", properties: [${times(count, `{code: "course", value: ${value}}`)}]) { totalCount }`,
        ),
    }),
  },
  {
    limit: 'suggestions',
    maximum: 12,
    whileRunning: true,
    of: (count) => ({
      type: 'Int!',
      value: count,
      select: (value) => icd10(`suggest(text: "fracture", first: ${value}) { text }`),
    }),
  },
];

describe.each(cases)('$limit', ({ limit, maximum, of, code: refusalCode, whileRunning }) => {
  let ways: readonly Way[];
  let listening: Listening;
  beforeAll(async () => {
    const gateway = gatewayWith({ [limit]: maximum });
    listening = await gateway.listen({ port: 0, host: '127.0.0.1' });
    ways = [longWay(gateway), shortWay(listening)];
  });
  afterAll(() => listening.close());
  const refused = {
    status: 400,
    code: refusalCode ?? 'QUERY_TOO_EXPENSIVE',
    limit,
    maximum,
    found: maximum + 1,
  };

  test.each(disguises)('in $name', async (disguise) => {
    const atLimit = disguise.write(of(maximum, disguise));
    const beyond = disguise.write(of(maximum + 1, disguise));
    const expected = whileRunning && !disguise.runs ? { status: 200 } : refused;
    for (const way of ways) {
      for (const send of [post, get]) {
        expect(await verdict(way, send(atLimit))).toEqual({ status: 200 });
        expect(await verdict(way, send(beyond))).toEqual(expected);
        if (!whileRunning) expect(under.statements).toEqual([]);
      }
    }
  });
});

test('the matrix has every limit that a query can pass', () => {
  const ofTheTransport = ['bodyBytes', 'urlBytes', 'jsonDepth', 'statementMs', 'requestMs'];
  const named = new Set([...ofTheTransport, ...cases.map(({ limit }) => limit)]);
  expect(Object.keys(defaultLimits).filter((limit) => !named.has(limit))).toEqual([]);
});

describe('values that are not as they should be get one verdict as a literal and as a variable', () => {
  const roots = (value: string) => icd10(`roots(first: ${value}) { totalCount }`);
  const concepts = (value: string) => icd10(`concepts(codes: ${value}) { code }`);
  const both = async (select: (value: string) => string, type: string, text: string) => {
    const gateway = gatewayWith({});
    const body = `{"query":${JSON.stringify(`query ($v: ${type}) { ${select('$v')} }`)},"variables":{"v":${text}}}`;
    return {
      literal: await verdict(gateway, post({ query: `{ ${select(text)} }` })),
      variable: await verdict(gateway, postOf(body)),
    };
  };
  const bad = { status: 400, code: 'BAD_REQUEST' };

  test.each([
    ['null', roots, 'Int', 'null', bad],
    ['a whole number beyond 32 bits', roots, 'Int!', '2147483648', bad],
    ['a huge number', roots, 'Int!', '1e400', bad],
    ['a number with a fraction', roots, 'Int!', '5.5', bad],
    ['a text', roots, 'Int!', '"5"', bad],
    ['a boolean', roots, 'Int!', 'true', bad],
    ['a list', roots, 'Int!', '[5]', bad],
    ['a negative number', roots, 'Int!', '-1', { ...bad, found: -1 }],
    ['the largest number', roots, 'Int!', '2147483647', { ...refusedBy('pageSize', 500, 2147483647) }],
    ['none', roots, 'Int!', '0', { status: 200 }],
    ['a single code', concepts, '[String!]!', '"E11.9"', { status: 200 }],
    ['a list with null', concepts, '[String!]!', '[null]', bad],
    ['a list of lists', concepts, '[String!]!', '[["E11.9"]]', bad],
    ['a list of numbers', concepts, '[String!]!', '[119]', bad],
    ['no code at all', concepts, '[String!]!', '[]', { status: 200 }],
  ])('%s', async (_name, select, type, text, expected) => {
    expect(await both(select, type, text)).toEqual({ literal: expected, variable: expected });
  });

  function refusedBy(limit: string, maximum: number, found: number) {
    return { status: 400, code: 'QUERY_TOO_EXPENSIVE', limit, maximum, found };
  }

  test('a variable that is not sent leaves the default of the argument, one that must be sent is missed', async () => {
    const gateway = gatewayWith({});
    const query = (type: string) => post({ query: `query ($v: ${type}) { ${roots('$v')} }` });
    expect(await verdict(gateway, query('Int'))).toEqual({ status: 200 });
    expect(await verdict(gateway, query('Int!'))).toEqual(bad);
  });

  test('a list that may be left out costs the same as null', async () => {
    const cost = async (argument: string) => {
      const nodes = `nodes { properties${argument} { value } }`;
      const answer = await under.ask(`{ ${icd10(`roots(first: 100) { ${nodes} }`)} }`);
      return answer.body.extensions.cost.objects;
    };
    expect(await cost('(codes: null)')).toBe(await cost(''));
    expect(await cost('(codes: ["a"])')).toBe((await cost('')) - 300);
  });

  test('a variable called __proto__ is refused: it would be measured as sent and run as if it were not', async () => {
    const gateway = gatewayWith({});
    const query = `query ($__proto__: Int) { ${roots('$__proto__')} }`;
    for (const first of [0, 501]) {
      const variables = JSON.parse(`{"__proto__": ${first}}`);
      expect(await verdict(gateway, post({ query, variables }))).toEqual(bad);
    }
  });

  test('names that every object has are variables like others', async () => {
    const gateway = gatewayWith({});
    for (const name of ['constructor', 'toString', '__type', 'hasOwnProperty']) {
      const query = `query ($${name}: Int) { ${roots(`$${name}`)} }`;
      expect(await verdict(gateway, post({ query }))).toEqual({ status: 200 });
      expect(await verdict(gateway, post({ query, variables: JSON.parse(`{"${name}": 501}`) }))).toEqual(
        refusedBy('pageSize', 500, 501),
      );
    }
  });
});

describe('the depth of JSON', () => {
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const limit = { status: 400, code: 'QUERY_TOO_EXPENSIVE', limit: 'jsonDepth', maximum: 16, found: 17 };
  const body = (text: string) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: text,
  });
  const ask = (text: string, init: ToSend['init'] = { method: 'GET' }): ToSend => ({
    path: `/graphql${text}`,
    init,
  });
  const query = '{ limits { codes } }';

  test.each(['variables', 'extensions'])('counts alike by POST and by GET in %s', async (name) => {
    const gateway = gatewayWith({});
    for (const [levels, expected] of [
      [14, { status: 200 }],
      [15, limit],
    ] as const) {
      const text = `{"x":${nested(levels)}}`;
      const posted = body(JSON.stringify({ query, [name]: {} }).replace('{}', text));
      expect(await verdict(gateway, ask('', posted))).toEqual(expected);
      const got = `?query=${encodeURIComponent(query)}&${name}=${encodeURIComponent(text)}`;
      expect(await verdict(gateway, ask(got))).toEqual(expected);
    }
  });

  test('brackets within a text are not counted', async () => {
    const text = JSON.stringify({ query, variables: { x: `\\"${nested(50)}"` } });
    expect(await verdict(gatewayWith({}), ask('', body(text)))).toEqual({ status: 200 });
  });
});

test('a URL may be as long as its limit, wherever its bytes stand', async () => {
  const gateway = gatewayWith({ urlBytes: 2_000 });
  const url = (bytes: number) => {
    const start = '/graphql?query=%7Blimits%7Bcodes%7D%7D&extensions=%7B%22x%22%3A%22';
    return { path: `${start}${'y'.repeat(bytes - start.length - 6)}%22%7D`, init: { method: 'GET' } };
  };
  expect(await verdict(gateway, url(2_000))).toEqual({ status: 200 });
  const refused = { status: 414, code: 'URL_TOO_LONG', limit: 'urlBytes', maximum: 2_000, found: 2_001 };
  expect(await verdict(gateway, url(2_001))).toEqual(refused);
});

test('at the most of all limits, the deepest query that they let through does not end the stack', async () => {
  const { limitRanges } = await import('./limit-ranges.ts');
  const most = Object.fromEntries(Object.entries(limitRanges).map(([limit, [, value]]) => [limit, value]));
  const gateway = gatewayWith({ ...most, statementMs: defaultLimits.statementMs });
  const brackets = (most['brackets'] ?? 0) - 2;
  const deepest = `${times(brackets, '... {')} limits { codes } ${times(brackets, '}')}`;
  const rest = (most['tokens'] ?? 0) - countTokens(deepest).tokens - 20;
  const last = Math.floor(rest / 8); // tokens of a fragment that spreads the next
  const chain = Array.from({ length: last }, (_, i) => `fragment F${i} on Query { ...F${i + 1} }`).join(' ');
  const query = `{ ...F0 } ${chain} fragment F${last} on Query { ${deepest} }`;
  expect(countTokens(query).tokens).toBeGreaterThan(9_900);
  expect(await verdict(gateway, post({ query }))).toEqual({ status: 200 });
});

test('at the least of all limits, introspection and a page of usual size are answered', async () => {
  const { getIntrospectionQuery } = await import('graphql');
  const { limitRanges } = await import('./limit-ranges.ts');
  const least = Object.fromEntries(Object.entries(limitRanges).map(([limit, [value]]) => [limit, value]));
  const gateway = gatewayWith({ ...least, statementMs: defaultLimits.statementMs, requestMs: 30_000 });
  expect(await verdict(gateway, post({ query: getIntrospectionQuery() }))).toEqual({ status: 200 });
  const page = `{ ${icd10('roots { nodes { code } }')} }`;
  expect(await verdict(gateway, post({ query: page }))).toEqual({ status: 200 });
});
