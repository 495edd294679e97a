// The scenario drain: SIGTERM with 300 requests under way, five times.
import { drainUnderLoad } from './drain.ts';
import type { ScenarioOutcome } from './scenario.ts';
import { startServerToHarm } from './server-to-harm.ts';

/** Each time a new gateway over the same server. */
export async function drain(): Promise<ScenarioOutcome> {
  const server = await startServerToHarm(['icd-10-cm 2026', 'icd-10-cm 2027']);
  try {
    const lines: string[] = [];
    let good = true;
    for (let round = 0; round < 5; round++) {
      const { faults, right, unavailable, exitCode, endedAfterMs, refusedAfter, logged } =
        await drainUnderLoad(server, 300);
      good &&= faults.length === 0 && exitCode === 0 && refusedAfter && logged === right + unavailable;
      lines.push(
        `${right} answered, ${unavailable} refused with Retry-After, ${faults.length} cut, ${logged} in the log, exit code ${exitCode} after ${endedAfterMs} ms`,
      );
    }
    return { good, text: lines.join('\n') };
  } finally {
    await server.end();
  }
}
