// What the `codeset` command takes from the environment, and how it says no.
import { defaultLimits } from '@codeset/gateway';
import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

test('what is not set has its default, the limits of the gateway among it', () => {
  const { PORT, limits } = readEnvironment({ PORT: '', LIMIT_DEPTH: '' });
  expect([PORT, limits]).toEqual([4000, defaultLimits]);
});

test('a limit is set by the variable that the gateway has for it', () => {
  const { limits } = readEnvironment({ LIMIT_PAGE_SIZE: '200', LIMIT_STATEMENT_MS: '5000' });
  expect(limits).toEqual({ ...defaultLimits, pageSize: 200, statementMs: 5000 });
});

test('everything that is wrong is said at once', () => {
  const read = () => readEnvironment({ PORT: '70000', LIMIT_DEPTH: 'x', LIMIT_NONE: '1' });
  expect(read).toThrow(/PORT: .*\n.*LIMIT_DEPTH: must be .* found x\n.*LIMIT_NONE: sets no limit/s);
});
