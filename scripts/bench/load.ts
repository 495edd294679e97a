// pnpm bench load: first and further loads of each code system, each against its floor, alternating in one run.
import { join } from 'node:path';
import { type ScratchServer, startScratchServer } from '../scratch-server.ts';
import { dataFolder } from './data-folder.ts';
import { dumpRelease, largestIds } from './dumped-release.ts';
import { median } from './median.ts';
import { type Measured, runWorker } from './run-worker.ts';

const rounds = 3;

/** One measured load: into a database that holds `before`, or an empty one. */
interface LoadCase {
  readonly codeSystem: string;
  readonly version: string;
  readonly before: string | null;
}

/** The first of a code system is the one that its further loads are a share of. */
const cases: readonly LoadCase[] = [
  { codeSystem: 'icd-10-cm', version: '2023', before: null },
  { codeSystem: 'icd-10-cm', version: '2021-01', before: '2021' },
  { codeSystem: 'icd-10-cm', version: '2025', before: '2022-04' },
  { codeSystem: 'hcpcs', version: '2017-01', before: null },
  { codeSystem: 'hcpcs', version: '2018-01', before: '2017-01' },
  { codeSystem: 'icd-11-mms', version: '2024-01', before: null },
  { codeSystem: 'icd-11-mms', version: '2024-01', before: '2018-12' },
];

/** Measures all cases, or those of the code system that the command line names. */
export async function benchLoad(): Promise<string> {
  const server = await startScratchServer();
  try {
    await server.createEmpty('empty');
    const lines = [
      '| load | ours, ms | floor, ms | ratio | of the floor, reading | share of the first | peak memory, MB |',
      '|---|---|---|---|---|---|---|',
    ];
    const only = process.argv[3];
    const first = new Map<string, number>();
    for (const loadCase of cases.filter(({ codeSystem }) => only === undefined || codeSystem === only)) {
      const { codeSystem, version, before } = loadCase;
      const { ours, floor, peak, reading } = await measureCase(server, loadCase);
      if (before === null) first.set(codeSystem, ours);
      const what = before === null ? `${version} into an empty database` : `${version} after ${before}`;
      const share = before === null ? '' : (ours / (first.get(codeSystem) ?? Number.NaN)).toFixed(2);
      const ratio = (ours / floor).toFixed(2);
      lines.push(
        `| ${codeSystem} ${what} | ${ours} | ${floor} | ${ratio} | ${reading} | ${share} | ${peak} |`,
      );
    }
    return lines.join('\n');
  } finally {
    await server.stop();
  }
}

async function measureCase(server: ScratchServer, { codeSystem, version, before }: LoadCase) {
  const template = before === null ? 'empty' : 'before';
  if (before !== null) {
    await server.clone('empty', template);
    await runWorker('load-worker.ts', [
      server.url(template),
      codeSystem,
      before,
      dataFolder(codeSystem, before),
    ]);
    await server.settle(template);
  }
  const folder = dataFolder(codeSystem, version);
  const load = [codeSystem, version, folder];
  const dump = join(server.folder, `dump-${codeSystem}-${version}-${before}`);
  await makeDump(server, template, load, dump);
  const ours: Measured[] = [];
  const floor: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await inClone(server, template, (url) => runWorker('load-worker.ts', [url, ...load])));
    floor.push(await inClone(server, template, (url) => runWorker('floor-worker.ts', [url, dump, folder])));
  }
  if (before !== null) await server.drop(template);
  process.stderr.write(`${codeSystem} ${version}: ${JSON.stringify({ ours, floor })}\n`);
  return {
    ours: median(ours.map(({ milliseconds }) => milliseconds)),
    floor: median(floor.map(({ milliseconds }) => milliseconds)),
    reading: median(floor.map(({ parts }) => parts['reading'] ?? 0)),
    peak: Math.max(...ours.map(({ peakMegabytes }) => peakMegabytes)),
  };
}

async function makeDump(server: ScratchServer, template: string, load: readonly string[], folder: string) {
  await inClone(server, template, async (url, database) => {
    const before = await server.use(database, largestIds);
    await runWorker('load-worker.ts', [url, ...load]);
    await dumpRelease((work) => server.use(database, work), load[1] ?? '', before, folder);
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
