// Loads one release through the pipeline and prints how long it took: database URL, code system, version, paths.
import { connectDatabase } from '@codeset/database';
import { loadRelease } from '@codeset/ingestion';
import { ingestionServiceOf } from '@codeset/operator';
import { reportMeasured } from './run-worker.ts';

const [url = '', codeSystem = '', version = '', ...paths] = process.argv.slice(2);
const service = ingestionServiceOf(codeSystem);
const sql = connectDatabase({ url, role: 'codeset_loader', applicationName: 'codeset bench', max: 2 });
const observer = { step: () => undefined, progress: () => undefined };
const began = performance.now();
const report = await loadRelease(
  { service, version, paths },
  { sql, observer, clock: () => performance.now() },
);
const milliseconds = performance.now() - began;
await sql.end();
if (report.outcome !== 'published')
  throw new Error(`${version}: ${report.outcome}: ${JSON.stringify(report.findings.slice(0, 3))}`);
reportMeasured(
  milliseconds,
  Object.fromEntries(report.steps.map(({ step, milliseconds: ms }) => [step, ms])),
);
