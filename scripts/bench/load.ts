// pnpm bench load: a first load and two further ones, each against its floor, alternating in one run.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ScratchServer, startScratchServer } from '../scratch-server.ts';
import { dataFolder } from './data-folder.ts';
import { dumpRelease, largestIds } from './dumped-release.ts';
import { median } from './median.ts';
import { type Measured, runWorker } from './run-worker.ts';

const rounds = 3;

/** One measured load: into a database that holds `before`, or an empty one. */
const cases = [
  { version: '2023', before: null },
  { version: '2021-01', before: '2021' },
  { version: '2025', before: '2022-04' },
] as const;

export async function benchLoad(): Promise<string> {
  const server = await startScratchServer();
  try {
    await server.createEmpty('empty');
    const lines = [
      '| load | ours, ms | floor, ms | ratio | of it xml2js | peak memory, MB |',
      '|---|---|---|---|---|---|',
    ];
    const medians: number[] = [];
    for (const { version, before } of cases) {
      const { ours, floor, peak, xml } = await measureCase(server, version, before);
      medians.push(ours);
      const what = before === null ? `${version} into an empty database` : `${version} after ${before}`;
      lines.push(`| ${what} | ${ours} | ${floor} | ${(ours / floor).toFixed(2)} | ${xml} | ${peak} |`);
    }
    const [first = Number.NaN, ...further] = medians;
    const shares = further.map((ms, at) => `${cases[at + 1]?.version}: ${(ms / first).toFixed(2)}`);
    return `${lines.join('\n')}\n\nFurther load as a share of the first: ${shares.join(', ')}.`;
  } finally {
    await server.stop();
  }
}

async function measureCase(server: ScratchServer, version: string, before: string | null) {
  const template = before === null ? 'empty' : 'before';
  if (before !== null) {
    await server.clone('empty', template);
    await runWorker('load-worker.ts', [server.url(template), before, dataFolder('icd-10-cm', before)]);
    await server.settle(template);
  }
  const paths = [dataFolder('icd-10-cm', version)];
  const dump = join(server.folder, `dump-${version}`);
  await makeDump(server, template, version, paths, dump);
  const ours: Measured[] = [];
  const floor: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(
      await inClone(server, template, (url) => runWorker('load-worker.ts', [url, version, ...paths])),
    );
    floor.push(
      await inClone(server, template, (url) => runWorker('floor-worker.ts', [url, dump, ...looseXml(paths)])),
    );
  }
  if (before !== null) await server.drop(template);
  process.stderr.write(`${version}: ${JSON.stringify({ ours, floor })}\n`);
  return {
    ours: median(ours.map(({ milliseconds }) => milliseconds)),
    floor: median(floor.map(({ milliseconds }) => milliseconds)),
    xml: median(floor.map(({ parts }) => parts['xml2js'] ?? 0)),
    peak: Math.max(...ours.map(({ peakMegabytes }) => peakMegabytes)),
  };
}

async function makeDump(
  server: ScratchServer,
  template: string,
  version: string,
  paths: readonly string[],
  folder: string,
) {
  await inClone(server, template, async (url, database) => {
    const before = await server.use(database, largestIds);
    await runWorker('load-worker.ts', [url, version, ...paths]);
    await dumpRelease((work) => server.use(database, work), version, before, folder);
  });
}

async function inClone<T>(
  server: ScratchServer,
  template: string,
  work: (url: string, database: string) => Promise<T>,
): Promise<T> {
  await server.clone(template, 'run');
  try {
    return await work(server.url('run'), 'run');
  } finally {
    await server.drop('run');
  }
}

/** The XML files of an edition that lie in its folder as they are. */
function looseXml(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.xml'))
      .map((name) => join(folder, name)),
  );
}
