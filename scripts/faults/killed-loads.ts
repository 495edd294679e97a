// The scenario killed-loads: 50 loads of a real release killed with SIGKILL at random moments.
import { dataFolder } from '../bench/data-folder.ts';
import { runWorker } from '../bench/run-worker.ts';
import { startScratchServer } from '../scratch-server.ts';
import { type KillRound, killLoads } from './kill-loads.ts';
import type { ScenarioOutcome } from './scenario.ts';
import { seededRandom } from './seeded-random.ts';

/** Words: the number of rounds, and the seed of the moments. */
export async function killedLoads([rounds = '50', given]: readonly string[]): Promise<ScenarioOutcome> {
  const seed = Number(given ?? Date.now() % 1_000_000);
  const server = await startScratchServer();
  try {
    await server.createEmpty('published');
    const words = [server.url('published'), 'icd-10-cm', '2018', dataFolder('icd-10-cm', '2018')];
    await runWorker('load-worker.ts', words);
    const outcome = await killLoads({
      rounds: Number(rounds),
      codeSystem: 'icd-10-cm',
      published: '2018',
      killed: { version: '2019', paths: [dataFolder('icd-10-cm', '2019')] },
      options: [],
      random: seededRandom(seed),
      onRound: (round) => void process.stderr.write(`${JSON.stringify(round)}\n`),
      withDatabase: async (work) => {
        await server.clone('published', 'round');
        try {
          return await work(server.url('round'));
        } finally {
          await server.drop('round');
        }
      },
    });
    return { good: outcome.every(isGood), text: `${summary(outcome)}\nseed ${seed}` };
  } finally {
    await server.stop();
  }
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
