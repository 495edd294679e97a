// One step of carrying codes: what each code of a release is in the next one.
import type { Headline, PublishedRelease, Reader } from '@codeset/database/read';
import { lookUpForm } from '@codeset/terminology';
import { type ContentReader, readParts } from './concept-parts.ts';
import { headlineOf } from './differing-concepts.ts';
import { inChunks } from './in-chunks.ts';
import type { Lineage, LineageEdge } from './lineage.ts';
import type { Change, ReleaseDiff } from './release-diff.ts';

/** A code in one release, on its way. */
export interface CodeUnderWay {
  readonly key: string;
  readonly code: string;
  /** The code in its look-up form. */
  readonly form: string;
  /** Its place in the release in which it was last seen to change. */
  readonly position: number;
  /** Last position below it in that release. */
  readonly subtreeEnd: number;
  readonly headline: Headline;
}

/** What a code is in the next release. */
export interface StepOutcome {
  readonly became: readonly CodeUnderWay[];
  /** What was taken to lead there, or away from a code that stayed. */
  readonly edges: readonly LineageEdge[];
  readonly stayed: boolean;
  readonly reworded: { readonly before: string; readonly after: string } | null;
  /** The same string has another meaning since. */
  readonly reused: boolean;
}

/** What is known of a step. */
export interface StepToCarry {
  readonly diff: ReleaseDiff;
  readonly lineage: Lineage;
}

/** The outcome of each code of the release before, by its key; none for a code to which nothing happened. */
export async function carryStep(
  finding: CodesToFind,
  { diff, lineage }: StepToCarry,
  codes: readonly CodeUnderWay[],
): Promise<Map<string, StepOutcome>> {
  const changes = new Map(diff.changes.map((change) => [change.key, change]));
  const ranges = await rangesOf(finding, { diff, lineage });
  const outcomes = new Map<string, StepOutcome>();
  const leaving = new Map<CodeUnderWay, LineageEdge[]>();
  for (const one of codes) {
    const change = changes.get(one.key);
    const all = lineage.successorsOfForm(one.form);
    // Most codes of a long list: nothing changed, nothing is said, and they may still be coded with.
    if (!change && all.length === 0 && (!one.headline.selectable || isUsable(one.headline, diff.to)))
      continue;
    const edges = all.filter(({ after }) => after?.id === diff.to.id);
    const staying = stayOf(one, change, diff.to);
    if (staying) outcomes.set(one.key, { ...staying, edges });
    else
      leaving.set(
        one,
        best(leadingOn(change?.from ?? one, edges, ranges) ?? all.filter((edge) => isDated(edge, diff.to))),
      );
  }
  const named = [...leaving.values()].flat().map(({ target }) => target);
  const targets = await codesByForm(finding, diff.to.id, named);
  for (const [{ key }, edges] of leaving) {
    const became = edges.flatMap(({ target }) => targets.get(lookUpForm(target)) ?? []);
    outcomes.set(key, { became: distinct(became), edges, stayed: false, reworded: null, reused: false });
  }
  return outcomes;
}

/** What is said of the code at this step; null where nothing is: an end can be told afterwards, dated before. */
function leadingOn(
  { position }: { readonly position: number },
  edges: readonly LineageEdge[],
  ranges: readonly RangeOfStep[],
): readonly LineageEdge[] | null {
  const covering = ranges.filter(({ first, last }) => position >= first && position <= last);
  const found = [...edges, ...covering.map(({ edge }) => edge)];
  return found.length > 0 ? found : null;
}

/** A range of codes that leads on at this step, by its places in the release before. */
interface RangeOfStep {
  readonly edge: LineageEdge;
  readonly first: number;
  readonly last: number;
}

async function rangesOf(finding: CodesToFind, { diff, lineage }: StepToCarry): Promise<RangeOfStep[]> {
  const edges = lineage.ranges.filter(
    ({ before, after }) => before?.id === diff.from.id && after?.id === diff.to.id,
  );
  const ends = edges.flatMap(({ source }) => [source.from, source.to ?? source.from]);
  const found = await codesByForm(finding, diff.from.id, ends);
  return edges.flatMap((edge): RangeOfStep[] => {
    const first = found.get(lookUpForm(edge.source.from));
    const last = found.get(lookUpForm(edge.source.to ?? edge.source.from));
    return first && last ? [{ edge, first: first.position, last: last.subtreeEnd }] : [];
  });
}

/** Whether it happened by the first day of the release. */
function isDated({ after }: LineageEdge, release: PublishedRelease): boolean {
  return after !== null && after.effectiveFrom <= release.effectiveFrom;
}

/** Null where the code can no longer be used as it was: gone, a header, or past its last day. */
function stayOf(
  one: CodeUnderWay,
  change: Change | undefined,
  to: PublishedRelease,
): Omit<StepOutcome, 'edges'> | null {
  const headline = change ? change.after : one.headline;
  if (!headline || (one.headline.selectable && !isUsable(headline, to))) return null;
  const reworded = headline.display !== one.headline.display;
  const next = {
    key: one.key,
    code: change?.to?.code ?? one.code,
    form: change?.to?.code ? lookUpForm(change.to.code) : one.form,
    position: change?.to?.position ?? one.position,
    subtreeEnd: change?.to?.subtreeEnd ?? one.subtreeEnd,
    headline,
  };
  return {
    became: [next],
    stayed: true,
    reworded: reworded ? { before: one.headline.display, after: headline.display } : null,
    reused:
      headline.effectiveFrom !== one.headline.effectiveFrom &&
      (change?.kinds.includes('reinstated') ?? false),
  };
}

/** May be coded with on the first day of the release. */
export function isUsable({ selectable, effectiveTo }: Headline, release: PublishedRelease): boolean {
  return selectable && (effectiveTo === null || effectiveTo >= release.effectiveFrom);
}

/** Likeness of titles counts only where nothing else leads on. */
function best(edges: readonly LineageEdge[]): LineageEdge[] {
  const founded = edges.filter(({ evidence }) => evidence.some(({ source }) => source !== 'similarity'));
  return founded.length > 0 ? founded : [...edges];
}

function distinct(codes: readonly CodeUnderWay[]): CodeUnderWay[] {
  return [...new Map(codes.map((one) => [one.key, one])).values()];
}

/** What is known of a code system where codes are looked for. */
export interface CodesToFind {
  readonly reader: Reader;
  readonly contents: ContentReader;
  /** Kinds of concepts that are codes. */
  readonly codeKinds: ReadonlySet<string>;
}

/** The codes of a release by look-up form; groupings, and what it has not, are left out. */
export async function codesByForm(
  { reader, contents, codeKinds }: CodesToFind,
  releaseId: number,
  texts: readonly string[],
): Promise<Map<string, CodeUnderWay>> {
  const found = new Map<string, CodeUnderWay>();
  for (const forms of inChunks([...new Set(texts.map(lookUpForm))])) {
    const rows = await reader.listConceptsByLookUp(releaseId, forms);
    const parts = await readParts(contents, rows);
    for (const row of rows) {
      const read = parts.get(row);
      if (!read || row.code === null || !codeKinds.has(read.content.kind)) continue;
      const { key, code, lookUpForm: form, position, subtreeEnd } = row;
      found.set(form, { key, code, form, position, subtreeEnd, headline: headlineOf(read) });
    }
  }
  return found;
}
