// Every test of the house in one run: unit and database tests beside their files, the rest in test/.
import { defineConfig } from 'vitest/config';

const report = process.env['CODESET_TEST_REPORT'];

export default defineConfig({
  // As Node resolves it: the package's `module` field would load a second graphql beside the one its users require.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    include: [
      'packages/*/src/**/*.test.ts',
      'services/*/src/**/*.test.ts',
      'scripts/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    globalSetup: ['packages/test-kit/src/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // No test patches a module, so files share what they import: apart each would load the house anew, a third of the run.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
