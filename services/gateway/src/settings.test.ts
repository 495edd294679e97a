// What the gateway takes from the environment, and how it says no.
import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const url = 'postgres://reader@host/codeset';

test('what is not set has its default', () => {
  expect(readSettings({ DATABASE_URL: url, PORT: '' })).toEqual({
    databaseUrl: url,
    host: '127.0.0.1',
    port: 4000,
    poolSize: 10,
    drainMs: 0,
    logLevel: 'info',
  });
});

test('the read URL comes before the other', () => {
  const settings = readSettings({
    DATABASE_URL: 'postgresql://w',
    DATABASE_READ_URL: url,
    PORT: '81',
    HOST: '::1',
  });
  expect(settings).toMatchObject({ databaseUrl: url, port: 81, host: '::1' });
});

test('everything that is wrong is said at once', () => {
  const read = () => readSettings({ DATABASE_URL: 'mysql://x', PORT: '70000', LOG_LEVEL: 'loud' });
  expect(read).toThrow(/DATABASE_URL: must begin with postgres.*\n.*PORT: .*\n.*LOG_LEVEL: /s);
});

test('a database must be named', () => {
  expect(() => readSettings({})).toThrow('DATABASE_READ_URL: is needed (or DATABASE_URL)');
});
