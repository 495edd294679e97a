// codeset carry-forward: a list of codes carried from one release to a later one, with the evidence for every step.
import { openReader } from '@codeset/database/read';
import { answerCarried } from '../carry-forward/answer-carried.ts';
import { type CarryOptions, readCarryOptions } from '../carry-forward/asked-carry.ts';
import { readCarried } from '../carry-forward/read-carried.ts';
import { parseCodeList } from '../code-list/parse-code-list.ts';
import { readListBytes } from '../code-list/read-list-bytes.ts';
import type { CommandRun } from '../command-run.ts';
import { refuseExisting } from '../out-file.ts';

/** Exit code 0, or 1 where not one code of the list is known; the list is read before the database is opened. */
export async function carryForward(run: CommandRun, path: string, options: CarryOptions): Promise<number> {
  const { output } = run;
  const asked = readCarryOptions(options, output);
  for (const file of asked.files) await refuseExisting(file.path, asked.force, file.option);
  output.progress.step(`read ${path === '-' ? 'standard input' : path}`);
  const { name, bytes } = await readListBytes(path, process.stdin);
  const list = parseCodeList(name, bytes, asked.columns);
  return await run.withDatabase(async ({ reader }) => {
    const carried = await readCarried(openReader(reader), list, options, output.progress);
    return await answerCarried(output, carried, asked);
  });
}
