// pnpm check: format, lint, types, and all tests (architecture and printed files among them), one after the other.
import { spawnSync } from 'node:child_process';

const steps: readonly { readonly name: string; readonly words: readonly string[] }[] = [
  { name: 'format', words: ['biome', 'format', '.'] },
  { name: 'lint', words: ['biome', 'lint', '--error-on-warnings', '.'] },
  { name: 'types', words: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'tests', words: ['vitest', 'run'] },
];

const left = process.argv.includes('--no-tests') ? steps.filter(({ name }) => name !== 'tests') : steps;
const outcomes = left.map(({ name, words: [program = '', ...words] }) => {
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync(`node_modules/.bin/${program}`, words, { stdio: 'inherit' });
  return { name, passed: status === 0 };
});
const failed = outcomes.filter(({ passed }) => !passed).map(({ name }) => name);
process.stdout.write(failed.length === 0 ? '\nAll checks passed.\n' : `\nFailed: ${failed.join(', ')}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
