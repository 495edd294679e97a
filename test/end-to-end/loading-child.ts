// The child of load-in-child.ts: one load, then what became of it and how much memory it took.
import { connectDatabase } from '@codeset/database';
import { loadRelease } from '@codeset/ingestion';
import { icd10cm } from '@codeset/ingest-icd-10-cm';

const [url = '', version = '', path = ''] = process.argv.slice(2);
const sql = connectDatabase({ url, applicationName: 'codeset test', max: 2 });
const observer = { step: () => undefined, progress: () => undefined };
const error = await loadRelease(
  { service: icd10cm, version, paths: [path], sample: true },
  { sql, observer, clock: () => performance.now() },
).then(
  () => null,
  (reason: unknown) => (reason instanceof Error ? reason.message : String(reason)),
);
await sql.end();
process.stdout.write(
  JSON.stringify({ error, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) }),
);
