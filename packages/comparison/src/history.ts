// The history of one concept: what became of it from each held release to the next.
import type { ConceptRow, PublishedRelease, Reader } from '@codeset/database/read';
import { type CodeSystemDefinition, type ComparisonScope, codeKindsOf } from '@codeset/terminology';
import { comparedParts, comparisonScope } from './compared-parts.ts';
import { type ContentReader, readParts } from './concept-parts.ts';
import { type DifferingLine, headlineOf, withContents } from './differing-concepts.ts';
import { inChunks } from './in-chunks.ts';
import { listSelectableBelow } from './list-selectable-below.ts';
import type { Change } from './release-diff.ts';
import { type Differing, findHeirs } from './subdivisions.ts';
import { toChange } from './to-change.ts';
import { Turns } from './turns.ts';

/** Whose history is told. */
export interface ConceptToFollow {
  readonly definition: CodeSystemDefinition;
  /** Published releases of the code system that are or were in force, by effective date. */
  readonly held: readonly PublishedRelease[];
  readonly key: string;
}

/** One step of a history. */
export interface HistoryEvent {
  /** The release before; null at the first release that is held, of which nobody knows what was before. */
  readonly from: PublishedRelease | null;
  /** The release that shows it. */
  readonly to: PublishedRelease;
  /** Null where the concept is in the first release that is held: when it came is not known. */
  readonly change: Change | null;
  /** What the details of the change leave out. */
  readonly scope: ComparisonScope;
}

/** The events in the order of time; none for a concept that no release has. */
export async function historyOf(
  reader: Reader,
  contents: ContentReader,
  { definition, held, key }: ConceptToFollow,
): Promise<HistoryEvent[]> {
  const codeKinds = codeKindsOf(definition);
  const found = await reader.listConceptsByKeyInReleases(
    held.map(({ id }) => id),
    [key],
  );
  const rowIn = (release: PublishedRelease) =>
    found.find(({ releaseId }) => releaseId === release.id) ?? null;
  const events: HistoryEvent[] = [];
  let seen = false;
  for (const [i, to] of held.entries()) {
    const from = held[i - 1];
    const [before, after] = [from ? rowIn(from) : null, rowIn(to)];
    if (!from) {
      if (after) events.push({ from: null, to, change: null, scope: wholeScope(definition) });
    } else if (before || after) {
      const step = { from, to, line: { from: before, to: after, moved: hasMoved(before, after) } };
      const scope = await scopeOf(reader, definition, step);
      const change = await changeOf(reader, contents, {
        definition,
        codeKinds,
        scope,
        step,
        reinstated: seen,
      });
      if (change) events.push({ from, to, change, scope });
    }
    seen ||= after !== null;
  }
  return events;
}

interface Step {
  readonly from: PublishedRelease;
  readonly to: PublishedRelease;
  readonly line: DifferingLine;
}

interface StepToTell {
  readonly definition: CodeSystemDefinition;
  readonly codeKinds: ReadonlySet<string>;
  readonly scope: ComparisonScope;
  readonly step: Step;
  /** An earlier release had it. */
  readonly reinstated: boolean;
}

async function changeOf(
  reader: Reader,
  contents: ContentReader,
  { definition, codeKinds, scope, step, reinstated }: StepToTell,
): Promise<Change | null> {
  const { line } = step;
  if (line.from && line.to && !mayDiffer(line.from, line.to) && !line.moved) return null;
  const found = await readParts(
    contents,
    [line.from, line.to].filter((row) => row !== null),
  );
  const headline = (row: ConceptRow | null) => {
    const parts = row && found.get(row);
    return parts ? headlineOf(parts) : null;
  };
  const headed = { ...line, before: headline(line.from), after: headline(line.to) };
  const [concept] = await withContents({ contents, scope, movingNotes: false, turns: new Turns() }, [headed]);
  if (!concept) return null;
  const lost = concept.before?.selectable === true && concept.after?.selectable !== true;
  const heirs = lost ? await heirsOf(reader, contents, definition, step) : [];
  return toChange(concept, codeKinds, {
    heirs,
    reinstated: reinstated && line.from === null,
    forward: true,
    chapterKey: null,
    noteMoves: [],
  });
}

/** Whether the pointers of parts that both releases came with differ, or the code does. */
function mayDiffer(from: ConceptRow, to: ConceptRow): boolean {
  const differ = (a: number | null, b: number | null) => a !== null && b !== null && a !== b;
  return (
    from.code !== to.code ||
    differ(from.contentId, to.contentId) ||
    differ(from.noteSetId, to.noteSetId) ||
    differ(from.propertySetId, to.propertySetId) ||
    differ(from.designationSetId, to.designationSetId)
  );
}

/** To be a root is no place that one release can be held to, since it may have come without groupings. */
function hasMoved(from: ConceptRow | null, to: ConceptRow | null): boolean {
  if (!from?.parentKey || !to?.parentKey) return false;
  return from.parentKey !== to.parentKey;
}

async function scopeOf(reader: Reader, definition: CodeSystemDefinition, { from, to, line }: Step) {
  const parts = comparedParts(from, to);
  const translated = line.from?.designationSetId != null && line.to?.designationSetId != null;
  const texts = translated ? await reader.listFrontMatters([from.id, to.id]) : [];
  const languagesOf = ({ id }: PublishedRelease) =>
    texts.find(({ releaseId }) => releaseId === id)?.frontMatter.translations ?? [];
  return comparisonScope(definition, parts, { from: languagesOf(from), to: languagesOf(to) });
}

function wholeScope({ language }: CodeSystemDefinition): ComparisonScope {
  return { language, unknownProperties: new Set(), unknownLanguages: new Set() };
}

/** The new codes below it, or below what it stood under where it is gone. */
async function heirsOf(
  reader: Reader,
  contents: ContentReader,
  definition: CodeSystemDefinition,
  { from, to, line }: Step,
): Promise<readonly string[]> {
  if (!line.to && !definition.placeholder) return []; // what is gone has heirs only in the places of its placeholder
  const anchor = line.to ?? (line.from && (await nearestLeft(reader, from.id, to.id, line.from)));
  if (!anchor || !line.from) return [];
  const below = await listSelectableBelow(reader, to.id, anchor);
  const earlier: ConceptRow[] = [];
  for (const some of inChunks(below.map(({ key }) => key))) {
    earlier.push(...(await reader.listConceptsByKey(from.id, some)));
  }
  const earlierOf = new Map(earlier.map((row) => [row.key, row]));
  const rows = [...below, ...earlier, line.from, ...(line.to ? [line.to] : [])];
  const parts = await readParts(contents, rows);
  const headline = (row: ConceptRow | null | undefined) => (row && parts.get(row)?.content) ?? null;
  const differing: Differing[] = below.map((row) => {
    const before = earlierOf.get(row.key) ?? null;
    return { key: row.key, from: before, to: row, before: headline(before), after: headline(row) };
  });
  const asked = { key: line.from.key, ...line, before: headline(line.from), after: headline(line.to) };
  return findHeirs([...differing, asked], definition.placeholder)(asked);
}

/** The nearest concept above it in the first release that the second still has. */
async function nearestLeft(
  reader: Reader,
  fromId: number,
  toId: number,
  row: ConceptRow,
): Promise<ConceptRow | null> {
  const above = (await reader.listAncestors(fromId, [row.position])).filter(({ key }) => key !== row.key);
  const left = await reader.listConceptsByKey(
    toId,
    above.map(({ key }) => key),
  );
  return above.reduce<ConceptRow | null>(
    (nearest, { key }) => left.find((candidate) => candidate.key === key) ?? nearest,
    null,
  );
}
