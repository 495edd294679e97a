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
  /** Sample releases of other code systems, loaded and published in between: `hcpcs 2026-01`. */
  readonly loads: readonly string[];
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

const onTheDay = `{ release(codeSystem: "icd-10-cm", on: "2027-01-15") { version
  roots(first: 3) { totalCount nodes { code display release { version } children { code release { version } } } }
  lookUp(code: "T81.32") { message ... on SeventhCharacterNeeded { fitting { concept { display release { version } } } } }
  concept(code: "E11.9") { display parent { display release { version } } ancestors { code release { version } } } } }`;
const found = `{ search(text: "diabetes", on: "2027-01-15", codeSystems: ["icd-10-cm"], first: 5) {
  totalCount nodes { concept { code display release { version } } } } }`;
const pinned = `{ release(codeSystem: "icd-10-cm", version: "2026") { version
  concept(code: "E11.9") { code display children { code release { version } } } } }`;

/** Asked in turn: two about the day, on which the newer release is in force while it is published; one about the other. */
const questions: readonly { readonly path: string; readonly init: RequestInit }[] = [
  ...[onTheDay, found].map((query) => ({
    path: '/graphql',
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    },
  })),
  { path: `/graphql?${new URLSearchParams({ query: pinned })}`, init: { method: 'GET' } },
];

const newer = '2027';

type State = 'published' | 'withdrawn';

interface Sent {
  readonly sentAt: number;
  /** In which states the answer is right; none for a fault. */
  readonly states: readonly State[];
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
  { perSecond, times, pauseMs, loads }: PublishingPlan,
): Promise<PublishingOutcome> {
  const sql = connectDatabase({ url: server.url, applicationName: 'publish under load', max: 1 });
  const change = async (to: State) => {
    const release = await findHeldRelease(sql, 'icd-10-cm', newer);
    if (!release) throw new Error(`release ${newer} is not held`);
    if (to === 'withdrawn') await withdrawRelease(sql, release);
    else await sql.begin((tx) => publishRelease(tx, release));
  };
  const known = new Map<string, State[]>();
  for (const state of ['withdrawn', 'published'] as const) {
    await change(state);
    await sleep(1_200);
    for (const { url } of gateways) {
      for (const [nth, text] of (await askAll(url)).entries()) {
        const states = known.get(`${nth} ${text}`) ?? [];
        known.set(`${nth} ${text}`, states.includes(state) ? states : [...states, state]);
      }
    }
  }
  if (known.size !== 5) throw new Error(`the gateways give ${known.size} answers, not two, two and one`);
  const urls = gateways.map(({ url }) => url);
  const load = steadyRate(perSecond, (nth) =>
    sendTo(urls[nth % urls.length] ?? '', Math.floor(nth / urls.length) % questions.length, known),
  );
  const changes: Change[] = [];
  for (let i = 0; i < 2 * times; i++) {
    await sleep(pauseMs);
    const to = i % 2 === 0 ? 'withdrawn' : 'published';
    const begun = performance.now();
    await change(to);
    changes.push({ begun, at: performance.now(), to });
    const load = loads[i];
    if (load !== undefined) await server.publish(load);
  }
  await sleep(pauseMs);
  const sent = await load.end();
  await sql.end();
  return figures(sent, changes);
}

async function askAll(url: string): Promise<readonly string[]> {
  return await Promise.all(questions.map(async (_question, nth) => (await ask(url, nth)).text));
}

async function ask(url: string, nth: number): Promise<{ readonly status: number; readonly text: string }> {
  const { path = '', init } = questions[nth] ?? {};
  const response = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(30_000) });
  return { status: response.status, text: await response.text() };
}

/** Asks a gateway the question, and tells in which states its answer is right. */
async function sendTo(url: string, nth: number, known: ReadonlyMap<string, readonly State[]>): Promise<Sent> {
  const sentAt = performance.now();
  try {
    const { status, text } = await ask(url, nth);
    return { sentAt, status, states: known.get(`${nth} ${text}`) ?? [], what: text };
  } catch (error) {
    return { sentAt, status: 0, states: [], what: (error as Error).message };
  }
}

/** A change: between the moments it may show already or not yet. */
interface Change {
  readonly begun: number;
  readonly at: number;
  readonly to: State;
}

function figures(sent: readonly Sent[], changes: readonly Change[]): PublishingOutcome {
  const late = changes.flatMap(({ at, to }, i) => {
    const until = changes[i + 1]?.begun ?? Number.POSITIVE_INFINITY;
    const after = sent.filter(({ sentAt, states }) => sentAt > at && sentAt < until && states.length > 0);
    return after.flatMap(({ sentAt, states }) => (states.includes(to) ? [] : [sentAt - at]));
  });
  return {
    requests: sent.length,
    failed: sent.flatMap(({ status, what }) => (status === 200 ? [] : [`${status} ${what.slice(0, 200)}`])),
    mixed: sent.flatMap(({ status, states, what }) => (status === 200 && states.length === 0 ? [what] : [])),
    slowestToFollowMs: Math.round(Math.max(0, ...late)),
    changes: changes.length,
  };
}
