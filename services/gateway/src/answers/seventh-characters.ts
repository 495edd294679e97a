// The 7th characters in force at a concept: its own definitions, or those of the nearest ancestor that has any.
import type { SeventhCharacter } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { ReleaseConcept } from '../pinned-release.ts';
import { findParent, listChildren, listPath } from './concept-family.ts';
import { findNoteSet } from './notes.ts';

/** A 7th character with the concept that defines it and the code that it makes here. */
export interface SeventhCharacterHere extends SeventhCharacter {
  /** The concept whose definitions are in force; null when none of this one or above defines any. */
  readonly definedBy: ReleaseConcept | null;
  /** The concept with this 7th character: a child, or for a code that has its 7th character a sibling or itself. */
  readonly concept: ReleaseConcept | null;
}

/** In the publisher's order; empty when none are in force; null when the release came without its tabular list. */
export async function listSeventhCharacters(
  context: GatewayContext,
  concept: ReleaseConcept,
): Promise<SeventhCharacterHere[] | null> {
  const own = await findNoteSet(context, concept);
  if (own === null) return null;
  const { characters, definedBy } = await findDefinitions(context, concept);
  if (characters.length === 0) return [];
  const base = own.seventhCharacter === null ? concept : await findParent(context, concept);
  const extended = base === null ? [] : await listExtended(context, base);
  return characters.map((character) => ({
    ...character,
    definedBy,
    concept: extended.find((found) => found.character === character.character)?.concept ?? null,
  }));
}

/** The 7th character of this very code; null when it has none or the release came without its tabular list. */
export async function findSeventhCharacter(
  context: GatewayContext,
  concept: ReleaseConcept,
): Promise<SeventhCharacterHere | null> {
  const character = (await findNoteSet(context, concept))?.seventhCharacter;
  if (!character) return null;
  const { definedBy } = await findDefinitions(context, concept);
  return { ...character, definedBy, concept };
}

/** The children that extend the concept by a 7th character, with that character. */
export async function listExtended(
  context: GatewayContext,
  concept: ReleaseConcept,
): Promise<{ readonly character: string; readonly concept: ReleaseConcept }[]> {
  const children = await listChildren(context, concept);
  const noteSets = await Promise.all(children.map((child) => findNoteSet(context, child)));
  return children.flatMap((child, i) => {
    const character = noteSets[i]?.seventhCharacter?.character;
    return character === undefined ? [] : [{ character, concept: child }];
  });
}

async function findDefinitions(
  context: GatewayContext,
  concept: ReleaseConcept,
): Promise<{ characters: readonly SeventhCharacter[]; definedBy: ReleaseConcept | null }> {
  const path = await listPath(context, concept);
  const noteSets = await Promise.all(path.map((above) => findNoteSet(context, above)));
  const nearest = noteSets.findLastIndex((noteSet) => noteSet?.seventhCharacters);
  return { characters: noteSets[nearest]?.seventhCharacters ?? [], definedBy: path[nearest] ?? null };
}
