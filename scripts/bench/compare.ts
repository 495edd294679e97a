// pnpm bench compare: a full diff of two releases with field-level changes, against a bare join of their two lists.
import { startScratchServer } from '../scratch-server.ts';
import type { CompareMeasured } from './compare-worker.ts';
import { dataFolder } from './data-folder.ts';
import { runWorker } from './run-worker.ts';

/** Adjacent ones, ones with notes on both sides, and ones eleven years apart. */
const pairs = [
  ['2023', '2025'],
  ['2017', '2023'],
  ['2014', '2025'],
] as const;

export async function benchCompare(): Promise<string> {
  const server = await startScratchServer();
  try {
    await server.createEmpty('held');
    for (const version of ['2014', '2017', '2023', '2025']) {
      const folder = dataFolder('icd-10-cm', version);
      await runWorker('load-worker.ts', [server.url('held'), 'icd-10-cm', version, folder]);
    }
    await server.settle('held');
    const lines = [
      '| from → to | concepts | changes | bare join, ms | totals, ms | ratio | first page, ms | of the totals | kept, ms | longest stall, ms |',
      '|---|---|---|---|---|---|---|---|---|---|',
    ];
    for (const [from, to] of pairs) {
      const found = await runWorker<CompareMeasured>('compare-worker.ts', [server.url('held'), from, to]);
      lines.push(lineOf(`${from} → ${to}`, found));
    }
    return lines.join('\n');
  } finally {
    await server.stop();
  }
}

function lineOf(name: string, { rows, changes, floor, totals, page, kept, stall }: CompareMeasured): string {
  const cells = [
    name,
    rows,
    changes,
    Math.round(floor),
    Math.round(totals),
    (totals / floor).toFixed(2),
    Math.round(page),
    (page / totals).toFixed(2),
    kept.toFixed(1),
    Math.round(stall),
  ];
  return `| ${cells.join(' | ')} |`;
}
