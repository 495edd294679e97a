// Where rows go: a summary to a person, rows to standard output or a file, everything to a program.
import { writeFileWhole } from './out-file.ts';
import type { Output } from './output.ts';
import { untilReaderGoes } from './piece-by-piece.ts';
import { type RowFormat, type RowsToWrite, writeRows } from './rows-in-form.ts';

/** What is answered. */
export interface RowsToAnswer {
  /** What results for programs say before they come to the rows. */
  readonly facts: object;
  readonly columns: RowsToWrite['columns'];
  /** Draws the rows anew. */
  readonly rows: () => RowsToWrite['rows'];
  /** The member of the one JSON document that holds them. */
  readonly name: string;
  readonly text: string;
  /** What must be shown with the data; told where rows are written. */
  readonly attributions: Iterable<string>;
}

/** Null: a text for people, or everything as one JSON document; without `out` rows go to standard output. */
export interface RowsOutlet {
  readonly format: RowFormat | null;
  readonly out: { readonly path: string; readonly force: boolean } | null;
}

export async function answerRows(
  output: Output,
  { facts, columns, rows, name, text, attributions }: RowsToAnswer,
  { format, out }: RowsOutlet,
): Promise<void> {
  const toWrite = () => ({ columns, rows: rows(), facts });
  if (format === null) {
    output.result(output.json ? { ...facts, [name]: [...rows()] } : { ...facts }, text);
    return;
  }
  if (out) {
    output.progress.step('write');
    await writeFileWhole(out.path, out.force, (write) => writeRows(format, toWrite(), write), '--out');
    output.result({ ...facts, format, file: out.path }, text);
  } else {
    await untilReaderGoes(() => writeRows(format, toWrite(), (piece) => output.write(piece)));
  }
  for (const words of attributions) output.note(`To be named with the data: ${words}`);
}
