// The scenario replica: one that lags, one that dies, one that comes back behind.
import { startGateway } from './gateway-process.ts';
import { dyingReplica, laggingReplica, returningReplica } from './replica-faults.ts';
import type { ScenarioOutcome } from './scenario.ts';
import { startServerToHarm, startStandby } from './server-to-harm.ts';

/** All three over one pair of servers. */
export async function replicaFaults(): Promise<ScenarioOutcome> {
  const primary = await startServerToHarm(['icd-10-cm 2026', 'icd-10-cm 2027']);
  const replica = await startStandby(primary);
  const ofPrimary = await startGateway({ DATABASE_URL: primary.url });
  const gateway = await startGateway({ DATABASE_READ_URL: replica.url, DATABASE_URL: primary.url });
  try {
    const pair = { primary, replica, ofPrimary, gateway };
    const lag = await laggingReplica(pair, 'hcpcs 2026-01');
    const death = await dyingReplica(pair, { perSecond: 100, aroundMs: 3_000, awayMs: 30_000 });
    const { lastWords } = death;
    process.stderr.write(`${JSON.stringify({ faults: death.faults.slice(0, 5), lastWords })}\n`);
    const comeback = await returningReplica(pair, 'hcpcs 2026-04');
    const good =
      lag.torn.length === 0 &&
      death.right === death.requests &&
      death.lastWords === null &&
      comeback.forgotten === 0 &&
      comeback.served.join() === 'fallback,fallback,first';
    const text = [
      `a replica that lags: ${lag.requests} answers, ${lag.before} from before the release, ${lag.after} with it, ${lag.torn.length} torn`,
      `one that crashes and is 30 s away: ${death.right} of ${death.requests} answered right, ${death.unavailable} refused; served by ${death.served.join(', ')}; slowest ${death.slowestMs} ms`,
      `one that comes back behind: ${comeback.requests} answers, ${comeback.forgotten} that forgot a release; served by ${comeback.served.join(', ')}`,
    ].join('\n');
    return { good, text };
  } finally {
    await Promise.all([gateway.terminate(), ofPrimary.terminate()]);
    await replica.end();
    await primary.end();
  }
}
