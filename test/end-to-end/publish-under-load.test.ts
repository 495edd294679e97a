// The short form of `pnpm test:faults publish`: two gateways, a release withdrawn and published, another loaded, under load.
import { expect, test } from 'vitest';
import { publishUnderLoad } from '../../scripts/faults/publish-under-load.ts';

test('publishing and withdrawing under load: nothing fails, nothing is mixed, both gateways follow within a second', {
  timeout: 60_000,
}, async () => {
  const outcome = await publishUnderLoad({
    gateways: 2,
    perSecond: 100,
    times: 1,
    pauseMs: 1_100,
    loads: ['hcpcs 2026-01'],
  });
  expect(outcome).toMatchObject({ failed: [], mixed: [], changes: 2 });
  expect(outcome.requests).toBeGreaterThan(200);
  expect(outcome.slowestToFollowMs).toBeLessThan(1_000);
});
