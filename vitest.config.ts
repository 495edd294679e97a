// Every test of the house in one run: unit and database tests beside their files, the rest in test/.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const report = process.env['CODESET_TEST_REPORT'];

const files = [
  'packages/*/src/**/*.test.ts',
  'services/*/src/**/*.test.ts',
  'scripts/**/*.test.ts',
  'test/**/*.test.ts',
];

/** What reads published files keeps them in its modules: such tests stay apart, or a worker would grow without end. */
const apart = ['packages/source-files/**', 'test/real-releases/**', 'test/end-to-end/**'];

/** What reads whole releases takes minutes: begun last, it would go on alone while the other core has nothing to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => /\/test\/(real-releases|end-to-end)\//.test(moduleId);
    const isLoad = ({ moduleId }: TestSpecification) => /-load\.test\.ts$/.test(moduleId);
    const rank = (file: TestSpecification) => (isLoad(file) ? 0 : isLong(file) ? 1 : 2);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  // As Node resolves it: the package's `module` field would load a second graphql beside the one its users require.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      // No test patches a module, so these share what they import: each would load the house anew, half of its time.
      { extends: true, test: { name: 'house', include: files, exclude: apart, isolate: false } },
      { extends: true, test: { name: 'files', include: apart.map((folder) => `${folder}/*.test.ts`) } },
    ],
    sequence: { sequencer: LongestFirst },
    globalSetup: ['packages/test-kit/src/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 3, // on two cores: a third of the time a test waits for its database or for a time to pass
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
