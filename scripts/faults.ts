// pnpm test:faults: 50 loads of a real release killed with SIGKILL at random moments; prints what was found.
import { dataFolder } from './bench/data-folder.ts';
import { runWorker } from './bench/run-worker.ts';
import { type KillRound, killLoads } from './faults/kill-loads.ts';
import { seededRandom } from './faults/seeded-random.ts';
import { startScratchServer } from './scratch-server.ts';

const rounds = Number(process.argv[2] ?? 50);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
const server = await startScratchServer();
try {
  await server.createEmpty('empty');
  // Loaded once: each round finds it published and goes on.
  await runWorker('load-worker.ts', [
    server.url('empty'),
    'icd-10-cm',
    '2018',
    dataFolder('icd-10-cm', '2018'),
  ]);
  const outcome = await killLoads({
    rounds,
    codeSystem: 'icd-10-cm',
    published: { version: '2018', paths: [dataFolder('icd-10-cm', '2018')] },
    killed: { version: '2019', paths: [dataFolder('icd-10-cm', '2019')] },
    options: [],
    random: seededRandom(seed),
    onRound: (round) => void process.stderr.write(`${JSON.stringify(round)}\n`),
    withDatabase: async (work) => {
      await server.clone('empty', 'round');
      try {
        return await work(server.url('round'));
      } finally {
        await server.drop('round');
      }
    },
  });
  process.stdout.write(`${summary(outcome)}\nseed ${seed}\n`);
  process.exitCode = outcome.every(isGood) ? 0 : 1;
} finally {
  await server.stop();
}

function isGood({ left, publishedUnharmed, repeatable }: KillRound): boolean {
  return left !== 'other' && publishedUnharmed && repeatable;
}

function summary(outcome: readonly KillRound[]): string {
  const count = (test: (round: KillRound) => boolean) => outcome.filter(test).length;
  return [
    `${count(isGood)} of ${outcome.length} kills left everything right.`,
    `  published release unharmed: ${count(({ publishedUnharmed }) => publishedUnharmed)}`,
    `  load repeatable as it is: ${count(({ repeatable }) => repeatable)}`,
    `  killed load left nothing: ${count(({ left }) => left === 'nothing')}, was through already: ${count(({ left }) => left === 'published')}`,
    `  killed after (ms): ${outcome
      .map(({ killedAfterMs }) => killedAfterMs)
      .sort((a, b) => a - b)
      .join(' ')}`,
  ].join('\n');
}
