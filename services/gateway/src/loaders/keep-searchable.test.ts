// That what is in force can be searched at once, also what is published later, and that nothing is made twice.
import { setTimeout as sleep } from 'node:timers/promises';
import { icd11Of2024, release2025, release2026, release2027, smallDatabase } from '@codeset/test-kit';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { send } from '../gateway-under-test.ts';
import { createGateway } from '../server.ts';

const inForce = { codeSystem: 'icd-10-cm', version: '2026' };
const ofIcd11 = { codeSystem: 'icd-11-mms', version: '2024-01' };

test('what is in force is made while the gateway starts; what is published later, too; each once', async () => {
  const database = await smallDatabase([release2027, release2026, release2025, icd11Of2024]);
  const said: { msg: string; codeSystem: string; version: string }[] = [];
  const statements: string[] = [];
  database.reader.options.debug = (_connection, text) => statements.push(text);
  let today = '2026-01-15';
  const gateway = createGateway({
    database: database.reader,
    clock: () => new Date(`${today}T12:00:00Z`),
    searchableEveryMs: 20,
    log: pino({}, { write: (line: string) => said.push(JSON.parse(line)) }),
  });
  const listening = await gateway.listen({ port: 0, host: '127.0.0.1' });
  const ready = () =>
    said
      .filter(({ msg }) => msg === 'ready to be searched')
      .map((each) => `${each.codeSystem} ${each.version}`);
  await expect
    .poll(ready, { timeout: 20_000 })
    .toEqual([inForce, ofIcd11].map((each) => `${each.codeSystem} ${each.version}`));

  statements.length = 0;
  const query =
    '{ release(codeSystem: "icd-10-cm", version: "2026") { search(text: "diabetes") { totalCount } } }';
  const answer = await send(`${listening.url}/graphql?${new URLSearchParams({ query })}`);
  expect(answer.body.data.release.search.totalCount).toBeGreaterThan(0);
  expect(statements.filter((text) => text.includes('release_concept'))).toEqual([]);

  today = '2026-12-01'; // the release of 2027 is in force
  await expect.poll(ready, { timeout: 20_000 }).toHaveLength(3);
  expect(ready().at(-1)).toBe('icd-10-cm 2027');
  await sleep(100);
  expect(ready()).toHaveLength(3);

  await listening.close();
  today = '2025-01-15';
  await sleep(100);
  expect(ready()).toHaveLength(3); // it looks no more
  await gateway.close();
  await database.drop();
});
