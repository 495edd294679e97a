// The lines in which two releases differ, read in batches: what is in one release alone apart from what is in both.
import type { DifferenceRow, HeadedConcept, ListDifferences, Reader } from '@codeset/database/read';
import type { ConceptContent } from '@codeset/terminology';
import { type ContentReader, contentReader } from './concept-parts.ts';
import type { HeadedLine } from './differing-concepts.ts';
import { inChunks } from './in-chunks.ts';

/** Some lines, with what reads their contents. */
export interface LinesRead {
  readonly lines: readonly HeadedLine[];
  /** Reads what the lines did not bring along; of what is in one release alone, the content is not read. */
  readonly contents: ContentReader;
}

interface Sides {
  readonly fromId: number;
  readonly toId: number;
}

/** Lines of a batch, so that no step keeps the process for long: fewer where there is something to compare. */
const batchSizes = { alone: 1_000, both: 500 };

/** What reads each batch, when it is called: each needs only what its kind needs, in one statement a release. */
export function batchesOf(
  reader: Reader,
  { fromId, toId }: Sides,
  { gone, came, both }: ListDifferences,
): (() => Promise<LinesRead>)[] {
  const compared = [...inChunks(both, batchSizes.both)];
  const left = [...inChunks(ascending(gone), batchSizes.alone)];
  const arrived = [...inChunks(ascending(came), batchSizes.alone)];
  return inTurn(
    compared.map((some) => () => readBoth(reader, { fromId, toId }, some)),
    [
      ...left.map((some) => () => readAlone(reader, fromId, some, goneLine)),
      ...arrived.map((some) => () => readAlone(reader, toId, some, cameLine)),
    ],
  );
}

/** One of each list in turn: the first keep this process at work, the others the database. */
function inTurn<T>(some: readonly T[], others: readonly T[]): T[] {
  const longer = Math.max(some.length, others.length);
  return Array.from({ length: longer }, (_none, i) => [
    ...some.slice(i, i + 1),
    ...others.slice(i, i + 1),
  ]).flat();
}

/** Neighbours are stored, and so read, together. */
function ascending(positions: readonly number[]): number[] {
  return [...Int32Array.from(positions).sort()];
}

async function readAlone(
  reader: Reader,
  releaseId: number,
  positions: readonly number[],
  toLine: (concept: HeadedConcept) => HeadedLine,
): Promise<LinesRead> {
  const concepts = await reader.listHeadedConcepts({ releaseId, positions, contents: false });
  return { lines: concepts.map(toLine), contents: contentReader(reader) };
}

function goneLine({ row, headline }: HeadedConcept): HeadedLine {
  return { from: row, to: null, moved: false, before: headline, after: null };
}

function cameLine({ row, headline }: HeadedConcept): HeadedLine {
  return { from: null, to: row, moved: false, before: null, after: headline };
}

async function readBoth(
  reader: Reader,
  { fromId, toId }: Sides,
  found: readonly DifferenceRow[],
): Promise<LinesRead> {
  const [fromPositions, toPositions] = [
    found.map(({ fromPosition }) => fromPosition),
    found.map(({ toPosition }) => toPosition),
  ];
  const [inFrom, inTo] = await Promise.all([
    reader.listHeadedConcepts({ releaseId: fromId, positions: fromPositions, contents: true }),
    reader.listHeadedConcepts({ releaseId: toId, positions: toPositions, contents: true }),
  ]);
  const brought = new Map<number, ConceptContent>();
  for (const { row, content } of [...inFrom, ...inTo]) if (content) brought.set(row.contentId, content);
  const [before, after] = [byPosition(inFrom), byPosition(inTo)];
  const lines = found.map(({ fromPosition, toPosition, moved }): HeadedLine => {
    const [old, now] = [before.get(fromPosition), after.get(toPosition)];
    if (!old || !now)
      throw new Error(`no concept at ${fromPosition} of ${fromId}, or at ${toPosition} of ${toId}`);
    return { from: old.row, to: now.row, moved, before: old.headline, after: now.headline };
  });
  return { lines, contents: { ...contentReader(reader), contents: async () => brought } };
}

function byPosition(concepts: readonly HeadedConcept[]): Map<number, HeadedConcept> {
  return new Map(concepts.map((concept) => [concept.row.position, concept]));
}
