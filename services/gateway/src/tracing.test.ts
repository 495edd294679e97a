// Traces as a collector gets them: a real receiver on loopback.
import { smallDatabase } from '@codeset/test-kit';
import { expect, test } from 'vitest';
import { collectorUnderTest } from './collector-under-test.ts';
import { send } from './gateway-under-test.ts';
import { createGateway } from './server.ts';
import { startTracing } from './tracing.ts';

test("a request's span continues the caller's trace, and its statements stand below it", async () => {
  const { url, spans, close } = await collectorUnderTest();
  const database = await smallDatabase();
  const tracing = await startTracing(url, 'a gateway');
  const gateway = createGateway({ database: database.reader, clock: () => new Date(), tracing });
  const listening = await gateway.listen({ port: 0, host: '127.0.0.1' });
  const [traceId, caller] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];
  const query =
    '{ release(codeSystem: "icd-10-cm", version: "2026") { concept(code: "E11.9") { display } } }';
  const answer = await send(`${listening.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent: `00-${traceId}-${caller}-01` },
    body: JSON.stringify({ query }),
  });
  expect(answer.status).toBe(200);
  await listening.close();
  await tracing.close();
  const request = spans.find(({ name }) => name === 'POST /graphql');
  expect(request).toMatchObject({ traceId, parentSpanId: caller });
  const statements = spans.filter(({ name }) => name.startsWith('list'));
  expect(statements.map(({ name }) => name)).toContain('listConceptsByLookUp');
  for (const statement of statements)
    expect(statement).toMatchObject({ traceId, parentSpanId: request?.spanId });
  expect(request?.service).toBe('a gateway');
  close();
  await database.drop();
});

test('a collector that is not there holds nothing up', async () => {
  const tracing = await startTracing('http://127.0.0.1:9', 'a gateway');
  tracing.reads.statement?.('listChildren')();
  const began = performance.now();
  await tracing.close();
  expect(performance.now() - began).toBeLessThan(3_000);
});
