// What the gateway takes from the environment, and how it says no.
import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const url = 'postgres://reader@host/codeset';

test('what is not set has its default', () => {
  expect(readSettings({ DATABASE_URL: url, PORT: '' })).toEqual({
    databaseUrl: url,
    fallbackUrl: undefined,
    waitMs: 5_000,
    metricsPort: undefined,
    tracesTo: undefined,
    host: '127.0.0.1',
    port: 4000,
    poolSize: 10,
    drainMs: 0,
    logLevel: 'info',
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
