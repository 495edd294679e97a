// Servers that are asked in turns, round by round, so that a machine that slows down slows all of them.
import { type Cases, note } from './cases.ts';
import type { SelfMeasured, ServerProcess } from './server-process.ts';
import { sendByWrk, type Traffic } from './wrk.ts';

/** One question put to one server. */
export interface Contestant {
  /** Of its case. */
  readonly name: string;
  /** Null for one that cannot measure itself. */
  readonly server: ServerProcess | null;
  /** Of what is asked once, each round takes its share. */
  readonly traffic: TrafficToMake;
}

/** Traffic whose lines are made when they are sent. */
export interface TrafficToMake extends Omit<Traffic, 'seconds' | 'lines'> {
  readonly lines: () => readonly string[];
}

/** Medians are of so many. */
export const rounds = 3;

/** Before the first round: compilers of servers need it. */
export const warmUpSeconds = 5;

/** What they answered is noted in the cases; what the first requests took under `first: ` and the name. */
export async function takeTurns(
  cases: Cases,
  contestants: readonly Contestant[],
  seconds: number,
): Promise<void> {
  for (const contestant of contestants) {
    const { name, server } = contestant;
    await server?.measure();
    if (!contestant.traffic.once) await askOne(contestant);
    await sendByWrk(trafficIn(contestant, rounds, warmUpSeconds));
    if (server) note(cases, `first: ${name}`, null, await server.measure());
  }
  for (let round = 0; round < rounds; round++) {
    for (const contestant of turned(contestants, round)) {
      await contestant.server?.measure(); // others may have asked it something else since
      await measure(cases, contestant, trafficIn(contestant, round, seconds));
    }
  }
}

/** Those of one question in another order each round: who comes first after something else has an advantage, or the reverse. */
function turned(contestants: readonly Contestant[], round: number): readonly Contestant[] {
  const questionOf = ({ name }: Contestant) => name.replace(/, \d+$/, '');
  const questions = [...new Set(contestants.map(questionOf))];
  return questions.flatMap((question) => {
    const group = contestants.filter((each) => questionOf(each) === question);
    const first = round % group.length;
    return [...group.slice(first), ...group.slice(0, first)];
  });
}

function trafficIn({ traffic }: Contestant, round: number, seconds: number): Traffic {
  const lines = traffic.lines();
  const share = Math.floor(lines.length / (rounds + 1));
  return {
    ...traffic,
    seconds,
    lines: traffic.once ? lines.slice(round * share, (round + 1) * share) : lines,
  };
}

/** What is made at the first question takes as long as it takes. */
async function askOne({ traffic: { url, method, lines } }: Contestant): Promise<void> {
  const [line = ''] = lines();
  const headers = { 'content-type': 'application/json' };
  const response = await (method === 'GET'
    ? fetch(new URL(line, url))
    : fetch(url, { method, headers, body: line }));
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${line} is answered with ${response.status}: ${text}`);
}

async function measure(cases: Cases, { name, server }: Contestant, traffic: Traffic): Promise<void> {
  const answered = await sendByWrk(traffic);
  if (answered.failed > 0) throw new Error(`${name}: ${answered.failed} requests failed`);
  process.stderr.write(
    `${name}: ${Math.round(answered.requestsPerSecond)}/s, p95 ${answered.p95.toFixed(1)} ms\n`,
  );
  note(cases, name, answered, server && (await measuredAloud(name, server)));
}

/** What the server measured, told at once: who watches the bench sees in which round it stalled. */
export async function measuredAloud(name: string, server: ServerProcess): Promise<SelfMeasured> {
  const self = await server.measure();
  const machine = self.machinePause === undefined ? '' : `, the machine ${self.machinePause.toFixed(0)} ms`;
  process.stderr.write(`${name}: longest stall ${self.longestStall.toFixed(0)} ms${machine}\n`);
  return self;
}
