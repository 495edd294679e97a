// codeset translate: a list of codes through a published map to another code system, or through several and releases.
import { openReader } from '@codeset/database/read';
import { parseCodeList } from '../code-list/parse-code-list.ts';
import { readListBytes } from '../code-list/read-list-bytes.ts';
import type { CommandRun } from '../command-run.ts';
import { refuseExisting } from '../out-file.ts';
import { answerPaths } from '../paths/answer-paths.ts';
import { readPathOptions } from '../paths/asked-paths.ts';
import { readPaths } from '../paths/read-paths.ts';
import { answerTranslated } from '../translation/answer-translated.ts';
import { readTranslateOptions, type TranslateOptions } from '../translation/asked-translation.ts';
import { readTranslated } from '../translation/read-translated.ts';

/** Exit code 0, or 1 where not one code of the list is known; the list is read before the database is opened. */
export async function translate(run: CommandRun, path: string, options: TranslateOptions): Promise<number> {
  const { output } = run;
  const asked = readTranslateOptions(options, output);
  const paths = readPathOptions(options);
  if (asked.out) await refuseExisting(asked.out.path, asked.out.force, '--out');
  output.progress.step(`read ${path === '-' ? 'standard input' : path}`);
  const { name, bytes } = await readListBytes(path, process.stdin);
  const list = parseCodeList(name, bytes, asked.columns);
  return await run.withDatabase(async ({ reader: client }) => {
    const reader = openReader(client);
    if (paths) return await answerPaths(output, await readPaths(reader, list, paths, output.progress), asked);
    const translated = await readTranslated(reader, list, options, output.progress);
    return await answerTranslated(output, translated, asked);
  });
}
