// What is published shows in the answers of a gateway that is told of it, and within the age of its list where it is not.
import { watchPublished } from '@codeset/database/read';
import { type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from './gateway-under-test.ts';

let database: SmallDatabase;
beforeAll(async () => {
  database = await smallDatabase();
});
afterAll(() => database.drop());

const versions = '{ codeSystem(id: "icd-10-cm") { releases { version } } }';

async function listed(under: GatewayUnderTest<unknown>): Promise<string> {
  const { body } = await under.ask(versions);
  return body.data.codeSystem.releases.map(({ version }: { version: string }) => version).join(' ');
}

/** Waits until the gateway lists these; milliseconds that it took, at most 3,000. */
async function untilListed(under: GatewayUnderTest<unknown>, wanted: string): Promise<number> {
  const begun = performance.now();
  while ((await listed(under)) !== wanted && performance.now() - begun < 3_000) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return performance.now() - begun;
}

async function setStatus(status: 'published' | 'withdrawn'): Promise<void> {
  await database.sql`update codeset.release set status = ${status} where version = '2027'`;
}

async function underTest(publishedMaxAgeMs: number): Promise<GatewayUnderTest<unknown>> {
  return await gatewayUnderTest(
    { reader: database.reader, drop: async () => undefined },
    { publishedMaxAgeMs },
  );
}

describe('a gateway that listens', () => {
  test('is told what is withdrawn and what is published, and asks the database only then', async () => {
    const under = await underTest(600_000);
    const end = await watchPublished(database.sql, under.gateway.publishedChanged);
    expect(await listed(under)).toBe('2025 2026 2027');
    await setStatus('withdrawn');
    expect(await untilListed(under, '2025 2026')).toBeLessThan(1_000);
    under.statements.length = 0;
    expect([await listed(under), under.statements]).toEqual(['2025 2026', []]);
    await setStatus('published');
    expect(await untilListed(under, '2025 2026 2027')).toBeLessThan(1_000);
    await end?.();
    await under.close();
  });

  test('is told of a change of what is said about a code system', async () => {
    const under = await underTest(600_000);
    let changes = 0;
    const end = await watchPublished(database.sql, () => {
      changes += 1;
    });
    const before = changes;
    await database.sql`update codeset.code_system set attribution = 'ours' where id = 'icd-10-cm'`;
    for (let left = 200; changes === before && left > 0; left--) await new Promise((r) => setTimeout(r, 5));
    expect(changes).toBeGreaterThan(before);
    await end?.();
    await under.close();
  });
});

test('a gateway that does not listen sees it within the age of its list', async () => {
  const under = await underTest(200);
  expect(await listed(under)).toBe('2025 2026 2027');
  await setStatus('withdrawn');
  expect(await untilListed(under, '2025 2026')).toBeLessThan(1_000);
  await setStatus('published');
  await under.close();
});
