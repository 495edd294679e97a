// What was measured, by case, and the tables made of it.
import { median } from '../median.ts';
import type { HeldDatabase } from './held-databases.ts';
import type { SelfMeasured } from './server-process.ts';
import type { Answered } from './wrk.ts';

/** What was measured of one case: each round, and the server's own figures. */
interface Case {
  readonly answered: Answered[];
  readonly self: SelfMeasured[];
}

/** Cases by name: a floor's, or a question's with the number of releases held. */
export type Cases = Map<string, Case>;

/** Adds what a round brought to its case. */
export function note(cases: Cases, name: string, answered: Answered | null, self: SelfMeasured | null): void {
  const found = cases.get(name) ?? { answered: [], self: [] };
  if (answered) found.answered.push(answered);
  if (self) found.self.push(self);
  cases.set(name, found);
}

const rateOf = (cases: Cases, name: string) =>
  median((cases.get(name)?.answered ?? []).map(({ requestsPerSecond }) => requestsPerSecond));

/** Median of how many times as many requests a second the one did in each round. */
const ratio = (cases: Cases, one: string, other: string) => {
  const others = cases.get(other)?.answered ?? [];
  const rounds = (cases.get(one)?.answered ?? []).slice(0, others.length);
  return median(
    rounds.map(
      ({ requestsPerSecond }, i) => requestsPerSecond / (others[i]?.requestsPerSecond ?? Number.NaN),
    ),
  );
};

const latency = (cases: Cases, name: string) =>
  median((cases.get(name)?.answered ?? []).map(({ p95 }) => p95));

/** The figures of the round with the longest stall. */
const worstRound = (cases: Cases, names: readonly string[]) =>
  names
    .flatMap((name) => cases.get(name)?.self ?? [])
    .toSorted((one, other) => other.longestStall - one.longestStall)
    .at(0);

const worstStall = (cases: Cases, names: readonly string[]) =>
  worstRound(cases, names)?.longestStall ?? Number.NaN;

/** How long the machine stood still in the round with the longest stall. */
const pauseThen = (cases: Cases, names: readonly string[]) =>
  worstRound(cases, names)?.machinePause ?? Number.NaN;

/** Questions, and what they are held against. */
const ratios = [
  ['one code, warm', 'map'],
  ['one code, warm, each request new', 'map'],
  ['one code, warm', 'PostGraphile, warm'],
  ['one code, warm, each request new', 'PostGraphile, warm'],
  ['one code, cold', 'PostGraphile, cold'],
  ['one code, a pinned GET again', 'static'],
] as const;

/** The tables in Markdown. Ratios are medians of those of the rounds. */
export function printed(cases: Cases, held: readonly HeldDatabase[]): string {
  const floors = ['static', 'map', 'hello', 'PostGraphile, cold', 'PostGraphile, warm'];
  const [few, many] = [held.at(0)?.releases ?? 0, held.at(-1)?.releases ?? 0];
  const names = [...cases.keys()].flatMap(
    (name) => new RegExp(`^(?!first: )(.+), ${many}$`).exec(name)?.[1] ?? [],
  );
  const cell = (value: number, digits = 0) => (Number.isFinite(value) ? value.toFixed(digits) : '');
  const rows = names.map((name) => {
    const each = held.map(({ releases }) => `${name}, ${releases}`);
    const rates = each.map((one) => rateOf(cases, one));
    const first = each.map((one) => `first: ${one}`);
    const stalls = [worstStall(cases, each), pauseThen(cases, each), worstStall(cases, first)];
    const last = `${name}, ${many}`;
    const p95 = latency(cases, last);
    const slower = ratio(cases, `${name}, ${few}`, last);
    return `| ${[name, ...rates.map((rate) => cell(rate)), cell(slower, 2), cell(p95, 1), ...stalls.map((stall) => cell(stall))].join(' | ')} |`;
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
    `| question | ${held.map(({ releases }) => `${releases} held`).join(' | ')} | ${few} ÷ ${many} | p95, ms | longest stall, ms | of the machine then, ms | the first time, ms |`,
    `|---|${held.map(() => '---|').join('')}---|---|---|---|---|`,
    ...rows,
    '',
    `p95 of the same 20 people with a fixed reply: ${cell(latency(cases, 'search, 20 people who type five keys a second: a fixed reply'), 1)} ms; its longest stall under 32 clients: ${cell(worstStall(cases, ['static']))} ms.`,
    ...ratios.map(([one, other]) => `${one} ÷ ${other}: ${cell(ratio(cases, `${one}, ${few}`, other), 2)}`),
    `Largest resident memory: ${megabytes} MB.`,
  ].join('\n');
}
