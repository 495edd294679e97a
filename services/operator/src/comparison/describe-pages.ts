// Changes with their details, page by page: however many there are, the details of one page are held.
import {
  type Change,
  type ContentReader,
  contentReader,
  describeChanges,
  type ReleaseDiff,
} from '@codeset/comparison';
import type { ConceptRow, Reader } from '@codeset/database/read';
import { type ChangeRecord, type ConceptName, changeRecord, type NameOf } from './change-record.ts';

/** Changes described at a time. */
const pageSize = 500;

/** Gives the records of some changes of the diff, in their order; the names are gathered once for all calls. */
export function describePages(
  reader: Reader,
  diff: ReleaseDiff,
): (changes: readonly Change[]) => AsyncGenerator<readonly ChangeRecord[]> {
  const contents = contentReader(reader);
  const names = { nameOf: namesOfChanged(diff), chapterOf: chaptersByKey(diff) };
  return async function* (changes) {
    for (let start = 0; start < changes.length; start += pageSize) {
      const page = changes.slice(start, start + pageSize);
      const [details, parents] = await Promise.all([
        describeChanges(contents, diff, page),
        readParents(reader, contents, diff, page),
      ]);
      yield details.flatMap((detail, i) => {
        const change = page[i];
        return change ? [changeRecord(change, detail, parents(change), names)] : [];
      });
    }
  };
}

/** Heirs and concepts that notes move between have changed themselves, so the diff knows their names. */
function namesOfChanged({ changes }: ReleaseDiff): NameOf {
  const changed = new Map(changes.map((change) => [change.key, change]));
  return (key) => {
    const change = changed.get(key);
    const code = (change?.to ?? change?.from)?.code ?? null;
    return { key, code, display: (change?.after ?? change?.before)?.display ?? key };
  };
}

function chaptersByKey({ chapters }: ReleaseDiff): (key: string) => ConceptName | null {
  const byKey = new Map(chapters.map((chapter) => [chapter.key, chapter]));
  return (key) => byKey.get(key) ?? null;
}

/** The parents before and after of what moved. */
async function readParents(
  reader: Reader,
  contents: ContentReader,
  { from, to }: ReleaseDiff,
  page: readonly Change[],
): Promise<(change: Change) => ChangeRecord['parents']> {
  const moved = page.filter(({ kinds }) => kinds.includes('moved'));
  const read = async (releaseId: number, rows: readonly (ConceptRow | null)[]) => {
    const positions = [...new Set(rows.flatMap((row) => row?.parent ?? []))];
    const parents = await reader.listConceptsAt(releaseId, positions);
    const texts = await contents.contents(parents.map(({ contentId }) => contentId));
    const byPosition = new Map(
      parents.map(({ position, key, code, contentId }) => {
        const name: ConceptName = { key, code, display: texts.get(contentId)?.display ?? key };
        return [position, name];
      }),
    );
    return (row: ConceptRow | null) => byPosition.get(row?.parent ?? -1) ?? null;
  };
  if (moved.length === 0) return () => null;
  const [before, after] = await Promise.all([
    read(
      from.id,
      moved.map((change) => change.from),
    ),
    read(
      to.id,
      moved.map((change) => change.to),
    ),
  ]);
  return ({ kinds, from: old, to: now }) =>
    kinds.includes('moved') ? { before: before(old), after: after(now) } : null;
}
