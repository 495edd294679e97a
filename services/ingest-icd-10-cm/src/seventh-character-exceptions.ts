// Notes that take 7th characters away again: “7th characters D and S do not apply to codes in category S06 with 6th
// character 7 - …, or 8 - …” (S06, since 2021). Without them the tabular list would give codes that don't exist.
import { undotted } from './code-form.ts';

/** 7th characters that don't apply to the codes under `prefix` with one of `values` at `position`. */
export interface SeventhCharacterException {
  readonly characters: readonly string[];
  /** Category or longer, without the point. */
  readonly prefix: string;
  /** 1 to 6. */
  readonly position: number;
  readonly values: readonly string[];
}

const form =
  /7th characters? (.+?) (?:do|does) not apply to codes? in (?:sub)?categor(?:y|ies) ([A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]+)?)(?:\.?-)? with (\d)(?:st|nd|rd|th) characters? (.+)$/s;

/** Reads a note; null when it says nothing of the kind. */
export function readException(note: string): SeventhCharacterException | null {
  const match = form.exec(note);
  if (!match) return null;
  const [, characters = '', code = '', position = '', rest = ''] = match;
  return {
    characters: singleCharacters(characters),
    prefix: undotted(code),
    position: Number(position),
    values: valuesOf(rest),
  };
}

/** True when one of the exceptions takes `character` from the code. */
export function isExcepted(
  code: string,
  character: string,
  exceptions: readonly SeventhCharacterException[],
): boolean {
  return exceptions.some(
    ({ characters, prefix, position, values }) =>
      characters.includes(character) && code.startsWith(prefix) && values.includes(code.charAt(position - 1)),
  );
}

/** `D and S` → D, S. */
function singleCharacters(text: string): string[] {
  return text.match(/(?<![0-9A-Za-z])[0-9A-Z](?![0-9A-Za-z])/g) ?? [];
}

/** The values in `7 - death due to …, or 8 - death …`, or in a plain `7 or 8`: those that open a part of the list. */
function valuesOf(text: string): string[] {
  return [
    ...text.matchAll(/(?:^|,|\bor|\band)\s*(?:or |and )?([0-9A-Z])(?=\s*(?:-|–|,|\.|$|or\b|and\b))/g),
  ].map(([, value]) => value ?? '');
}
