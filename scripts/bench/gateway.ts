// pnpm bench gateway [seconds]: requests a second of the gateway, beside what is nothing but HTTP, GraphQL, yoga, PostGraphile.
import { type ScratchServer, startScratchServer } from '../scratch-server.ts';
import { type HeldDatabase, holdReleases, readAsked, version, writeMap } from './gateway/held-databases.ts';
import { startPostgraphile } from './gateway/postgraphile.ts';
import {
  type Asked,
  codeQuestion,
  type Question,
  questionsOver,
  searchQuestion,
} from './gateway/questions.ts';
import { type SelfMeasured, type ServerProcess, startServer } from './gateway/server-process.ts';
import { typeInto } from './gateway/typing.ts';
import { type Answered, sendByWrk, type Traffic } from './gateway/wrk.ts';
import { median } from './median.ts';

const rounds = 3;

/** Before the first round of a case: compilers of servers need it. */
const warmUpSeconds = 5;

/** What was measured of one case: each round, and the server's own figures. */
interface Case {
  readonly answered: Answered[];
  readonly self: SelfMeasured[];
}

/** Cases by name. */
type Cases = Map<string, Case>;

export async function benchGateway(words: readonly string[]): Promise<string> {
  const seconds = Number(words[0] ?? 10);
  const server = await startScratchServer();
  try {
    const held = await holdReleases(server);
    const asked = await readAsked(server);
    const cases: Cases = new Map();
    await measureFloors(server, asked, seconds, cases);
    await measureGateways(server, held, asked, { seconds, cases });
    return printed(cases, held);
  } finally {
    await server.stop();
  }
}

async function measureFloors(
  server: ScratchServer,
  asked: Asked,
  seconds: number,
  cases: Cases,
): Promise<void> {
  const codes = asked.codes.slice(0, 2_000);
  const lines = codes.map((code) => codeQuestion(version, code));
  const map = await writeMap(server);
  for (const name of ['static', 'map', 'hello']) {
    const floor = await startServer('floor-server.ts', [name, map]);
    const path = name === 'hello' ? '/graphql' : '/';
    const sent = name === 'hello' ? ['{"query":"{ hello }"}'] : lines;
    await repeat(cases, name, floor, {
      url: `${floor.url}${path}`,
      method: 'POST',
      lines: sent,
      clients: 32,
      seconds,
    });
    await floor.stop();
  }
  const [release] = await server.use(
    'held_1',
    (sql) => sql<{ id: number }[]>`select id from codeset.release`,
  );
  const peer = await startPostgraphile(server.url('held_1'), release?.id ?? 0);
  for (const [name, some] of [
    ['PostGraphile, cold', asked.codes],
    ['PostGraphile, warm', codes],
  ] as const) {
    const traffic = {
      url: peer.url,
      method: 'POST',
      lines: some.map(peer.questionOf),
      clients: 32,
      seconds,
    } as const;
    await repeat(cases, name, null, traffic);
  }
  await peer.stop();
}

/** A gateway over a database that holds so many releases. */
interface Held {
  readonly releases: number;
  readonly gateway: ServerProcess;
}

/** Round by round each gateway has its turn, so that a machine that slows down slows all of them. */
async function measureGateways(
  server: ScratchServer,
  databases: readonly HeldDatabase[],
  asked: Asked,
  { seconds, cases }: { readonly seconds: number; readonly cases: Cases },
): Promise<void> {
  const held: Held[] = [];
  for (const { releases, name } of databases) {
    held.push({ releases, gateway: await startServer('gateway-server.ts', [server.url(name)]) });
  }
  for (const question of questionsOver(asked)) {
    const able = held.filter(({ releases }) => releases >= question.needs);
    for (const each of able) await begin(cases, question, each);
    for (let round = 0; round < rounds; round++) {
      for (const { releases, gateway } of able) {
        const traffic = trafficOf(question, gateway, seconds, round);
        await measure(cases, `${question.name}, ${releases}`, gateway, traffic);
      }
    }
  }
  for (const each of held) await measureTyping(cases, each, asked.terms, seconds);
  for (const { gateway } of held) await gateway.stop();
}

/** What is made at the first question takes as long as it takes, and the compilers need a while: both come before. */
async function begin(cases: Cases, question: Question, { releases, gateway }: Held): Promise<void> {
  await gateway.measure();
  if (!question.isCold) await askOnce(gateway, question);
  await sendByWrk(trafficOf(question, gateway, warmUpSeconds, rounds));
  note(cases, `first: ${question.name}, ${releases}`, null, await gateway.measure());
}

async function measureTyping(
  cases: Cases,
  { releases, gateway }: Held,
  terms: readonly string[],
  seconds: number,
): Promise<void> {
  let typed = 0;
  const questionOf = (text: string) => searchQuestion(version, text, ++typed);
  const url = `${gateway.url}/graphql`;
  const { p50, p95, p99, keys } = await typeInto({ url, questionOf, terms, clients: 20, seconds });
  const keystrokes = { requestsPerSecond: keys / seconds, p50, p95, p99, failed: 0 };
  note(cases, `search, 20 clients that type, ${releases}`, keystrokes, await gateway.measure());
}

async function askOnce({ url }: ServerProcess, { method, lines: [line = ''] }: Question): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await (method === 'GET'
    ? fetch(`${url}${line}`)
    : fetch(`${url}/graphql`, { method, headers, body: line }));
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${line} is answered with ${response.status}: ${text}`);
}

/** Of a cold question each round asks for codes that the process was never asked for; so does what comes before. */
function trafficOf(
  { name, method, lines, isCold }: Question,
  { url }: ServerProcess,
  seconds: number,
  round: number,
): Traffic {
  const clients = name.startsWith('search') ? 20 : 32;
  const share = Math.floor(lines.length / (rounds + 1));
  const part = isCold ? lines.slice(round * share, (round + 1) * share) : lines;
  return { url: `${url}/graphql`, method, lines: part, clients, seconds };
}

async function repeat(
  cases: Cases,
  name: string,
  server: ServerProcess | null,
  traffic: Traffic,
): Promise<void> {
  await sendByWrk({ ...traffic, seconds: warmUpSeconds });
  for (let round = 0; round < rounds; round++) await measure(cases, name, server, traffic);
}

async function measure(
  cases: Cases,
  name: string,
  server: ServerProcess | null,
  traffic: Traffic,
): Promise<void> {
  const answered = await sendByWrk(traffic);
  if (answered.failed > 0) throw new Error(`${name}: ${answered.failed} requests failed`);
  process.stderr.write(
    `${name}: ${Math.round(answered.requestsPerSecond)}/s, p95 ${answered.p95.toFixed(1)} ms\n`,
  );
  note(cases, name, answered, (await server?.measure()) ?? null);
}

function note(cases: Cases, name: string, answered: Answered | null, self: SelfMeasured | null): void {
  const found = cases.get(name) ?? { answered: [], self: [] };
  if (answered) found.answered.push(answered);
  if (self) found.self.push(self);
  cases.set(name, found);
}

const rateOf = (cases: Cases, name: string) =>
  median((cases.get(name)?.answered ?? []).map(({ requestsPerSecond }) => requestsPerSecond));
const worst = (cases: Cases, name: string, of: keyof SelfMeasured) =>
  Math.max(...(cases.get(name)?.self ?? []).map((self) => self[of]));

function printed(cases: Cases, held: readonly HeldDatabase[]): string {
  const floors = ['static', 'map', 'hello', 'PostGraphile, cold', 'PostGraphile, warm'];
  const [few, many] = [held.at(0)?.releases ?? 0, held.at(-1)?.releases ?? 0];
  const names = [...cases.keys()].flatMap(
    (name) => new RegExp(`^(?!first: )(.+), ${many}$`).exec(name)?.[1] ?? [],
  );
  const cell = (value: number, digits = 0) => (Number.isFinite(value) ? value.toFixed(digits) : '');
  const rows = names.map((name) => {
    const rates = held.map(({ releases }) => rateOf(cases, `${name}, ${releases}`));
    const last = `${name}, ${many}`;
    const p95 = median((cases.get(last)?.answered ?? []).map((answered) => answered.p95));
    const slower = (rates[0] ?? Number.NaN) / (rates.at(-1) ?? Number.NaN);
    return `| ${[name, ...rates.map((rate) => cell(rate)), cell(slower, 2), cell(p95, 1), cell(worst(cases, last, 'longestStall')), cell(worst(cases, `first: ${last}`, 'longestStall'))].join(' | ')} |`;
  });
  const megabytes = Math.max(
    ...[...cases].flatMap(([name, { self }]) =>
      /, \d+$/.test(name) ? self.map(({ peakMegabytes }) => peakMegabytes) : [],
    ),
  );
  return [
    '| beside it | requests/s |',
    '|---|---|',
    ...floors.map((name) => `| ${name} | ${cell(rateOf(cases, name))} |`),
    '',
    `| question | ${held.map(({ releases }) => `${releases} held`).join(' | ')} | ${few} ÷ ${many} | p95, ms | longest stall, ms | of it the first time, ms |`,
    `|---|${held.map(() => '---|').join('')}---|---|---|---|`,
    ...rows,
    '',
    `One code, warm ÷ map: ${cell(rateOf(cases, `one code, warm, ${few}`) / rateOf(cases, 'map'), 2)}, each request new ÷ map: ${cell(rateOf(cases, `one code, warm, each request new, ${few}`) / rateOf(cases, 'map'), 2)}; warm ÷ PostGraphile: ${cell(rateOf(cases, `one code, warm, ${few}`) / rateOf(cases, 'PostGraphile, warm'), 2)}; cold ÷ PostGraphile: ${cell(rateOf(cases, `one code, cold, ${few}`) / rateOf(cases, 'PostGraphile, cold'), 2)}; a pinned GET again ÷ static: ${cell(rateOf(cases, `one code, a pinned GET again, ${few}`) / rateOf(cases, 'static'), 2)}. Largest resident memory: ${megabytes} MB.`,
  ].join('\n');
}
