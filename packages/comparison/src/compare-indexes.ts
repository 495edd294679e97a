// Compares one index of two releases: bare outlines, lines paired by path, contents read of what differs.
import { setImmediate as others } from 'node:timers/promises';
import type { IndexOutlinePart, Reader } from '@codeset/database/read';
import { inChunks } from './in-chunks.ts';
import { toIndexChange } from './index-change.ts';
import { type IndexContents, indexContents } from './index-contents.ts';
import type { IndexChange, IndexDiff, IndexLine } from './index-diff.ts';
import type { IndexPairs, LinePair, TwoOutlines } from './index-line-pairs.ts';
import { differingLines } from './index-order.ts';
import { type IndexOutline, indexOutline, linesDownTo, rowOfLine } from './index-outline.ts';
import { pairIndexLines } from './index-pairs.ts';

/** What is compared. */
export interface IndexesToCompare {
  /** Ids of the releases. */
  readonly fromId: number;
  readonly toId: number;
  /** Which index, one of the code system's `indexKinds`; both releases must have come with it. */
  readonly kind: string;
}

/** The diff of one index from one release to another, in either direction, adjacent or years apart. */
export async function compareIndexes(
  reader: Pick<Reader, 'listIndexOutline' | 'listIndexContents'>,
  { fromId, toId, kind }: IndexesToCompare,
): Promise<IndexDiff> {
  const [from, to] = await Promise.all([fromId, toId].map((id) => readOutline(reader, id, kind)));
  if (!from || !to) return { kind, changes: [] };
  const contents = indexContents(reader.listIndexContents);
  const pairs = await pairIndexLines({ from, to }, contents);
  return { kind, changes: await readChanges({ from, to }, pairs, contents) };
}

/** Lines of an outline that are read at a time, so that no step keeps the process for long. */
const pageSize = 5_000;

async function readOutline(
  reader: Pick<Reader, 'listIndexOutline'>,
  releaseId: number,
  kind: string,
): Promise<IndexOutline> {
  const pages: IndexOutlinePart[] = [];
  let page: IndexOutlinePart;
  do {
    const after = pages.at(-1)?.positions.at(-1) ?? null;
    page = await reader.listIndexOutline(releaseId, { kind, after, limit: pageSize });
    pages.push(page);
  } while (page.positions.length === pageSize);
  return await indexOutline(kind, pages);
}

/** Changes whose contents are read at a time. */
const batchSize = 500;

async function readChanges(
  outlines: TwoOutlines,
  pairs: IndexPairs,
  contents: IndexContents,
): Promise<IndexChange[]> {
  const differing = await differingLines(outlines, pairs);
  const changes: IndexChange[] = [];
  for (const batch of inChunks(differing, batchSize)) {
    await contents.read(batch.flatMap((pair) => contentsOnPaths(outlines, pair)));
    for (const pair of batch) changes.push(...describe(outlines, pairs, contents, pair));
    await others();
  }
  return changes;
}

function contentsOnPaths({ from, to }: TwoOutlines, [x, y]: LinePair): number[] {
  const idsTo = (outline: IndexOutline, line: number) =>
    linesDownTo(outline, line).map((above) => outline.contentIds[above] ?? 0);
  return [...idsTo(from, x), ...idsTo(to, y)];
}

function describe(
  { from, to }: TwoOutlines,
  { moved }: IndexPairs,
  contents: IndexContents,
  [x, y]: LinePair,
): IndexChange[] {
  const side = (outline: IndexOutline, line: number) =>
    line < 0 ? null : { row: rowOfLine(outline, line), line: lineOf(outline, line, contents) };
  const change = toIndexChange({ from: side(from, x), to: side(to, y), moved: moved[y] === 1 });
  return change ? [change] : [];
}

function lineOf(outline: IndexOutline, line: number, contents: IndexContents): IndexLine {
  const path = linesDownTo(outline, line).map((above) => contents.of(outline.contentIds[above] ?? 0));
  return { path: path.map(({ term }) => term), content: contents.of(outline.contentIds[line] ?? 0) };
}
