// The scenario publish: a release withdrawn and published 20 times, others loaded, under 200 requests a second on two gateways.
import { type PublishingOutcome, publishUnderLoad } from './publish-under-load.ts';
import type { ScenarioOutcome } from './scenario.ts';

export async function publish(): Promise<ScenarioOutcome> {
  const outcome = await publishUnderLoad({
    gateways: 2,
    perSecond: 200,
    times: 20,
    pauseMs: 1_500,
    loads: ['hcpcs 2026-01', 'hcpcs 2026-04'],
  });
  return { good: isGood(outcome), text: table(outcome) };
}

function isGood({ failed, mixed, slowestToFollowMs }: PublishingOutcome): boolean {
  return failed.length === 0 && mixed.length === 0 && slowestToFollowMs < 1_000;
}

function table({ requests, failed, mixed, slowestToFollowMs, changes }: PublishingOutcome): string {
  return [
    '| changes | requests | failed | answers that mix releases | slowest to follow, ms |',
    '|---|---|---|---|---|',
    `| ${[changes, requests, failed.length, mixed.length, slowestToFollowMs].join(' | ')} |`,
    ...failed.slice(0, 3),
    ...mixed.slice(0, 3),
  ].join('\n');
}
