// Where a comparison goes: totals to a person, changes to standard output or a file, everything to a program.
import type { Output } from '../output.ts';
import { writeFileWhole } from '../out-file.ts';
import { untilReaderGoes } from '../piece-by-piece.ts';
import type { AskedComparison, Format } from './asked-comparison.ts';
import { comparisonText } from './comparison-text.ts';
import { csvPieces } from './format-csv.ts';
import { jsonPieces } from './format-json.ts';
import { markdownPieces } from './format-markdown.ts';
import { ndjsonPieces } from './format-ndjson.ts';
import { writeParquet } from './format-parquet.ts';
import type { Comparison } from './read-comparison.ts';
import { comparisonFacts } from './release-facts.ts';

type Write = (piece: string | Uint8Array) => Promise<void>;

/** Gives the exit code: always 0, whatever changed. */
export async function answerComparison(
  output: Output,
  comparison: Comparison,
  { format, out }: Pick<AskedComparison, 'format' | 'out'>,
): Promise<number> {
  if (format === null && !output.json) {
    output.result(null, comparisonText(comparison));
    return 0;
  }
  output.progress.step('write');
  const told = tellingProgress(output, comparison);
  if (format === null || out === null) {
    await untilReaderGoes(() => writeForm(format ?? 'json', told, (piece) => output.write(piece)));
  } else {
    await writeFileWhole(out.path, out.force, (write) => writeForm(format, told, write));
    tellOfFile(output, comparison, format, out.path);
  }
  const { attribution } = comparison.definition;
  if (attribution !== null && (format === 'csv' || format === 'ndjson')) {
    output.note(`To be named with the data: ${attribution}`);
  }
  return 0;
}

/** The same comparison, its pages counted on the way. */
function tellingProgress({ progress }: Output, comparison: Comparison): Comparison {
  return {
    ...comparison,
    async *describe(changes) {
      let done = 0;
      for await (const page of comparison.describe(changes)) {
        yield page;
        done += page.length;
        progress.progress('changes', done, changes.length);
      }
    },
  };
}

async function writeForm(form: Format | 'json', comparison: Comparison, write: Write): Promise<void> {
  if (form === 'parquet') {
    const facts = comparisonFacts(comparison);
    await writeParquet(comparison.describe(comparison.changes), comparison, facts, write);
    return;
  }
  for await (const piece of textPieces(form, comparison)) await write(piece);
}

function textPieces(
  form: Exclude<Format, 'parquet'> | 'json',
  comparison: Comparison,
): AsyncIterable<string> {
  const { changes, describe } = comparison;
  switch (form) {
    case 'csv':
      return csvPieces(describe(changes), comparison);
    case 'ndjson':
      return ndjsonPieces(describe(changes), comparison);
    case 'markdown':
      return markdownPieces(comparison);
    case 'json':
      return jsonPieces(comparisonFacts(comparison), describe(changes));
    default:
      return form satisfies never;
  }
}

function tellOfFile(output: Output, comparison: Comparison, format: Format, file: string): void {
  const { codeSystem, from, to } = comparisonFacts(comparison);
  const count = comparison.changes.length;
  const changes = count === 1 ? 'One change' : count === 0 ? 'No change' : `${count} changes`;
  output.result(
    { codeSystem, from, to, format, file, changes: count },
    `${changes} of ${codeSystem} from ${from.version} to ${to.version}: ${file}`,
  );
}
