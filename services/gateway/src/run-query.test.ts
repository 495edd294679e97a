// A query in-process goes the same way as one over HTTP.
import { smallDatabase } from '@codeset/test-kit';
import { expect, test } from 'vitest';
import { gatewayUnderTest } from './gateway-under-test.ts';
import { defaultLimits } from './limits/limits.ts';
import { runQuery } from './run-query.ts';

test('a query runs in-process with variables, operation name and the limits of HTTP', async () => {
  const under = await gatewayUnderTest(await smallDatabase());
  const query = 'query A($id: String!) { codeSystem(id: $id) { id } } query B { codeSystems { id } }';
  const variables = { id: 'icd-10-cm' };
  expect(await runQuery(under.gateway, { query, variables, operationName: 'A' })).toEqual({
    status: 200,
    body: {
      data: { codeSystem: { id: 'icd-10-cm' } },
      extensions: {
        releases: [],
        cost: { objects: 1, fields: 2, aliases: 0, depth: 2, limits: defaultLimits },
      },
    },
  });
  const refused = await runQuery(under.gateway, { query });
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] } });
  const tooMuch = await runQuery(under.gateway, {
    query: '{ release(codeSystem: "icd-10-cm") { roots(first: 501) { totalCount } } }',
  });
  expect(tooMuch).toMatchObject({ status: 400, body: { errors: [{ extensions: { limit: 'pageSize' } }] } });
  await under.close();
});
