// Carries a list of codes forward, release by release, with the evidence for every step.
import type { PublishedRelease, Reader } from '@codeset/database/read';
import { type CodeSystemDefinition, codeKindsOf, lookUpForm } from '@codeset/terminology';
import {
  type CarriedCode,
  type CarriedList,
  type CarriedStatus,
  type CarriedStep,
  type CodeToCarry,
  type ListedCode,
  summarize,
} from './carried-list.ts';
import { type CodeUnderWay, carryStep, codesByForm, isUsable, type StepOutcome } from './carry-step.ts';
import type { ReleasesToCompare } from './compare-releases.ts';
import type { ContentReader } from './concept-parts.ts';
import { inChunks } from './in-chunks.ts';
import type { Lineage } from './lineage.ts';
import type { ReleaseDiff } from './release-diff.ts';
import { refuseWay } from './releases-to-carry.ts';

/** What is carried, and by what it is led. */
export interface ListToCarry {
  readonly definition: CodeSystemDefinition;
  /** Published releases of the code system that are or were in force, by effective date. */
  readonly held: readonly PublishedRelease[];
  readonly from: PublishedRelease;
  readonly to: PublishedRelease;
  readonly codes: readonly CodeToCarry[];
  readonly lineage: Lineage;
  readonly compare: (asked: ReleasesToCompare) => Promise<ReleaseDiff>;
}

/** BAD_REQUEST where no list leads from the one to the other. */
export async function carryForward(
  reader: Reader,
  contents: ContentReader,
  asked: ListToCarry,
): Promise<CarriedList> {
  const { definition, held, from, to, codes, lineage, compare } = asked;
  refuseWay(from, to);
  const through = releasesBetween(held, from, to);
  const finding = { reader, contents, codeKinds: codeKindsOf(definition) };
  const given = codes.map(({ code }) => code);
  const origins = await codesByForm(finding, from.id, given);
  const ways = codes.map(({ code, count }) => new Way(code, count, origins.get(lookUpForm(code)) ?? null));
  for (const [i, after] of through.entries()) {
    const before = through[i - 1];
    if (!before) continue;
    const diff = await compare({ definition, from: before, to: after, held });
    const underWay = new Map(ways.flatMap((way) => way.current.map((one) => [one.key, one] as const)));
    const outcomes = await carryStep(finding, { diff, lineage }, [...underWay.values()]);
    for (const way of ways) way.go(before, after, outcomes);
  }
  const inOrder = await tabularOrder(reader, to, ways);
  const carried = ways.map((way) => way.end(from, to, lineage, inOrder));
  return {
    from,
    to,
    codes: carried,
    summary: summarize(carried),
    newList: newListOf(carried, inOrder),
    through,
  };
}

function releasesBetween(
  held: readonly PublishedRelease[],
  from: PublishedRelease,
  to: PublishedRelease,
): PublishedRelease[] {
  const [first, last] = [from, to].map((release) => held.findIndex(({ id }) => id === release.id));
  if (first === undefined || last === undefined || first < 0 || last < first) {
    throw new Error(`${from.version} and ${to.version} are not among the releases held, in this order`);
  }
  return held.slice(first, last + 1);
}

/** The way of one code. */
class Way {
  readonly asked: string;
  readonly count: number | null;
  readonly origin: CodeUnderWay | null;
  current: readonly CodeUnderWay[];
  readonly path: CarriedStep[] = [];
  readonly #notices: string[] = [];
  readonly #decisions: string[] = [];

  constructor(asked: string, count: number | null, origin: CodeUnderWay | null) {
    this.asked = asked;
    this.count = count;
    this.origin = origin;
    this.current = origin ? [origin] : [];
  }

  /** Goes one step, noting what happened. */
  go(before: PublishedRelease, after: PublishedRelease, outcomes: ReadonlyMap<string, StepOutcome>): void {
    if (!this.current.some(({ key }) => outcomes.has(key))) return;
    const next = new Map<string, CodeUnderWay>();
    for (const one of this.current) {
      const outcome = outcomes.get(one.key);
      for (const became of outcome?.became ?? [one]) next.set(became.key, became);
      if (outcome) this.#note(before, after, one.code, outcome);
    }
    this.current = [...next.values()];
  }

  #note(before: PublishedRelease, after: PublishedRelease, code: string, outcome: StepOutcome): void {
    const { became, edges, stayed, reworded, reused } = outcome;
    const recoded = stayed && became[0]?.code !== code;
    if (stayed && !reworded && !reused && !recoded && edges.length === 0) return;
    const codes = became.map((one) => one.code);
    this.path.push({ before, after, code, became: codes, edges, reworded, stayed, reused });
    if (reused) {
      this.#decisions.push(`${code} was used again in ${after.version}, for something else.`);
    }
    if (stayed && !recoded && edges.length > 0) {
      const beside = [...new Set(edges.map(({ target }) => target))].join(', ');
      this.#notices.push(
        `A part of what ${code} stood for has codes of its own since ${after.version}: ${beside}.`,
      );
    }
    if (!stayed) this.#decisions.push(...doubtsOf(code, after, outcome));
  }

  /** What became of it. */
  end(
    from: PublishedRelease,
    to: PublishedRelease,
    lineage: Lineage,
    inOrder: (codes: readonly ListedCode[]) => ListedCode[],
  ): CarriedCode {
    const { asked, count, origin, current, path } = this;
    const listed = inOrder(current.map(listedCode));
    const status = this.#status();
    const decisions = [...new Set(this.#decisions)];
    if (status === 'unknown') decisions.push(`${from.version} has no code ${asked}.`);
    if (status === 'ended' && decisions.length === 0)
      decisions.push(`Nothing says what took the place of ${asked}.`);
    if (
      origin &&
      current.length === 1 &&
      origin.headline.selectable &&
      path.length === 0 &&
      !isUsable(origin.headline, to)
    ) {
      decisions.push(`${origin.code} had ended before ${from.version} was in force.`);
    }
    for (const { code, edges } of path)
      if (edges.length > 0) decisions.push(...lineage.contradictionsOf(code));
    if (listed.length > 1) decisions.push(`One of ${listed.length} codes is to be chosen for each case.`);
    return {
      asked,
      count,
      origin: origin && listedCode(origin),
      status,
      into: listed,
      decisions: [...new Set(decisions)],
      notices: [...new Set(this.#notices)],
      path,
    };
  }

  #status(): CarriedStatus {
    const { origin, current, path } = this;
    if (!origin) return 'unknown';
    if (current.length === 0) return 'ended';
    const left = path.filter(({ code, became }) => became.length !== 1 || became[0] !== code);
    if (left.length === 0) return path.some(({ reworded }) => reworded !== null) ? 'reworded' : 'unchanged';
    const bySplit = left.some(
      ({ became, edges }) => became.length > 1 || edges.some(({ relation }) => relation === 'split'),
    );
    return bySplit ? 'subdivided' : 'replaced';
  }
}

/** Why the successors of a code that did not stay are not sure. */
function doubtsOf(code: string, after: PublishedRelease, { became, edges }: StepOutcome): string[] {
  const doubts: string[] = [];
  if (became.length === 0) {
    const named = edges.map(({ target }) => target).join(', ');
    doubts.push(
      named === ''
        ? `${code} ended before ${after.version}, and nothing says what took its place.`
        : `${code} ended before ${after.version}; it refers to ${named}, which is not in that release.`,
    );
  }
  const alike = edges.filter(({ evidence }) => evidence.every(({ source }) => source === 'similarity'));
  for (const { target, evidence } of alike) {
    doubts.push(`Only the likeness of titles (${evidence[0]?.score ?? 0}) leads from ${code} to ${target}.`);
  }
  for (const { target, sourceWith } of edges) {
    if (sourceWith.length === 0) continue;
    const beside = sourceWith.map(({ text }) => text).join(' and ');
    doubts.push(`${target} was coded before with ${code} together with ${beside}.`);
  }
  return doubts;
}

function listedCode({ key, code, headline }: CodeUnderWay): ListedCode {
  return { key, code, display: headline.display };
}

function newListOf(
  carried: readonly CarriedCode[],
  inOrder: (codes: readonly ListedCode[]) => ListedCode[],
): ListedCode[] {
  const sure = carried.filter(({ decisions }) => decisions.length === 0).flatMap(({ into }) => into);
  return inOrder([...new Map(sure.map((one) => [one.key, one])).values()]);
}

/** Sorts codes of the release by their places in it. */
async function tabularOrder(
  reader: Reader,
  release: PublishedRelease,
  ways: readonly Way[],
): Promise<(codes: readonly ListedCode[]) => ListedCode[]> {
  const keys = [...new Set(ways.flatMap(({ current }) => current.map(({ key }) => key)))];
  const positions = new Map<string, number>();
  for (const some of inChunks(keys)) {
    const rows = await reader.listConceptsByKey(release.id, some);
    for (const { key, position } of rows) positions.set(key, position);
  }
  const place = ({ key }: ListedCode) => positions.get(key) ?? 0;
  return (codes) => [...codes].sort((a, b) => place(a) - place(b));
}
