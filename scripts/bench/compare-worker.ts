// Compares two releases of a database over and over, beside a bare join of their lists; prints the measurements as JSON.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { connectDatabase } from '@codeset/database';
import { createGateway } from '@codeset/gateway';
import { median } from './median.ts';

/** What the worker prints: milliseconds, medians of the runs. */
export interface CompareMeasured {
  readonly rows: number;
  readonly changes: number;
  /** A full outer join of the two lists by key, counting what came, went and has other contents. */
  readonly floor: number;
  /** All totals over HTTP from a gateway that has compared nothing yet. */
  readonly totals: number;
  /** The first 50 changes with all their details over HTTP, from another such gateway. */
  readonly page: number;
  /** The totals once more from the gateway that kept the diff. */
  readonly kept: number;
  /** The longest that the event loop was held up during any of it. */
  readonly stall: number;
}

const [url = '', from = '', to = ''] = process.argv.slice(2);
const rounds = 7;
const database = connectDatabase({ url, role: 'codeset_reader', applicationName: 'bench compare', max: 4 });

const totalsQuery = `query ($from: String!, $to: String!) { compare(codeSystem: "icd-10-cm", from: $from, to: $to) {
  totals { concepts cosmetic kinds { kind count } chapters { concepts kinds { kind count } } codes { added removed }
    selectable { gained lost becameHeaders placeholdersReplaced withoutHeirs revised } } } }`;
const pageQuery = `query ($from: String!, $to: String!) { compare(codeSystem: "icd-10-cm", from: $from, to: $to) {
  changes(first: 50) { totalCount pageInfo { hasNextPage } nodes { code kinds cosmetic from { display selectable } to { display selectable }
    rewordings { use before after words { change text } } fieldChanges { field name before after } noteChanges { change kind before after } } } } }`;

const clock = () => new Date('2026-11-22T00:00:00Z');
const ids = new Map(
  (
    await database<
      { version: string; id: number }[]
    >`select version, id from codeset.release where code_system = 'icd-10-cm'`
  ).map(({ version, id }) => [version, id]),
);
const joined = `
  select count(*)::integer as rows, count(*) filter (where a.key is null) as came, count(*) filter (where b.key is null) as went,
    count(*) filter (where a.content_id <> b.content_id) as changed
  from (select * from codeset.release_concept where release_id = $1) a
  full join (select * from codeset.release_concept where release_id = $2) b using (key)`;

/** Always on: what it records after a pause is the pause. */
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
let stall = 0;

/** Times the work, and keeps the longest that the event loop was held up in it. */
async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  delay.reset();
  const since = performance.now();
  const value = await work();
  const time = performance.now() - since;
  stall = Math.max(stall, delay.max / 1e6 - 5); // the resolution itself is part of every delay
  return [time, value];
}

async function ask<T>(gatewayUrl: string, query: string): Promise<T> {
  const response = await fetch(`${gatewayUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { from, to } }),
  });
  const body = (await response.json()) as { data?: T; errors?: unknown };
  if (!body.data) throw new Error(JSON.stringify(body.errors));
  return body.data;
}

/** A gateway that has seen nothing but one small query. */
async function freshGateway() {
  const gateway = createGateway({ database, limits: { cost: 1_000_000 }, clock });
  const listening = await gateway.listen({ port: 0, host: '127.0.0.1' });
  await ask(
    listening.url,
    'query ($from: String!, $to: String!) { codeSystems { id releases { version } } a: codeSystem(id: $from) { id } b: codeSystem(id: $to) { id } }',
  );
  return listening;
}

const times: Record<'floor' | 'totals' | 'page' | 'kept', number[]> = {
  floor: [],
  totals: [],
  page: [],
  kept: [],
};
let rows = 0;
let changes = 0;
for (let round = 0; round <= rounds; round += 1) {
  if (round === 1) stall = 0; // the first round compiles the code, and is not counted
  const [floor, [counted]] = await timed(() =>
    database.unsafe<{ rows: number }[]>(joined, [ids.get(from) ?? 0, ids.get(to) ?? 0], { prepare: true }),
  );
  const one = await freshGateway();
  const [totals] = await timed(() => ask(one.url, totalsQuery));
  const [kept] = await timed(() => ask(one.url, totalsQuery));
  const other = await freshGateway();
  const [page, answer] = await timed(() =>
    ask<{ compare: { changes: { totalCount: number } } }>(other.url, pageQuery),
  );
  await Promise.all([one.close(), other.close()]);
  rows = counted?.rows ?? 0;
  changes = answer.compare.changes.totalCount;
  if (round === 0) continue;
  times.floor.push(floor);
  times.totals.push(totals);
  times.page.push(page);
  times.kept.push(kept);
}
delay.disable();
await database.end();
const measured: CompareMeasured = {
  rows,
  changes,
  floor: median(times.floor),
  totals: median(times.totals),
  page: median(times.page),
  kept: median(times.kept),
  stall,
};
process.stdout.write(`${JSON.stringify(measured)}\n`);
