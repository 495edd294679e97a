// Where a translated list goes: a summary to a person, mappings to standard output or a file, everything to a program.
import { tallyOutcomes } from '@codeset/crosswalk';
import { byteOrderMark, csvLines } from '../csv-text.ts';
import { writeFileWhole } from '../out-file.ts';
import type { Output } from '../output.ts';
import { writeParquetRows } from '../parquet-file.ts';
import { untilReaderGoes } from '../piece-by-piece.ts';
import type { AskedTranslation, TranslationFormat } from './asked-translation.ts';
import type { TranslatedList } from './read-translated.ts';
import { type TranslatedRow, translatedColumns, translatedRows } from './translated-rows.ts';
import { translatedText } from './translated-text.ts';

type Write = (piece: string | Uint8Array) => Promise<void>;

/** Rows written at a time. */
const pageSize = 500;

/** Gives the exit code: 1 where not one code of the list is known to any map, else 0. */
export async function answerTranslated(
  output: Output,
  translated: TranslatedList,
  { format, out }: AskedTranslation,
): Promise<number> {
  const facts = translatedFacts(translated);
  if (format !== null && out) {
    output.progress.step('write');
    await writeFileWhole(out.path, out.force, (write) => writeForm(format, translated, write), '--out');
    output.result({ ...facts, format, file: out.path }, translatedText(translated));
  } else if (format !== null) {
    await untilReaderGoes(() => writeForm(format, translated, (piece) => output.write(piece)));
  } else {
    const mappings = output.json ? { mappings: [...allRows(translated)] } : {};
    output.result({ ...facts, ...mappings }, translatedText(translated));
  }
  for (const { map } of translated.maps) {
    if (format !== null && map.attribution !== null)
      output.note(`To be named with the data: ${map.attribution}`);
  }
  return tellUnknown(output, translated);
}

async function writeForm(form: TranslationFormat, translated: TranslatedList, write: Write): Promise<void> {
  switch (form) {
    case 'csv': {
      await write(`${byteOrderMark}${csvLines([translatedColumns.map(({ name }) => name)])}`);
      for (const page of pagesOf(allRows(translated))) {
        await write(csvLines(page.map((row) => translatedColumns.map(({ name }) => row[name]))));
      }
      return;
    }
    case 'ndjson':
      for (const page of pagesOf(allRows(translated))) {
        await write(page.map((row) => `${JSON.stringify(row)}\n`).join(''));
      }
      return;
    case 'parquet': {
      const content = { columns: translatedColumns, rows: parquetRows(translated) };
      return await writeParquetRows({ ...content, facts: translatedFacts(translated) }, write);
    }
    default:
      return form satisfies never;
  }
}

function* allRows({ maps }: TranslatedList): Generator<TranslatedRow> {
  for (const by of maps) yield* translatedRows(by);
}

async function* parquetRows(translated: TranslatedList) {
  for (const row of allRows(translated)) {
    yield { ...row, count: row.count === null ? null : BigInt(row.count) };
  }
}

function* pagesOf<T>(values: Iterable<T>): Generator<readonly T[]> {
  let page: T[] = [];
  for (const value of values) {
    page.push(value);
    if (page.length < pageSize) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** What results for programs say before they come to the mappings. */
function translatedFacts({ list, from, to, reverse, maps }: TranslatedList) {
  return {
    from,
    to,
    reverse,
    list: { name: list.name, codes: list.codes.length },
    maps: maps.map(({ map, codes }) => ({
      conceptMap: map.conceptMap,
      version: map.version,
      sample: map.sample,
      digest: map.digest,
      sourceVersion: map.sourceVersion,
      targetVersion: map.targetVersion,
      attribution: map.attribution,
      outcomes: tallyOutcomes(codes.map(({ outcome }) => outcome)),
    })),
  };
}

function tellUnknown(output: Output, { maps, from }: TranslatedList): number {
  if (maps.some(({ codes }) => codes.some(({ outcome }) => outcome !== 'unknown'))) return 0;
  output.note(
    `Not one code of the list is known as one of ${from}: is it another code system's, or another column's?`,
  );
  return 1;
}
