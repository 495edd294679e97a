// A comparison as one JSON document, written piece by piece: its facts and totals, then the changes.
import type { ChangeRecord } from './change-record.ts';

/** Gives the pieces of a document that holds `facts` and, as its last member, `changes`, one a line. */
export async function* jsonPieces(
  facts: Readonly<Record<string, unknown>>,
  pages: AsyncIterable<readonly ChangeRecord[]>,
): AsyncGenerator<string> {
  yield `${JSON.stringify(facts, null, 2).slice(0, -'\n}'.length)},\n  "changes": [`;
  let between = '\n    ';
  for await (const page of pages) {
    const records = page.map((record) => JSON.stringify(record));
    if (records.length > 0) yield `${between}${records.join(',\n    ')}`;
    if (records.length > 0) between = ',\n    ';
  }
  yield between.startsWith(',') ? '\n  ]\n}\n' : ']\n}\n';
}
