// Reads vitest's JSON report and closes CI's output with `N passed, N failed`; fails when anything did.
import { readFileSync } from 'node:fs';

const testsFailed = process.env.CODESET_TESTS_EXIT !== '0';
const checksFailed = process.env.CODESET_CHECKS_EXIT !== '0';
let passed = 0;
let failed = 0;
try {
  const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  passed = report.numPassedTests;
  failed = report.numFailedTests;
} catch (error) {
  console.error(`no report of the tests: ${error.message}`);
}
// A run that failed without a failed test (a file that could not be loaded, a crash) still counts as a failure.
if (testsFailed && failed === 0) failed += 1;
if (checksFailed) failed += 1;
else passed += 1;
if (passed <= 1 && failed === 0) failed += 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
