// Steady load while the database goes away and comes back: the gateway must stay up and say nothing wrong.
import { setTimeout as sleep } from 'node:timers/promises';
import type { GatewayProcess } from './gateway-process.ts';
import { type LoadFigures, loadFigures } from './load-figures.ts';
import type { ServerToHarm } from './server-to-harm.ts';
import { learn, steadyLoad } from './steady-load.ts';

/** What happens to the database under load. */
export interface Absence {
  readonly name: string;
  /** Harms the database, and resolves when it is there again. */
  readonly harm: (server: ServerToHarm) => Promise<void>;
}

export interface AbsencePlan {
  readonly perSecond: number;
  /** Milliseconds of load before and after. */
  readonly aroundMs: number;
}

export interface AbsenceOutcome extends LoadFigures {
  readonly name: string;
  /** Milliseconds from the first harm until the database was there again. */
  readonly awayMs: number;
  /** Of a gateway that ended: there should be none. */
  readonly lastWords: string | null;
  readonly megabytesBefore: number;
  readonly megabytesAfter: number;
}

/** Some that are answered out of what the process remembers, and some that need the database every time: unknown codes do. */
export const questions = [
  '{ release(codeSystem: "icd-10-cm", version: "2026") { concept(code: "E11.9") { code display parent { code display } } } }',
  '{ release(codeSystem: "icd-10-cm", version: "2027") { concept(code: "T81.32XA") { code ancestors { code display } notes(inherited: true) { text } } } }',
  '{ release(codeSystem: "icd-10-cm", version: "2026") { sourceFiles { name sha256 } findings { rule } concept(code: "Q99.99") { code } } }',
  '{ release(codeSystem: "icd-10-cm", version: "2027") { roots(first: 5) { nodes { code display } totalCount } concept(code: "Q99.98") { code } } }',
  '{ release(codeSystem: "icd-10-cm", version: "2026") { lookUp(code: "t8132") { __typename message } } }',
];

/** One that is asked of the database every time: its answer is not kept. */
export const askedEveryTime = questions[3] ?? '';

/** Runs one absence under load; the gateway reads from the server. */
export async function absenceUnderLoad(
  server: ServerToHarm,
  gateway: GatewayProcess,
  absence: Absence,
  plan: AbsencePlan,
): Promise<AbsenceOutcome> {
  const known = await Promise.all(questions.map((query) => learn(gateway.url, query)));
  const load = steadyLoad(gateway.url, known, plan.perSecond);
  await sleep(plan.aroundMs);
  const megabytesBefore = await gateway.megabytes();
  const harmedAt = load.clock();
  await absence.harm(server);
  const backAt = load.clock();
  await sleep(plan.aroundMs);
  const figures = loadFigures(await load.end(), backAt);
  return {
    name: absence.name,
    ...figures,
    awayMs: Math.round(backAt - harmedAt),
    lastWords: gateway.lastWords(),
    megabytesBefore,
    megabytesAfter: await gateway.megabytes(),
  };
}

/** Restarted at once, in order or by a crash. */
export function restart(harm: 'fast' | 'crash', awayMs = 0): Absence {
  return {
    name: awayMs === 0 ? `${harm} restart` : `${harm} stop, ${awayMs / 1000} s away`,
    async harm(server) {
      await server.goAway(harm);
      await sleep(awayMs);
      await server.comeBack();
    },
  };
}

/** All sessions ended by the administrator, several times in mid-request. */
export const sessionsEnded: Absence = {
  name: 'all sessions ended, 5 times',
  async harm(server) {
    for (let time = 0; time < 5; time++) {
      await server.run(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'codeset gateway'",
      );
      await sleep(100);
    }
  },
};

/** Frozen, as by a network that swallows everything. */
export function frozen(forMs: number): Absence {
  return {
    name: `frozen for ${forMs / 1000} s`,
    async harm(server) {
      await server.freeze();
      await sleep(forMs);
      await server.thaw();
    },
  };
}
