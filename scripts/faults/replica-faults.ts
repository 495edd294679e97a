// A gateway over a replica: one that lags shows an older state that is whole; one that dies gives way to its primary.
import { setTimeout as sleep } from 'node:timers/promises';
import { questions } from './database-away.ts';
import type { GatewayProcess } from './gateway-process.ts';
import { type LoadFigures, loadFigures } from './load-figures.ts';
import type { ServerToHarm } from './server-to-harm.ts';
import { learn, steadyLoad } from './steady-load.ts';

export interface LagOutcome {
  /** Requests made while the replica caught up with a newly published release. */
  readonly requests: number;
  /** Answers from before the release was there, and from after; each whole. */
  readonly before: number;
  readonly after: number;
  /** Answers that show the release without its contents, or are neither. */
  readonly torn: readonly string[];
}

const released = `{ codeSystem(id: "hcpcs") { releases { version concept(code: "J3301") { code display parent { code } children { code } } roots(first: 3) { totalCount nodes { code display } } } } }`;

/** A primary, its replica, and a gateway over each. */
export interface Pair {
  readonly primary: ServerToHarm;
  readonly replica: ServerToHarm;
  /** Reads from the primary alone. */
  readonly ofPrimary: GatewayProcess;
  /** Reads from the replica, and from the primary while that is away. */
  readonly gateway: GatewayProcess;
}

/** Publishes a release while replaying is paused, lets it go on, and asks as fast as it can all the while. */
export async function laggingReplica(
  { primary, replica, ofPrimary, gateway }: Pair,
  release: string,
): Promise<LagOutcome> {
  await replica.run('select pg_wal_replay_pause()');
  const before = await answerOf(gateway);
  await primary.publish(release);
  const after = await answerOf(ofPrimary);
  const answers = await Promise.all(Array.from({ length: 20 }, () => answerOf(gateway)));
  await replica.run('select pg_wal_replay_resume()');
  for (let more = 3; more > 0 && answers.length < 2_000; ) {
    const answer = await answerOf(gateway);
    answers.push(answer);
    if (answer === after) more -= 1;
  }
  return {
    requests: answers.length,
    before: answers.filter((answer) => answer === before).length,
    after: answers.filter((answer) => answer === after).length,
    torn: answers.filter((answer) => answer !== before && answer !== after),
  };
}

async function answerOf(gateway: GatewayProcess): Promise<string> {
  return (await learn(gateway.url, released)).answer;
}

export interface DyingOutcome extends LoadFigures {
  /** What `/ready` named as serving: before, while the replica was away, and after it was back. */
  readonly served: readonly string[];
  /** Of a gateway that ended: there should be none. */
  readonly lastWords: string | null;
}

/** Steady load over a replica that crashes, stays away and comes back, with its primary to stand in. */
export async function dyingReplica(
  { replica, gateway }: Pair,
  plan: { readonly perSecond: number; readonly aroundMs: number; readonly awayMs: number },
): Promise<DyingOutcome> {
  const known = await Promise.all(questions.map((query) => learn(gateway.url, query)));
  const load = steadyLoad(gateway.url, known, plan.perSecond);
  const served = [await servedBy(gateway)];
  await sleep(plan.aroundMs);
  await replica.goAway('crash');
  await sleep(plan.awayMs);
  served.push(await servedBy(gateway));
  await replica.comeBack();
  const backAt = load.clock();
  await sleep(plan.aroundMs);
  served.push(await servedBy(gateway));
  return { ...loadFigures(await load.end(), backAt), served, lastWords: gateway.lastWords() };
}

async function servedBy({ url }: GatewayProcess): Promise<string> {
  const ready = (await (await fetch(`${url}/ready`)).json()) as { readonly database?: string };
  return ready.database ?? 'none';
}

export interface ReturnOutcome {
  /** What `/ready` named as serving: while the replica was away, while it was back but behind, and after. */
  readonly served: readonly string[];
  /** Answers that did not know the release any more which an earlier answer had shown. */
  readonly forgotten: number;
  readonly requests: number;
}

/** A replica that comes back behind what its primary has answered meanwhile is left alone until it has caught up. */
export async function returningReplica(
  { primary, replica, gateway }: Pair,
  release: string,
): Promise<ReturnOutcome> {
  await replica.run("alter system set recovery_min_apply_delay = '1h'");
  await replica.goAway('fast');
  await primary.publish(release);
  const known = await answerOf(gateway);
  const served = [await servedBy(gateway)];
  await replica.comeBack();
  const answers: string[] = [];
  const askFor = async (ms: number) => {
    for (const end = performance.now() + ms; performance.now() < end; await sleep(20))
      answers.push(await answerOf(gateway));
  };
  await askFor(1_000);
  served.push(await servedBy(gateway));
  await replica.run('alter system reset recovery_min_apply_delay');
  await replica.run('select pg_reload_conf()');
  await askFor(1_500);
  served.push(await servedBy(gateway));
  const forgotten = answers.filter((answer) => answer !== known).length;
  return { served, forgotten, requests: answers.length };
}
