// The codes and ranges that a note names, in parentheses and in running text: found with care, kept where they exist.
import type { NoteLink } from '@codeset/terminology';

const code = '[A-Z][0-9][0-9A-Z](?:\\.[0-9A-Z]{1,4})?';
const end = '(?![0-9A-Za-z])';
const dash = '(?:\\.?-)';
const connector = '(?:\\s?[-–]\\s?|\\s+(?:to|through|thru)\\s+)';

/**
 * A code, alone or as the start of a range, with the dashes that say “and what is below”: `Z16.-`, `Q67.0-Q67.4`,
 * `M05.- -M06.-`, `O00 to O08`, `O34.-O35.-`.
 */
const linkForm = new RegExp(
  `(?<![0-9A-Za-z.])(${code})${end}(?:(${dash}?)${connector}(${code})${end}(${dash}(?!\\s?${code}))?|(\\.-)(${code})${end}(${dash})?|(${dash}))?`,
  'g',
);

/** Words that may stand before a category named in running text, outside parentheses and without a dash. */
const cue =
  /(?:\b(?:in|to|from|and|or|except|under|with|by|as|see|use|of|for|code|codes|code\(s\)|category|categories|subcategory|subcategories|block|blocks|chapter|classify|than)|[,;:–-])\s*$/i;

/** Words after which a letter with two digits is something else: vitamin B12, the gene's type LGMD R12. */
const falseFriend = /\b(?:vitamin|LGMD|type|stage|factor|level)\s*$/i;

/** A link as the text has it, before anyone looked whether the codes exist; in order of appearance. */
export function findLinks(text: string): NoteLink[] {
  if (!/[A-Z][0-9]/.test(text)) return [];
  const links: NoteLink[] = [];
  for (const match of text.matchAll(linkForm)) {
    const [whole, from = '', , rangeTo, rangeDash, , joinedTo, joinedDash, single] = match;
    const to = rangeTo ?? joinedTo ?? null;
    if (isBareCategory(from, to, single) && !isCued(text, match.index)) continue;
    const below = to === null ? single !== undefined : (rangeDash ?? joinedDash) !== undefined;
    links.push({ text: whole, from, to, below });
  }
  return links;
}

/** The release's codes, as far as links need them. */
export interface LinkTargets {
  /** True for a dotted code of the release, or one that codes of the release begin with. */
  exists(code: string): boolean;
}

/**
 * True when a link leads somewhere: its code exists; of a range the first exists and the last, which may be a gap in
 * the list (I60-I64), doesn't come before it (T63.81-R63.83, mistyped).
 */
export function leadsSomewhere({ from, to }: NoteLink, targets: LinkTargets): boolean {
  return targets.exists(from) && (to === null || targets.exists(to) || to.slice(0, 3) >= from.slice(0, 3));
}

/** Three characters in running text may be anything: `B12`, `R12`, `H1N`. */
function isBareCategory(from: string, to: string | null, single: string | undefined): boolean {
  return from.length === 3 && to === null && single === undefined;
}

function isCued(text: string, at: number): boolean {
  const before = text.slice(0, at);
  if (falseFriend.test(before)) return false;
  const inParentheses = before.lastIndexOf('(') > before.lastIndexOf(')');
  const inBrackets = before.lastIndexOf('[') > before.lastIndexOf(']');
  return inParentheses || inBrackets || before.trim() === '' || cue.test(before);
}
