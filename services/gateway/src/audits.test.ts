// The audits of graphql-http, which hold a server to the GraphQL-over-HTTP specification, against a gateway in production.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { smallDatabase } from '@codeset/test-kit';
import { auditServer } from 'graphql-http';
import { expect, test } from 'vitest';

test('all 61 audits of graphql-http pass', async () => {
  const database = await smallDatabase();
  const { PATH = '' } = process.env;
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const gateway = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { PATH, PORT: '0', NODE_ENV: 'production', DATABASE_READ_URL: database.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let [said, url] = ['', ''];
  for await (const piece of gateway.stdout) {
    said += String(piece);
    url = /"url":"([^"]+)"/.exec(said)?.[1] ?? '';
    if (url) break;
  }
  const results = await auditServer({ url: `${url}/graphql` });
  gateway.kill('SIGTERM');
  await once(gateway, 'exit');
  await database.drop();
  const told = results.map((result) => ({
    id: result.id,
    name: result.name,
    status: result.status,
    reason: 'reason' in result ? result.reason : null,
  }));
  expect(told.filter(({ status }) => status !== 'ok')).toEqual([]);
  expect(told).toHaveLength(61);
});
