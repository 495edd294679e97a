// codeset translate: a list of codes through the published maps to another code system.
import { openReader } from '@codeset/database/read';
import { parseCodeList } from '../code-list/parse-code-list.ts';
import { readListBytes } from '../code-list/read-list-bytes.ts';
import type { CommandRun } from '../command-run.ts';
import { refuseExisting } from '../out-file.ts';
import { answerTranslated } from '../translation/answer-translated.ts';
import { readTranslateOptions, type TranslateOptions } from '../translation/asked-translation.ts';
import { readTranslated } from '../translation/read-translated.ts';

/** Exit code 0, or 1 where not one code of the list is known; the list is read before the database is opened. */
export async function translate(run: CommandRun, path: string, options: TranslateOptions): Promise<number> {
  const { output } = run;
  const asked = readTranslateOptions(options, output);
  if (asked.out) await refuseExisting(asked.out.path, asked.out.force, '--out');
  output.progress.step(`read ${path === '-' ? 'standard input' : path}`);
  const { name, bytes } = await readListBytes(path, process.stdin);
  const list = parseCodeList(name, bytes, asked.columns);
  return await run.withDatabase(async ({ reader }) => {
    const translated = await readTranslated(openReader(reader), list, options, output.progress);
    return await answerTranslated(output, translated, asked);
  });
}
