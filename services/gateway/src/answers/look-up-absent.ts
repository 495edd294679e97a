// What is said of a code that a release has not: which other releases have it, and which code is nearest.
import { identifierKey } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { isCode } from './code-or-grouping.ts';
import { findConcept } from './find-concept.ts';
import type { LookUpQuestion, LookUpResult } from './look-up-result.ts';
import { findInOtherReleases, type OtherReleases } from './other-releases.ts';

/** In other releases, or in none. */
export async function lookUpAbsent(
  context: GatewayContext,
  release: PinnedRelease,
  question: LookUpQuestion,
): Promise<LookUpResult> {
  const others = await findInOtherReleases(context, release, question.asked, question.on);
  if (others) {
    const message = whereAndWhy(release, others, question);
    return { type: 'CodeInOtherReleases', ...question, ...others, message };
  }
  const nearest = await findNearest(context, release, question);
  const hint = nearest ? ` The nearest code that there is: ${nameOf(nearest)}.` : '';
  const drafts = release.held.some(({ draft }) => draft) ? ', drafts apart' : '';
  const message = `${question.asked.trim()} is in no published release of ${release.row.codeSystem}${drafts}.${hint}`;
  return { type: 'UnknownCode', ...question, nearest, message };
}

const wording = {
  EARLIER: 'earlier ones',
  LATER: 'later ones',
  EARLIER_AND_LATER: 'earlier and later ones',
} as const;

function whereAndWhy(release: PinnedRelease, others: OtherReleases, { on }: LookUpQuestion): string {
  const versions = others.releases.map(({ row }) => row.version).join(', ');
  const where = `${nameOf(others.concept)} is not in release ${release.row.version}, but in ${wording[others.standing]}: ${versions}.`;
  const now = others.recodedAs ? [`The same entity is here as ${nameOf(others.recodedAs)}.`] : [];
  return [where, whyAbsent(others, on), ...now].join(' ');
}

function whyAbsent({ absence, effectiveTo, releases }: OtherReleases, on: string): string {
  switch (absence) {
    case 'NOT_YET':
      return `The first of them is effective from ${releases[0]?.row.effectiveFrom}.`;
    case 'TERMINATED':
      return `It was terminated: its last day was ${effectiveTo}, before ${on}.`;
    case 'WITHOUT_TERMINATION':
      return effectiveTo === null
        ? 'It was left out without being given a last day.'
        : `It was left out without being terminated: the last day that it was given, ${effectiveTo}, is not before ${on}.`;
  }
}

/** Looks for all beginnings of the code at once, in one statement; groupings such as chapter 1 are not meant. */
async function findNearest(
  context: GatewayContext,
  release: PinnedRelease,
  { asked, lookUpForm: form }: LookUpQuestion,
): Promise<ReleaseConcept | null> {
  if (identifierKey(release.row.identifierForms, asked) !== null) return null;
  const lengths = Array.from({ length: Math.min(form.length, longestCode) }, (_, i) => i + 1);
  const found = await Promise.all(
    lengths.map((length) => findConcept(context, release, form.slice(0, length))),
  );
  for (const concept of found.reverse()) {
    if (concept && (await isCode(context, concept))) return concept;
  }
  return null;
}

/** Longer texts are no codes; their ends are not looked at. */
const longestCode = 20;

function nameOf({ row }: ReleaseConcept): string {
  return row.code ?? row.key;
}
