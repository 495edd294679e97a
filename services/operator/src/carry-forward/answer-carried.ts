// Where a carried list goes: a summary to a person, codes to standard output or files, everything to a program.
import type { Format } from '../comparison/asked-comparison.ts';
import { writeFileWhole } from '../out-file.ts';
import type { Output } from '../output.ts';
import { writeParquetRows } from '../parquet-file.ts';
import { untilReaderGoes } from '../piece-by-piece.ts';
import type { AskedCarry, AskedFile } from './asked-carry.ts';
import { carriedMarkdown } from './carried-markdown.ts';
import {
  carriedCsv,
  carriedFacts,
  carriedJson,
  carriedNdjson,
  carriedParquetRows,
} from './carried-pieces.ts';
import { carriedColumns } from './carried-rows.ts';
import { carriedText } from './carried-text.ts';
import { toDecide } from './carried-words.ts';
import { newListCsv } from './new-list.ts';
import type { Carried } from './read-carried.ts';

type Write = (piece: string | Uint8Array) => Promise<void>;

/** Gives the exit code: 1 where not one code of the list is known, else 0, whatever became of them. */
export async function answerCarried(
  output: Output,
  carried: Carried,
  { format, files, force }: AskedCarry,
): Promise<number> {
  const out = files.find(({ option }) => option === '--out');
  if (files.length > 0 || format !== null || output.json) output.progress.step('write');
  for (const file of files) await writeFile(output, carried, file, { format, force });
  if (!out && (format !== null || output.json)) {
    await untilReaderGoes(() => writeForm(format ?? 'json', carried, (piece) => output.write(piece)));
  }
  if (out && format !== null) {
    output.result({ ...carriedFacts(carried), format, file: out.path }, carriedText(carried));
  }
  if (format === null && !output.json) output.result(null, carriedText(carried));
  if (format === 'csv' || format === 'ndjson') nameAttribution(output, carried);
  return tellUnknown(output, carried);
}

async function writeFile(
  output: Output,
  carried: Carried,
  { option, path }: AskedFile,
  { format, force }: Pick<AskedCarry, 'format' | 'force'>,
): Promise<void> {
  const count = await writeFileOf(option);
  output.note(`${option}: ${count === 1 ? '1 code' : `${count} codes`} in ${path}`);

  async function writeFileOf(which: AskedFile['option']): Promise<number> {
    const whole = (work: (write: Write) => Promise<void>) => writeFileWhole(path, force, work, option);
    const open = toDecide(carried);
    switch (which) {
      case '--out':
        await whole((write) => writeForm(format ?? 'json', carried, write));
        return carried.codes.length;
      case '--new-list':
        await whole((write) => write(newListCsv(carried)));
        return carried.newList.length;
      case '--undecided':
        await whole((write) => writeAll(carriedCsv(carried, open), write));
        return open.length;
      default:
        return which satisfies never;
    }
  }
}

async function writeForm(form: Format | 'json', carried: Carried, write: Write): Promise<void> {
  switch (form) {
    case 'csv':
      return await writeAll(carriedCsv(carried, carried.codes), write);
    case 'ndjson':
      return await writeAll(carriedNdjson(carried), write);
    case 'markdown':
      return await writeAll(carriedMarkdown(carried), write);
    case 'json':
      return await writeAll(carriedJson(carried), write);
    case 'parquet': {
      const content = { columns: carriedColumns, rows: carriedParquetRows(carried) };
      return await writeParquetRows({ ...content, facts: carriedFacts(carried) }, write);
    }
    default:
      return form satisfies never;
  }
}

async function writeAll(pieces: Iterable<string>, write: Write): Promise<void> {
  for (const piece of pieces) await write(piece);
}

function nameAttribution(output: Output, { definition: { attribution } }: Carried): void {
  if (attribution !== null) output.note(`To be named with the data: ${attribution}`);
}

function tellUnknown(output: Output, { codes, definition, from }: Carried): number {
  if (codes.some(({ status }) => status !== 'unknown')) return 0;
  output.note(
    `Not one code of the list is in ${from.version} of ${definition.id}: is it another code system's, or another column's?`,
  );
  return 1;
}
