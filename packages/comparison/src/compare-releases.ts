// Compares two releases: differing lines from the database, their contents in batches, kinds from both.
import type { ConceptRow, DifferenceRow, PublishedRelease, Reader } from '@codeset/database/read';
import {
  type CodeSystemDefinition,
  type ComparisonScope,
  type ConceptDifference,
  type ConceptParts,
  compareConcepts,
  type Note,
} from '@codeset/terminology';
import { comparedParts, comparisonScope } from './compared-parts.ts';
import { type ContentReader, contentReader, readParts } from './concept-parts.ts';
import { kindsOfChange } from './kinds-of-change.ts';
import { findNoteMoves, type MovingNote } from './note-moves.ts';
import { orderChanges } from './order-changes.ts';
import type { Change, Headline, ReleaseDiff } from './release-diff.ts';
import { mergeChapters, type ReleaseRoots, readRoots } from './release-roots.ts';
import { findHeirs } from './subdivisions.ts';

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
  const codeKinds = new Set(definition.kinds.filter(({ isCode }) => isCode).map(({ code }) => code));
  const [fromRoots, toRoots, [oldTexts], [newTexts]] = await Promise.all([
    readRoots(reader, from.id, codeKinds),
    readRoots(reader, to.id, codeKinds),
    reader.listFrontMatters([from.id]),
    reader.listFrontMatters([to.id]),
  ]);
  const roots = { from: fromRoots, to: toRoots };
  const languages = {
    from: oldTexts?.frontMatter.translations ?? [],
    to: newTexts?.frontMatter.translations ?? [],
  };
  const parts = comparedParts(from, to, roots);
  const scope = comparisonScope(definition, parts, languages);
  const compared = { codeKinds, roots, scope, groupings: parts.groupings };
  const differing = await readDiffering(reader, from.id, to.id, compared);
  const reinstated = await findReinstated(reader, asked, differing);
  const changes = toChanges(differing, { definition, reinstated, ...compared });
  return { from, to, changes, parts, chapters: mergeChapters(fromRoots, toRoots), scope, codeKinds };
}

interface Compared {
  readonly codeKinds: ReadonlySet<string>;
  readonly roots: { readonly from: ReleaseRoots; readonly to: ReleaseRoots };
  readonly scope: ComparisonScope;
  readonly groupings: boolean;
}

/** A concept's line in either list; null where it is not there. */
interface DifferingLine {
  readonly from: ConceptRow | null;
  readonly to: ConceptRow | null;
  /** It stands under another parent. */
  readonly moved: boolean;
}

/** A line that differs, with what its contents say. */
export interface DifferingConcept extends DifferingLine {
  readonly key: string;
  readonly before: DatedHeadline | null;
  readonly after: DatedHeadline | null;
  /** Null for a concept that is in one release only. */
  readonly difference:
    | (Pick<ConceptDifference, 'rewordings' | 'fieldChanges'> & { readonly notes: number })
    | null;
  readonly left: readonly MovingNote[];
  readonly came: readonly MovingNote[];
}

export interface DatedHeadline extends Headline {
  readonly effectiveTo: string | null;
}

/** Concepts whose contents are read at a time, so that no step keeps the process for long. */
const batchSize = 1_000;

async function readDiffering(
  reader: Reader,
  fromId: number,
  toId: number,
  { codeKinds, scope, groupings }: Compared,
): Promise<DifferingConcept[]> {
  const contents = contentReader(reader);
  const differing: DifferingConcept[] = [];
  const found = await reader.listDifferences({ fromId, toId, compareRoots: groupings });
  const batches = Array.from({ length: Math.ceil(found.length / batchSize) }, (_none, i) =>
    found.slice(i * batchSize, (i + 1) * batchSize),
  );
  const readBatch = async (batch: readonly DifferenceRow[]) => {
    const lines = await readLines(reader, { fromId, toId }, batch);
    return await withContents(contents, lines, scope);
  };
  // Two at a time: while one is compared, the database answers the other.
  for (let i = 0; i < batches.length; i += 2) {
    const read = await Promise.all(batches.slice(i, i + 2).map(readBatch));
    for (const concept of read.flat()) {
      if (groupings || isOfCode(concept, codeKinds)) differing.push(concept);
    }
  }
  return differing;
}

async function readLines(
  reader: Reader,
  { fromId, toId }: { readonly fromId: number; readonly toId: number },
  found: readonly DifferenceRow[],
): Promise<DifferingLine[]> {
  const read = async (id: number, positions: readonly (number | null)[]) => {
    const rows = await reader.listConceptsAt(
      id,
      positions.flatMap((position) => position ?? []),
    );
    const byPosition = new Map(rows.map((row) => [row.position, row]));
    return (position: number | null) => (position === null ? null : (byPosition.get(position) ?? null));
  };
  const [inFrom, inTo] = await Promise.all([
    read(
      fromId,
      found.map(({ fromPosition }) => fromPosition),
    ),
    read(
      toId,
      found.map(({ toPosition }) => toPosition),
    ),
  ]);
  return found.map(({ fromPosition, toPosition, moved }) => ({
    from: inFrom(fromPosition),
    to: inTo(toPosition),
    moved,
  }));
}

/** A release without groupings is not said to have lost those of the other. */
function isOfCode({ before, after }: DifferingConcept, codeKinds: ReadonlySet<string>): boolean {
  return [before, after].some((headline) => headline !== null && codeKinds.has(headline.kind));
}

async function withContents(
  contents: ContentReader,
  rows: readonly DifferingLine[],
  scope: ComparisonScope,
): Promise<DifferingConcept[]> {
  const wanted = new Map<ConceptRow, { notes: boolean; properties: boolean; designations: boolean }>();
  for (const { from, to } of rows) {
    const differs = (idOf: (row: ConceptRow) => number | null) =>
      from === null || to === null || (idOf(from) !== null && idOf(to) !== null && idOf(from) !== idOf(to));
    const parts = {
      notes: differs(({ noteSetId }) => noteSetId),
      properties: differs(({ propertySetId }) => propertySetId) && from !== null && to !== null,
      designations: differs(({ designationSetId }) => designationSetId) && from !== null && to !== null,
    };
    for (const row of [from, to]) if (row) wanted.set(row, parts);
  }
  const none = { notes: false, properties: false, designations: false };
  const parts = await readParts(contents, [...wanted.keys()], (row) => wanted.get(row) ?? none);
  return rows.map((row) => differingConcept(row, parts, scope));
}

function differingConcept(
  row: DifferingLine,
  parts: ReadonlyMap<ConceptRow, ConceptParts>,
  scope: ComparisonScope,
): DifferingConcept {
  const [before, after] = [row.from, row.to].map((side) => (side ? (parts.get(side) ?? null) : null));
  const difference = before && after ? compareConcepts(before, after, scope) : null;
  const noted = difference?.noteChanges ?? [];
  const moving = (notes: readonly Note[] | undefined) =>
    (notes ?? []).map(({ kind, text }): MovingNote => ({ kind, text }));
  const changed = (text: 'before' | 'after') =>
    noted.flatMap((note) => (note[text] === null ? [] : [{ kind: note.kind, text: note[text] }]));
  return {
    ...row,
    key: row.to?.key ?? row.from?.key ?? '',
    before: before ? headlineOf(before) : null,
    after: after ? headlineOf(after) : null,
    difference: difference && {
      rewordings: difference.rewordings,
      fieldChanges: difference.fieldChanges,
      notes: noted.length,
    },
    left: difference ? changed('before') : moving(before?.noteSet?.notes),
    came: difference ? changed('after') : moving(after?.noteSet?.notes),
  };
}

function headlineOf({ content }: ConceptParts): DatedHeadline {
  const { kind, display, selectable, effectiveTo } = content;
  return { kind, display, selectable, effectiveTo };
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
  for (let start = 0; start < added.length; start += 1_000) {
    const keys = added.slice(start, start + 1_000);
    const ids = earlier.map(({ id }) => id);
    for (const { key } of await reader.listReleasesHoldingKeys(ids, keys)) found.add(key);
  }
  return found;
}

function toChanges(
  differing: readonly DifferingConcept[],
  {
    definition,
    reinstated,
    roots,
    codeKinds,
  }: Compared & { readonly definition: CodeSystemDefinition; readonly reinstated: ReadonlySet<string> },
): Change[] {
  const heirs = findHeirs(differing, definition.placeholder);
  const moves = findNoteMoves(differing);
  const changes = differing.flatMap((concept): Change[] => {
    const { key, from, to, before, after } = concept;
    const kinds = kindsOfChange(concept, {
      heirs: heirs.has(key),
      reinstated: reinstated.has(key),
      isCode: isOfCode(concept, codeKinds),
    });
    if (kinds.length === 0) return [];
    const chapterKey = (to && roots.to.chapterOf(to)) ?? (from && roots.from.chapterOf(from)) ?? null;
    return [
      {
        key,
        from,
        to,
        kinds,
        before: before && { kind: before.kind, display: before.display, selectable: before.selectable },
        after: after && { kind: after.kind, display: after.display, selectable: after.selectable },
        chapterKey,
        cosmetic:
          kinds.length === 1 &&
          kinds[0] === 'reworded' &&
          (concept.difference?.rewordings ?? []).every(({ cosmetic }) => cosmetic),
        heirs: heirs.get(key) ?? [],
        noteMoves: moves.get(key) ?? [],
      },
    ];
  });
  return orderChanges(changes);
}
