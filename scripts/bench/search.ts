// pnpm bench search: how often a right answer is among the first ten hits, how high it stands, and what a search costs.
import { startScratchServer } from '../scratch-server.ts';
import { dataFolder } from './data-folder.ts';
import { runWorker } from './run-worker.ts';
import type { Quality, SearchMeasured } from './search-worker.ts';

/** 2023 is the newest release with a tabular list and the alphabetic index; 2017 has all four indexes and tables. */
const releases = [
  { version: '2023', ofEach: 400, hand: true },
  { version: '2017', ofEach: 200, hand: false },
] as const;

export async function benchSearch(): Promise<string> {
  const server = await startScratchServer();
  try {
    const found: (readonly [string, SearchMeasured])[] = [];
    await server.createEmpty('held');
    for (const { version } of releases) {
      const folder = dataFolder('icd-10-cm', version);
      await runWorker('load-worker.ts', [server.url('held'), 'icd-10-cm', version, folder]);
    }
    await server.settle('held');
    for (const { version, ofEach, hand } of releases) {
      const words = [server.url('held'), version, String(ofEach), hand ? 'hand' : ''];
      found.push([version, await runWorker<SearchMeasured>('search-worker.ts', words)]);
    }
    return `${qualityTable(found)}\n\n${costTable(found)}`;
  } finally {
    await server.stop();
  }
}

function qualityTable(found: readonly (readonly [string, SearchMeasured])[]): string {
  const lines = found.flatMap(([version, { all, heldOut, hand }]) => [
    ...all.map((quality) => qualityLine(version, `lines of ${quality.sort}`, 'everything', quality)),
    ...heldOut.map((quality) =>
      qualityLine(version, `lines of ${quality.sort}`, 'titles and inclusion terms, index held out', quality),
    ),
    ...hand.map((quality) => qualityLine(version, `by hand: ${quality.sort}`, 'everything', quality)),
  ]);
  return [
    '| release | questions | searched | number | recall@10 | MRR |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

function qualityLine(version: string, asked: string, over: string, quality: Quality): string {
  const cells = [
    version,
    asked,
    over,
    quality.queries,
    quality.recall.toFixed(3),
    quality.reciprocal.toFixed(3),
  ];
  return `| ${cells.join(' | ')} |`;
}

function costTable(found: readonly (readonly [string, SearchMeasured])[]): string {
  const lines = found.map(([version, { concepts, texts, megabytes, times, broad, ...made }]) => {
    const of = ({ median, p95, max }: SearchMeasured['times']) =>
      [median, p95, max].map((ms) => ms.toFixed(1)).join(' / ');
    const cells = [
      version,
      concepts,
      texts,
      `${Math.round(made.build)} (${Math.round(made.buildUsed)})`,
      `${Math.round(made.stall)} (${Math.round(made.stallUsed)})`,
      megabytes.toFixed(1),
      of(times),
      of(broad),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| release | concepts | texts | made in, ms (of the processor) | longest stall, ms (of the processor) | MB | a question, ms of the processor: median / p95 / max | single letters and words that stand everywhere |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
