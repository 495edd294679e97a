// pnpm bench translate: all codes of ICD-9-CM through the GEM of 2018, against one join over the same tables.
import { startScratchServer } from '../scratch-server.ts';
import { dataFolder } from './data-folder.ts';
import { runWorker } from './run-worker.ts';
import type { TranslateMeasured } from './translate-worker.ts';

export async function benchTranslate(): Promise<string> {
  const server = await startScratchServer();
  try {
    await server.createEmpty('held');
    const folder = dataFolder('maps', 'gem/2018');
    const found = await runWorker<TranslateMeasured>('translate-worker.ts', [server.url('held'), folder]);
    const { codes, mappings, floor, ours, slowest } = found;
    const cells = [
      codes,
      mappings,
      Math.round(floor),
      Math.round(ours),
      (ours / floor).toFixed(2),
      Math.round(slowest),
    ];
    return [
      '| codes | mappings | one join, ms | ours, ms | ratio | slowest thousand, ms |',
      '|---|---|---|---|---|---|',
      `| ${cells.join(' | ')} |`,
    ].join('\n');
  } finally {
    await server.stop();
  }
}
