// pnpm test:mutations: damaged copies of every sample file are read; none may crash, hang, or be refused without a place.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ingestionServices } from '@codeset/operator';
import { listSourceFiles } from '@codeset/source-files';
import type { Outcome } from './mutations/read-copy.ts';

/** A copy that takes longer is taken for a hang. */
const longestMs = 5_000;
/** A process may take so long to start. */
const startMs = 60_000;
/** Copies read by one process; two processes run at a time. */
const atOnce = 2;

type CopyOutcome = Outcome & { readonly copy: number; readonly what: string };

interface SampleFile {
  readonly codeSystem: string;
  readonly version: string;
  readonly name: string;
}

const copies = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
const only = process.argv[4];
const waiting = await sampleFiles();
let defects = 0;
process.stdout.write(`${copies} copies of each of ${waiting.length} files, seed ${seed}\n`);
await Promise.all(Array.from({ length: atOnce }, readWaiting));
process.stdout.write(defects === 0 ? 'No defect.\n' : `${defects} defects.\n`);
process.exitCode = defects === 0 ? 0 : 1;

async function sampleFiles(): Promise<SampleFile[]> {
  const found: SampleFile[] = [];
  for (const { definition, samples } of ingestionServices) {
    if (only !== undefined && definition.id !== only) continue;
    for (const { version, folder } of samples) {
      const files = await listSourceFiles([fileURLToPath(folder)]);
      found.push(...files.map(({ name }) => ({ codeSystem: definition.id, version, name })));
    }
  }
  return found;
}

async function readWaiting(): Promise<void> {
  for (let file = waiting.shift(); file; file = waiting.shift()) {
    const tally = new Map<string, number>();
    for (let first = 0; first < copies; ) first = await readFrom(file, first, tally);
    const counts = [...tally].map(([outcome, count]) => `${outcome} ${count}`).sort();
    process.stdout.write(`${file.codeSystem} ${file.version} ${file.name}: ${counts.join(', ')}\n`);
  }
}

/** Reads copies in a process of its own until they are done or one hangs; gives the first that is still to be read. */
async function readFrom(file: SampleFile, first: number, tally: Map<string, number>): Promise<number> {
  const worker = fileURLToPath(new URL('mutations/mutation-worker.ts', import.meta.url));
  const words = [file.codeSystem, file.version, file.name, first, copies - first, seed].map(String);
  const child = spawn(process.execPath, ['--max-old-space-size=1024', '--import', 'tsx', worker, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let next = first;
  let hung = false;
  const watch = (ms: number) =>
    setTimeout(() => {
      hung = true;
      child.kill('SIGKILL');
    }, ms);
  let timer = watch(startMs);
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(timer);
    timer = watch(longestMs);
    if (line === 'ready') continue;
    const outcome = JSON.parse(line) as CopyOutcome;
    next = outcome.copy + 1;
    tell(file, outcome, tally);
  }
  clearTimeout(timer);
  const code = await ended;
  if (next >= copies) return next;
  const what = hung ? `hung for ${longestMs} ms` : `ended its process with ${code}`;
  tell(file, { copy: next, what, outcome: 'crashed', message: what }, tally);
  return next + 1;
}

function tell(file: SampleFile, told: CopyOutcome, tally: Map<string, number>): void {
  tally.set(told.outcome, (tally.get(told.outcome) ?? 0) + 1);
  if (!('message' in told)) return;
  defects += 1;
  process.stdout.write(
    `DEFECT ${file.codeSystem} ${file.version} ${file.name}, copy ${told.copy} (${told.what}): ${told.outcome}: ${told.message}\n`,
  );
}
