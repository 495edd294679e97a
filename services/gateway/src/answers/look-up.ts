// The answer to “may this code be sent, and if not, why not?” in a release.
import { lookUpForm } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { countDescendants } from './concept-family.ts';
import { findConcept, isCode } from './find-concept.ts';
import { findInOtherReleases, type OtherReleases } from './other-releases.ts';
import { listSeventhCharacters, type SeventhCharacterHere } from './seventh-characters.ts';

/** What every answer has. */
interface LookUpAnswer {
  /** The code as the client wrote it. */
  readonly asked: string;
  readonly lookUpForm: string;
  /** The answer in one sentence. */
  readonly message: string;
}

export interface SelectableCode extends LookUpAnswer {
  readonly type: 'SelectableCode';
  readonly concept: ReleaseConcept;
}

export interface HeaderCode extends LookUpAnswer {
  readonly type: 'HeaderCode';
  readonly concept: ReleaseConcept;
}

export interface SeventhCharacterNeeded extends LookUpAnswer {
  readonly type: 'SeventhCharacterNeeded';
  readonly concept: ReleaseConcept;
  readonly fitting: readonly SeventhCharacterHere[];
}

export interface CodeInOtherReleases extends LookUpAnswer, OtherReleases {
  readonly type: 'CodeInOtherReleases';
}

export interface UnknownCode extends LookUpAnswer {
  readonly type: 'UnknownCode';
  /** The concept with the longest code that the asked one begins with; null when there is none. */
  readonly nearest: ReleaseConcept | null;
}

export type LookUpResult =
  | SelectableCode
  | HeaderCode
  | SeventhCharacterNeeded
  | CodeInOtherReleases
  | UnknownCode;

/** Looks the code up in the release, then in the others of its code system. */
export async function lookUpCode(
  context: GatewayContext,
  release: PinnedRelease,
  asked: string,
): Promise<LookUpResult> {
  const concept = await findConcept(context, release, asked);
  return concept ? await lookUpFound(context, concept, asked) : await lookUpAbsent(context, release, asked);
}

async function lookUpFound(
  context: GatewayContext,
  concept: ReleaseConcept,
  asked: string,
): Promise<LookUpResult> {
  const { code, key, contentId } = concept.row;
  const name = code ?? key;
  const { version } = concept.release.row;
  const answer = { asked, lookUpForm: lookUpForm(asked), concept };
  if ((await context.loaders.contents.load(contentId)).selectable) {
    return { type: 'SelectableCode', ...answer, message: `${name} may be coded with in release ${version}.` };
  }
  const fitting = await listFitting(context, concept);
  if (fitting.length > 0) {
    const characters = fitting.map(({ character }) => character).join(', ');
    const message = `${name} needs a 7th character in release ${version}; these fit: ${characters}.`;
    return { type: 'SeventhCharacterNeeded', ...answer, fitting, message };
  }
  const count = await countDescendants(context, concept, true);
  const message = `${name} is a header in release ${version}; selectable codes below it: ${count}.`;
  return { type: 'HeaderCode', ...answer, message };
}

/** The 7th characters that make a selectable code of this one; empty where children go on in another way. */
async function listFitting(
  context: GatewayContext,
  concept: ReleaseConcept,
): Promise<readonly SeventhCharacterHere[]> {
  const characters = (await listSeventhCharacters(context, concept)) ?? [];
  return characters.filter((character) => character.concept !== null);
}

async function lookUpAbsent(
  context: GatewayContext,
  release: PinnedRelease,
  asked: string,
): Promise<LookUpResult> {
  const { codeSystem, version } = release.row;
  const answer = { asked, lookUpForm: lookUpForm(asked) };
  const others = await findInOtherReleases(context, release, asked);
  if (others) {
    const versions = others.releases.map(({ row }) => row.version).join(', ');
    const code = others.concept.row.code ?? others.concept.row.key;
    const message = `${code} is not in release ${version}, but in ${wording[others.standing]}: ${versions}.`;
    return { type: 'CodeInOtherReleases', ...answer, ...others, message };
  }
  const nearest = await findNearest(context, release, asked);
  const hint = nearest ? ` The nearest code that there is: ${nearest.row.code ?? nearest.row.key}.` : '';
  const message = `${asked.trim()} is in no published release of ${codeSystem}.${hint}`;
  return { type: 'UnknownCode', ...answer, nearest, message };
}

const wording = {
  EARLIER: 'earlier ones',
  LATER: 'later ones',
  EARLIER_AND_LATER: 'earlier and later ones',
} as const;

/** Looks for all beginnings of the code at once, in one statement; groupings such as chapter 1 are not meant. */
async function findNearest(
  context: GatewayContext,
  release: PinnedRelease,
  asked: string,
): Promise<ReleaseConcept | null> {
  const form = lookUpForm(asked);
  const beginnings = Array.from({ length: Math.min(form.length, longestCode) }, (_, i) =>
    form.slice(0, i + 1),
  );
  const found = await Promise.all(beginnings.map((beginning) => findConcept(context, release, beginning)));
  return found.findLast((concept) => concept !== null && isCode(concept.row)) ?? null;
}

/** Longer texts are no codes; their ends are not looked at. */
const longestCode = 20;
