// The scenario database-away: restarts, crashes, 30 s of absence, ended sessions, a frozen server, an exhausted pool.
import { type AbsenceOutcome, absenceUnderLoad, frozen, restart, sessionsEnded } from './database-away.ts';
import { exhaustedPool } from './exhausted-pool.ts';
import { startGateway } from './gateway-process.ts';
import type { ScenarioOutcome } from './scenario.ts';
import { startServerToHarm } from './server-to-harm.ts';

const absences = [
  restart('fast'),
  restart('crash'),
  sessionsEnded,
  restart('fast', 30_000),
  restart('crash', 30_000),
  frozen(30_000),
  exhaustedPool(30_000),
];

/** One gateway goes through all of it, so that nothing that one absence leaves behind stays hidden. */
export async function databaseAway(): Promise<ScenarioOutcome> {
  const server = await startServerToHarm(['icd-10-cm 2026', 'icd-10-cm 2027']);
  const gateway = await startGateway({ DATABASE_URL: server.url });
  try {
    const outcomes: AbsenceOutcome[] = [];
    for (const absence of absences) {
      const outcome = await absenceUnderLoad(server, gateway, absence, { perSecond: 100, aroundMs: 3_000 });
      process.stderr.write(`${JSON.stringify({ ...outcome, faults: outcome.faults.slice(0, 5) })}\n`);
      outcomes.push(outcome);
    }
    return { good: outcomes.every(isGood), text: table(outcomes) };
  } finally {
    await gateway.terminate();
    await server.end();
  }
}

/** An absence that is shorter than reads wait (`WAIT_MS`) is not noticed at all. */
function isGood(outcome: AbsenceOutcome): boolean {
  const { faults, lastWords, recoveredMs, requests, right, unavailable, awayMs } = outcome;
  if (awayMs < 4_000 && unavailable > 0) return false;
  return faults.length === 0 && lastWords === null && recoveredMs < 1_000 && right + unavailable === requests;
}

function table(outcomes: readonly AbsenceOutcome[]): string {
  const rows = outcomes.map(
    (each) =>
      `| ${[each.name, each.awayMs, each.requests, each.right, each.unavailable, each.faults.length, each.slowestMs, each.recoveredMs, `${each.megabytesBefore} → ${each.megabytesAfter}`].join(' | ')} |`,
  );
  return [
    '| database | away, ms | requests | right | 503 | faults | slowest, ms | last request refused after its return, ms | memory, MB |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
