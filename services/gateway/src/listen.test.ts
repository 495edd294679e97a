// Closing a gateway that is at work, and ports that cannot be had.

import { type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest, send } from './gateway-under-test.ts';
import { listen } from './listen.ts';

let under: GatewayUnderTest<SmallDatabase>;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase());
});
afterAll(() => under.close());

const json = { 'content-type': 'application/json' };
const slow =
  '{"query":"{ release(codeSystem: \\"icd-10-cm\\", version: \\"2026\\") { concept(code: \\"E11.9\\") { display } } }"}';

/** Holds what readers read under a lock that keeps them waiting; gives the way to let them go on. */
async function holdReaders(): Promise<() => Promise<void>> {
  const connection = await under.database.sql.reserve();
  await connection`begin`;
  await connection`lock table codeset.concept_content in access exclusive mode`;
  return async () => {
    await connection`rollback`;
    connection.release();
  };
}

const waitUntilBlocked = () =>
  expect
    .poll(async () => {
      const [row] = await under.database.sql<{ waiting: number }[]>`
      select count(*)::integer as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
      return row?.waiting;
    })
    .toBe(1);

describe('closing', () => {
  test('lets a request under way finish, refuses new ones, and says so before', async () => {
    const second = await under.gateway.listen({ port: 0, host: '127.0.0.1', drainMs: 200 });
    const letGo = await holdReaders();
    const underWay = send(`${second.url}/graphql`, { method: 'POST', headers: json, body: slow });
    await waitUntilBlocked();
    const closed = second.close();
    expect(second.close()).toBe(closed);
    const ready = await send(`${second.url}/ready`);
    expect(ready).toMatchObject({ status: 503, body: { ready: false, reason: 'shutting down' } });
    expect(ready.headers.get('connection')).toBe('close');
    await expect.poll(() => send(`${second.url}/live`).catch(() => 'refused')).toBe('refused');
    await letGo();
    const answer = await underWay;
    const answeredAt = performance.now();
    expect(answer.headers.get('connection')).toBe('close');
    expect([answer.status, answer.body.data.release.concept.display]).toEqual([
      200,
      'Type 2 diabetes mellitus without complications',
    ]);
    await closed;
    expect(performance.now() - answeredAt).toBeLessThan(2_000); // a connection kept alive held it up for the grace
  });

  test('waits as long as a request may take, and cuts off only what has no end then', async () => {
    const listening = await listen(
      () => undefined, // never answers
      { requestMs: 300, draining: { started: false } },
      { port: 0, host: '127.0.0.1' },
    );
    const cutOff = expect(fetch(listening.url)).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const begun = performance.now();
    await listening.close();
    await cutOff;
    const took = performance.now() - begun;
    expect(took).toBeGreaterThan(1_250);
    expect(took).toBeLessThan(10_000);
  });
});

test('a port that is taken is told, with what to do', async () => {
  const port = Number(new URL(under.listening.url).port);
  await expect(under.gateway.listen({ port, host: '127.0.0.1' })).rejects.toMatchObject({
    code: 'ENVIRONMENT',
    message: expect.stringContaining('Set PORT or HOST to another'),
  });
});
