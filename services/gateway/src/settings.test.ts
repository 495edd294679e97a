// What the gateway takes from the environment, and how it says no.
import { expect, test } from 'vitest';
import { defaultLimits } from './limits/limits.ts';
import { limitVariable, readLimits } from './limits/read-limits.ts';
import { readSettings } from './settings.ts';

const url = 'postgres://reader@host/codeset';

test('what is not set has its default', () => {
  expect(readSettings({ DATABASE_URL: url, PORT: '' })).toEqual({
    databaseUrl: url,
    fallbackUrl: undefined,
    waitMs: 5_000,
    cacheBytes: 256 * 1024 * 1024,
    searchableEveryMs: 10_000,
    persistedFile: undefined,
    persistedOnly: false,
    metricsPort: undefined,
    tracesTo: undefined,
    tracedAs: 'codeset-gateway',
    host: '127.0.0.1',
    port: 4000,
    poolSize: 10,
    drainMs: 0,
    logLevel: 'info',
    limits: defaultLimits,
  });
});

test('the read URL comes before the other, which stands in for it', () => {
  const settings = readSettings({
    DATABASE_URL: 'postgresql://w',
    DATABASE_READ_URL: url,
    PORT: '81',
    HOST: '::1',
  });
  expect(settings).toMatchObject({ databaseUrl: url, fallbackUrl: 'postgresql://w', port: 81, host: '::1' });
});

test('nothing stands in for a database named twice, or for the only one', () => {
  expect(readSettings({ DATABASE_URL: url, DATABASE_READ_URL: url }).fallbackUrl).toBeUndefined();
  expect(readSettings({ DATABASE_READ_URL: url }).fallbackUrl).toBeUndefined();
});

test('the figures are beside the queries, on a port of their own, or off', () => {
  const portOf = (given: string) => readSettings({ DATABASE_URL: url, METRICS_PORT: given }).metricsPort;
  expect([portOf(''), portOf('9464'), portOf('off')]).toEqual([undefined, 9464, 'off']);
  expect(() => portOf('on')).toThrow('METRICS_PORT: must be a port from 0 to 65535, or off');
});

test('everything that is wrong is said at once', () => {
  const read = () => readSettings({ DATABASE_URL: 'mysql://x', PORT: '70000', LOG_LEVEL: 'loud' });
  expect(read).toThrow(/DATABASE_URL: must begin with postgres.*\n.*PORT: .*\n.*LOG_LEVEL: /s);
});

test('a database must be named', () => {
  expect(() => readSettings({})).toThrow('DATABASE_READ_URL: is needed (or DATABASE_URL)');
});

test('each limit has a variable of its own', () => {
  const { limits } = readSettings({
    DATABASE_URL: url,
    LIMIT_PAGE_SIZE: '200',
    LIMIT_URL_BYTES: '',
    LIMIT_REQUEST_MS: '5000',
  });
  expect(limits).toEqual({ ...defaultLimits, pageSize: 200, requestMs: 5000 });
});

test('a limit that is no number, out of its range or unknown is said with everything else that is wrong', () => {
  const read = () =>
    readSettings({
      DATABASE_URL: 'mysql://x',
      LIMIT_PAGE_SIZE: '1e3',
      LIMIT_DEPTH: '65',
      LIMIT_STATEMENT_MS: '-1',
      LIMIT_PAGESIZE: '9',
    });
  expect(read).toThrow(/DATABASE_URL: must begin with postgres/);
  expect(read).toThrow(
    /LIMIT_PAGE_SIZE: must be a whole number from 50 to 10000, found 1e3\n.*LIMIT_DEPTH: must be a whole number from 6 to 64, found 65\n.*LIMIT_STATEMENT_MS: must be .*, found -1\n.*LIMIT_PAGESIZE: sets no limit\. There are: LIMIT_BODY_BYTES, /s,
  );
});

test('every default lies in the range that its limit may be set to', () => {
  for (const [limit, value] of Object.entries(defaultLimits)) {
    const { limits, problems } = readLimits({ [limitVariable(limit)]: String(value) });
    expect([limits, problems]).toEqual([defaultLimits, []]);
  }
});
