// Publishing and withdrawing under load: every answer is of one release, none fails, and all gateways follow within a second.
import { setTimeout as sleep } from 'node:timers/promises';
import { connectDatabase } from '@codeset/database';
import { findHeldRelease, publishRelease, withdrawRelease } from '@codeset/database/load';
import { type GatewayProcess, startGateway } from './gateway-process.ts';
import { type ServerToHarm, startServerToHarm } from './server-to-harm.ts';
import { steadyRate } from './steady-rate.ts';

export interface PublishingPlan {
  readonly gateways: number;
  /** Of all gateways together. */
  readonly perSecond: number;
  /** How often the release is withdrawn and published again. */
  readonly times: number;
  /** Milliseconds between one and the other. */
  readonly pauseMs: number;
}

export interface PublishingOutcome {
  readonly requests: number;
  /** Anything but a 200. */
  readonly failed: readonly string[];
  /** Answers that are neither wholly of the one release nor of the other. */
  readonly mixed: readonly string[];
  /** The longest time after a change in which a request was sent that was still answered as before it. */
  readonly slowestToFollowMs: number;
  readonly changes: number;
}

/** The release in force on a day when the newer one is published; everything that may be told of it. */
const question = `{ release(codeSystem: "icd-10-cm", on: "2027-01-15") { version
  roots(first: 3) { totalCount nodes { code display release { version } children { code release { version } } } }
  lookUp(code: "T81.32") { message ... on SeventhCharacterNeeded { fitting { concept { display release { version } } } } }
  concept(code: "E11.9") { display parent { display release { version } } ancestors { code release { version } } } } }`;

const newer = '2027';

interface Sent {
  readonly sentAt: number;
  /** Which answer it was; null for a fault. */
  readonly state: 'published' | 'withdrawn' | null;
  readonly what: string;
  readonly status: number;
}

/** Runs the plan on a server and gateways of its own. */
export async function publishUnderLoad(plan: PublishingPlan): Promise<PublishingOutcome> {
  const server = await startServerToHarm(['icd-10-cm 2026', 'icd-10-cm 2027']);
  const gateways: GatewayProcess[] = [];
  try {
    for (let i = 0; i < plan.gateways; i++) gateways.push(await startGateway({ DATABASE_URL: server.url }));
    return await publishing(server, gateways, plan);
  } finally {
    for (const gateway of gateways) await gateway.terminate();
    await server.end();
  }
}

async function publishing(
  server: ServerToHarm,
  gateways: readonly GatewayProcess[],
  { perSecond, times, pauseMs }: PublishingPlan,
): Promise<PublishingOutcome> {
  const sql = connectDatabase({ url: server.url, applicationName: 'publish under load', max: 1 });
  const change = async (to: 'published' | 'withdrawn') => {
    const release = await findHeldRelease(sql, 'icd-10-cm', newer);
    if (!release) throw new Error(`release ${newer} is not held`);
    if (to === 'withdrawn') await withdrawRelease(sql, release);
    else await sql.begin((tx) => publishRelease(tx, release));
  };
  const answers = new Map<string, 'published' | 'withdrawn'>();
  for (const state of ['withdrawn', 'published'] as const) {
    await change(state);
    await sleep(1_200);
    for (const { url } of gateways) answers.set((await ask(url)).text, state);
  }
  if (answers.size !== 2)
    throw new Error(`the gateways give ${answers.size} answers, not one for each state`);
  const urls = gateways.map(({ url }) => url);
  const load = steadyRate(perSecond, (nth) => sendTo(urls[nth % urls.length] ?? '', answers));
  const changes: Change[] = [];
  for (let i = 0; i < 2 * times; i++) {
    await sleep(pauseMs);
    const to = i % 2 === 0 ? 'withdrawn' : 'published';
    const begun = performance.now();
    await change(to);
    changes.push({ begun, at: performance.now(), to });
  }
  await sleep(pauseMs);
  const sent = await load.end();
  await sql.end();
  return figures(sent, changes);
}

async function ask(url: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: question }),
    signal: AbortSignal.timeout(30_000),
  });
  return { status: response.status, text: await response.text() };
}

/** Asks a gateway, and tells of which state the answer is. */
async function sendTo(url: string, answers: ReadonlyMap<string, 'published' | 'withdrawn'>): Promise<Sent> {
  const sentAt = performance.now();
  try {
    const { status, text } = await ask(url);
    return { sentAt, status, state: answers.get(text) ?? null, what: text };
  } catch (error) {
    return { sentAt, status: 0, state: null, what: (error as Error).message };
  }
}

/** A change: between the moments it may show already or not yet. */
interface Change {
  readonly begun: number;
  readonly at: number;
  readonly to: 'published' | 'withdrawn';
}

function figures(sent: readonly Sent[], changes: readonly Change[]): PublishingOutcome {
  const late = changes.flatMap(({ at, to }, i) => {
    const until = changes[i + 1]?.begun ?? Number.POSITIVE_INFINITY;
    const after = sent.filter(({ sentAt, state }) => sentAt > at && sentAt < until && state !== null);
    return after.flatMap(({ sentAt, state }) => (state === to ? [] : [sentAt - at]));
  });
  return {
    requests: sent.length,
    failed: sent.flatMap(({ status, what }) => (status === 200 ? [] : [`${status} ${what.slice(0, 200)}`])),
    mixed: sent.flatMap(({ status, state, what }) => (status === 200 && state === null ? [what] : [])),
    slowestToFollowMs: Math.round(Math.max(0, ...late)),
    changes: changes.length,
  };
}
