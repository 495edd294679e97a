// The hierarchy of the codes as their own characters give it: for releases that come without a tabular list.

/** What the rule needs of an order file's rows: codes without points, in the file's order. */
export interface PrefixParents {
  /** Parent by code; null for a category. */
  readonly parentOf: ReadonlyMap<string, string | null>;
  /** Codes longer than a category of which no prefix is in the file. */
  readonly orphans: readonly string[];
}

/**
 * A code's parent is its longest prefix that is in the file. One family is listed otherwise: a 7-character code whose
 * 6-character prefix is not in the file and whose 6th character is no placeholder, right after a 7-character code with
 * the same first five, continues that one's list (H54.512A stands under H54.511, as in the tabular list).
 * On the six editions with a tabular list, 2014 to 2023, this gives every parent that the tabular list gives.
 */
export function parentsByPrefix(codes: readonly string[]): PrefixParents {
  const known = new Set(codes);
  const parentOf = new Map<string, string | null>();
  const orphans: string[] = [];
  let previous = '';
  for (const code of codes) {
    const parent = continuesList(code, previous, known)
      ? (parentOf.get(previous) ?? null)
      : longestPrefix(code, known);
    if (parent === null && code.length > 3) orphans.push(code);
    parentOf.set(code, parent);
    previous = code;
  }
  return { parentOf, orphans };
}

function longestPrefix(code: string, known: ReadonlySet<string>): string | null {
  for (let length = code.length - 1; length >= 3; length -= 1) {
    const prefix = code.slice(0, length);
    if (known.has(prefix)) return prefix;
  }
  return null;
}

function continuesList(code: string, previous: string, known: ReadonlySet<string>): boolean {
  return (
    code.length === 7 &&
    previous.length === 7 &&
    code.charAt(5) !== 'X' &&
    previous.slice(0, 5) === code.slice(0, 5) &&
    !known.has(code.slice(0, 6))
  );
}
