// Makes the search of a release with its indexes and without them, asks all questions of either, prints JSON.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { connectDatabase } from '@codeset/database';
import { type IndexLineRow, openReader, type Reader } from '@codeset/database/read';
import { buildSearch, type MatchField, type ReleaseSearch, search, searchBytes } from '@codeset/search';
import { lookUpForm } from '@codeset/terminology';
import { median } from './median.ts';
import { handQueries, indexQueries, type Query } from './search-queries.ts';

/** How well one list of questions is answered. */
export interface Quality {
  readonly sort: string;
  readonly queries: number;
  /** Share of the questions with a right answer among the first ten hits, and the mean of 1 / its place. */
  readonly recall: number;
  readonly reciprocal: number;
}

/** Milliseconds, megabytes. */
export interface SearchMeasured {
  readonly concepts: number;
  readonly texts: number;
  readonly build: number;
  /** The longest that the event loop was held up while it was made. */
  readonly stall: number;
  /** The same two as time of the processor, garbage collection included: what they are on a machine without others. */
  readonly buildUsed: number;
  readonly stallUsed: number;
  readonly megabytes: number;
  readonly all: readonly Quality[];
  /** Over titles and inclusion terms, the search being made as if there were no index. */
  readonly heldOut: readonly Quality[];
  readonly hand: readonly Quality[];
  /** Of every question measured above, each asked three times: time of the processor, since others may share it. */
  readonly times: Times;
  /** Of single letters, pairs of letters and words that stand nearly everywhere. */
  readonly broad: Times;
}

export interface Times {
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

const [url = '', version = '', ofEach = '', askHand = ''] = process.argv.slice(2);
const pool = connectDatabase({ url, role: 'codeset_reader', applicationName: 'bench search', max: 1 });
const reader = openReader(pool);
const release = (await reader.listPublishedReleases()).find((row) => row.version === version);
const definition = (await reader.listCodeSystems()).find(({ id }) => id === release?.codeSystem);
if (!release || !definition) throw new Error(`release ${version} is not published`);
const releaseId = release.id;

const usual: readonly MatchField[] = ['code', 'title', 'inclusionTerm', 'designation', 'index'];
const milliseconds: number[] = [];
const delay = monitorEventLoopDelay({ resolution: 2 });

function ask(made: ReleaseSearch, text: string, fields: readonly MatchField[], times: number[]): number[] {
  const since = process.cpuUsage();
  const question = {
    text,
    fields: new Set(fields),
    selectableOnly: false,
    kinds: null,
    within: null,
    among: null,
  };
  const { hits } = search(made, question, 10);
  times.push(used(since));
  return hits.map(({ position }) => position);
}

/** Milliseconds of the processor since then. */
function used(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function measure(
  made: ReleaseSearch,
  codes: ReadonlyMap<string, { readonly from: number; readonly to: number }>,
  queries: readonly Query[],
  fields: readonly MatchField[],
): Quality[] {
  return [...new Set(queries.map(({ sort }) => sort))].map((sort) => {
    const of = queries.filter((query) => query.sort === sort);
    let [found, reciprocal] = [0, 0];
    for (const { text, right } of of) {
      const hits = ask(made, text, fields, milliseconds);
      for (let again = 0; again < 2; again += 1) ask(made, text, fields, milliseconds);
      const place = hits.findIndex((position) => right.some((code) => isRight(position, code)));
      if (place >= 0) [found, reciprocal] = [found + 1, reciprocal + 1 / (place + 1)];
    }
    return { sort, queries: of.length, recall: found / of.length, reciprocal: reciprocal / of.length };
  });

  function isRight(position: number, { code, below }: Query['right'][number]): boolean {
    const range = codes.get(lookUpForm(code));
    if (!range) throw new Error(`release ${version} has no ${code}`);
    return position === range.from || (below && position > range.from && position <= range.to);
  }
}

/** All codes with the positions of their subtrees. */
async function readCodes() {
  const rows = await pool<{ code: string; from: number; to: number }[]>`
    select r.code, r.position as from, r.subtree_end as to from codeset.release_concept r
    join codeset.concept_content c on c.id = r.content_id
    where r.release_id = ${releaseId} and r.code is not null order by c.kind = 'block' desc`;
  return new Map(rows.map(({ code, from, to }) => [lookUpForm(code), { from, to }]));
}

async function readLines(): Promise<IndexLineRow[]> {
  const lines: IndexLineRow[] = [];
  for (let after: number | null = null; ; ) {
    const rows: IndexLineRow[] = await reader.listIndexLines(releaseId, after, 10_000);
    lines.push(...rows);
    after = rows.at(-1)?.position ?? null;
    if (rows.length < 10_000) return lines;
  }
}

/** Small, quick, and the same in each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function timesOf(measured: readonly number[]): Times {
  const sorted = [...measured].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: median(sorted), p95: at(0.95), max: at(1) };
}

function timeBroad(made: ReleaseSearch): Times {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const pairs = ['un', 'in', 'le', 'ri', 'co', 'di', 'fr', 's5', 'pr', 'tr'];
  const words = [
    'unspecified',
    'fracture',
    'initial encounter',
    'left',
    'with',
    'a b',
    's f',
    'right arm fracture',
  ];
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (const text of [...letters, ...pairs, ...words]) ask(made, text, usual, round === 0 ? [] : times);
  }
  return timesOf(times);
}

delay.enable();
let stallUsed = 0;
let tick = process.cpuUsage();
const ticks = setInterval(() => {
  stallUsed = Math.max(stallUsed, used(tick));
  tick = process.cpuUsage();
}, 1);
const beganUsed = process.cpuUsage();
const began = performance.now();
const made = await buildSearch(reader, definition, releaseId);
const build = performance.now() - began;
const buildUsed = used(beganUsed);
const stall = delay.max / 1e6 - 2; // the resolution itself is part of every delay
delay.disable();
clearInterval(ticks);

const codes = await readCodes();
const [frontMatter] = await reader.listFrontMatters([releaseId]);
const drawn = indexQueries(
  {
    lines: await readLines(),
    headings: frontMatter?.frontMatter.indexes ?? [],
    isCode: (code) => codes.has(lookUpForm(code)),
    random: seeded(20_261_122),
  },
  Number(ofEach),
);
const withoutIndex: Pick<Reader, 'listReleaseTexts' | 'listIndexLines' | 'listFrontMatters'> = {
  ...reader,
  listIndexLines: async () => [],
};
const held = await buildSearch(withoutIndex, definition, releaseId);
const measured: SearchMeasured = {
  concepts: made.concepts.size,
  texts: made.texts.texts,
  build,
  stall,
  buildUsed,
  stallUsed,
  megabytes: searchBytes(made) / 1024 / 1024,
  all: measure(made, codes, drawn, usual),
  heldOut: measure(held, codes, drawn, ['title', 'inclusionTerm']),
  hand: askHand === '' ? [] : measure(made, codes, handQueries(), usual),
  times: timesOf(milliseconds),
  broad: timeBroad(made),
};
await pool.end();
process.stdout.write(`${JSON.stringify(measured)}\n`);
