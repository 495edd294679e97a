// pnpm test:faults [name [words]]: what must stay right when something dies; all scenarios by default, with figures.
import { databaseAway } from './faults/database-away-scenario.ts';
import { drain } from './faults/drain-scenario.ts';
import { killedLoads } from './faults/killed-loads.ts';
import { sweepScenario } from './faults/naughty-strings.ts';
import { publish } from './faults/publish-scenario.ts';
import { replicaFaults } from './faults/replica-scenario.ts';
import type { Scenario } from './faults/scenario.ts';

const scenarios: Readonly<Record<string, Scenario>> = {
  'database-away': databaseAway,
  replica: replicaFaults,
  drain,
  publish,
  'naughty-strings': sweepScenario,
  'killed-loads': killedLoads,
};

const [name, ...words] = process.argv.slice(2);
const chosen = Object.entries(scenarios).filter(([each]) => name === undefined || each === name);
if (chosen.length === 0) {
  process.stderr.write(
    `pnpm test:faults [name], where name is one of: ${Object.keys(scenarios).join(', ')}\n`,
  );
  process.exitCode = 2;
}
for (const [each, run] of chosen) {
  const { good, text } = await run(words);
  process.stdout.write(`\n${each}: ${good ? 'good' : 'NOT GOOD'}\n\n${text}\n`);
  if (!good) process.exitCode = 1;
}
