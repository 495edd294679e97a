// The answer to “may this code be sent on this day, and if not, why not?” in a release.
import { lookUpForm, type PlainDate } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { countDescendants } from './concept-family.ts';
import { findConcept } from './find-concept.ts';
import { lookUpAbsent } from './look-up-absent.ts';
import type { FoundCode, LookUpResult } from './look-up-result.ts';
import { lookUpSelectable } from './look-up-selectable.ts';
import { listSeventhCharacters, type SeventhCharacterHere } from './seventh-characters.ts';

/**
 * Looks the code up in the release, then in the others of its code system. Without a day it is the one that the
 * release was chosen for, or the release's first one.
 */
export async function lookUpCode(
  context: GatewayContext,
  release: PinnedRelease,
  asked: string,
  on: PlainDate | null,
): Promise<LookUpResult> {
  const day = on ?? release.selection.date ?? release.row.effectiveFrom;
  const question = { asked, lookUpForm: lookUpForm(asked), on: day };
  const concept = await findConcept(context, release, asked);
  if (!concept) return await lookUpAbsent(context, release, question);
  const content = await context.loaders.contents.load(concept.row.contentId);
  if (content.selectable) return await lookUpSelectable(context, { ...question, concept }, content);
  return await lookUpHeader(context, { ...question, concept });
}

async function lookUpHeader(context: GatewayContext, answer: FoundCode): Promise<LookUpResult> {
  const { release, row } = answer.concept;
  const name = row.code ?? row.key;
  const { version } = release.row;
  const fitting = await listFitting(context, answer.concept);
  if (fitting.length > 0) {
    const characters = fitting.map(({ character }) => character).join(', ');
    const message = `${name} needs a 7th character in release ${version}; these fit: ${characters}.`;
    return { type: 'SeventhCharacterNeeded', ...answer, fitting, message };
  }
  const count = await countDescendants(context, answer.concept, true);
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
