// Compares two releases: differing lines from the database, their contents in batches, kinds from both.
import type { PublishedRelease, Reader } from '@codeset/database/read';
import { type CodeSystemDefinition, type ComparisonScope, codeKindsOf } from '@codeset/terminology';
import { type ChapterOf, chapterFinder } from './chapter-finder.ts';
import { comparedParts, comparisonScope } from './compared-parts.ts';
import { type DifferingConcept, isOfCode, withContents } from './differing-concepts.ts';
import { batchesOf, type LinesRead } from './differing-lines.ts';
import { inChunks } from './in-chunks.ts';
import { inLanes } from './in-lanes.ts';
import { findNoteMoves } from './note-moves.ts';
import { orderChanges } from './order-changes.ts';
import type { Change, ReleaseDiff } from './release-diff.ts';
import { mergeChapters, readRoots } from './release-roots.ts';
import { findHeirs } from './subdivisions.ts';
import { toChange } from './to-change.ts';
import { Turns } from './turns.ts';

/** What is compared. */
export interface ReleasesToCompare {
  readonly definition: CodeSystemDefinition;
  readonly from: PublishedRelease;
  readonly to: PublishedRelease;
  /** All published releases of the code system: they tell what was there before. */
  readonly held: readonly PublishedRelease[];
}

/**
 * The diff from one release to another, in either direction, adjacent or years apart. What one of them came without is
 * not compared, and `parts` says so.
 */
export async function compareReleases(reader: Reader, asked: ReleasesToCompare): Promise<ReleaseDiff> {
  const { definition, from, to } = asked;
  const codeKinds = codeKindsOf(definition);
  const [fromRoots, toRoots, [oldTexts], [newTexts]] = await Promise.all([
    readRoots(reader, from.id, codeKinds),
    readRoots(reader, to.id, codeKinds),
    reader.listFrontMatters([from.id]),
    reader.listFrontMatters([to.id]),
  ]);
  const languages = {
    from: oldTexts?.frontMatter.translations ?? [],
    to: newTexts?.frontMatter.translations ?? [],
  };
  const groupings = fromRoots.grouped && toRoots.grouped;
  const parts = { ...comparedParts(from, to), groupings };
  const scope = comparisonScope(definition, parts, languages);
  const compared = { codeKinds, scope, groupings };
  const differing = await readDiffering(reader, from.id, to.id, compared);
  const chapters = { from: { id: from.id, roots: fromRoots }, to: { id: to.id, roots: toRoots } };
  const [reinstated, chapterOf] = await Promise.all([
    findReinstated(reader, asked, differing),
    chapterFinder(reader, chapters, differing),
  ]);
  const forward = to.effectiveFrom >= from.effectiveFrom;
  const surroundings = { definition, codeKinds, reinstated, forward, chapterOf };
  const changes = await toChanges(differing, surroundings);
  return { from, to, changes, parts, chapters: mergeChapters(fromRoots, toRoots), scope, codeKinds };
}

interface Compared {
  readonly codeKinds: ReadonlySet<string>;
  readonly scope: ComparisonScope;
  readonly groupings: boolean;
}

/** Batches at a time: while one is compared, the database answers others; and others have connections left. */
const lanes = 3;

async function readDiffering(
  reader: Reader,
  fromId: number,
  toId: number,
  { codeKinds, scope, groupings }: Compared,
): Promise<DifferingConcept[]> {
  const found = await reader.listDifferences({ fromId, toId, compareRoots: groupings });
  const compared = { scope, movingNotes: found.noted, turns: new Turns() };
  const readBatch = async (readLines: () => Promise<LinesRead>) => {
    const { lines, contents } = await readLines();
    await compared.turns.give();
    // A release without groupings is not said to have lost those of the other.
    const told = groupings ? lines : lines.filter((line) => isOfCode(line, codeKinds));
    return await withContents({ contents, ...compared }, told);
  };
  const read = await inLanes(batchesOf(reader, { fromId, toId }, found), lanes, readBatch);
  return inTabularOrder(read.flat());
}

function inTabularOrder(differing: DifferingConcept[]): DifferingConcept[] {
  return differing.sort((a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ from, to }: DifferingConcept): number {
  return to?.position ?? from?.position ?? 0;
}

/** Keys that the first release lacks, the second has, and a release before the first had; forward in time only. */
async function findReinstated(
  reader: Reader,
  { from, to, held }: ReleasesToCompare,
  differing: readonly DifferingConcept[],
): Promise<Set<string>> {
  const earlier = held.filter(
    ({ draft, sample, effectiveFrom }) =>
      !draft && sample === from.sample && effectiveFrom < from.effectiveFrom,
  );
  if (earlier.length === 0 || to.effectiveFrom < from.effectiveFrom) return new Set();
  const added = differing.filter((concept) => concept.from === null).map(({ key }) => key);
  const found = new Set<string>();
  const ids = earlier.map(({ id }) => id);
  await inLanes(inChunks(added), lanes, async (keys) => {
    for (const { key } of await reader.listReleasesHoldingKeys(ids, keys)) found.add(key);
  });
  return found;
}

/** What is known of all differing concepts together. */
interface Surroundings {
  readonly definition: CodeSystemDefinition;
  readonly codeKinds: ReadonlySet<string>;
  readonly reinstated: ReadonlySet<string>;
  readonly forward: boolean;
  readonly chapterOf: ChapterOf;
}

async function toChanges(
  differing: readonly DifferingConcept[],
  { definition, codeKinds, reinstated, forward, chapterOf }: Surroundings,
): Promise<Change[]> {
  const turns = new Turns();
  const heirsOf = findHeirs(differing, definition.placeholder);
  await turns.give();
  const moves = findNoteMoves(differing);
  await turns.give();
  const changes = await turns.map(differing, (concept) =>
    toChange(concept, codeKinds, {
      heirs: heirsOf(concept),
      reinstated: reinstated.has(concept.key),
      forward,
      chapterKey: chapterOf(concept),
      noteMoves: moves.get(concept.key) ?? [],
    }),
  );
  await turns.give();
  return orderChanges(changes.filter((change) => change !== null));
}
