// Changes as ndjson: one change a line, with its details nested.
import type { ChangeRecord } from './change-record.ts';
import type { RowContext } from './change-rows.ts';

/** Gives the lines of each page; nothing at all where there is no change. */
export async function* ndjsonPieces(
  pages: AsyncIterable<readonly ChangeRecord[]>,
  { definition, from, to }: RowContext,
): AsyncGenerator<string> {
  const same = {
    codeSystem: definition.id,
    from: from.version,
    to: to.version,
    sample: from.sample || to.sample,
  };
  for await (const page of pages) {
    yield page.map((record) => `${JSON.stringify({ ...same, ...record })}\n`).join('');
  }
}
