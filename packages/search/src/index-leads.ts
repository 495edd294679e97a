// Where the lines of alphabetic indexes lead: to codes, and by “see” to what other lines lead to.
import type { IndexLineRow } from '@codeset/database/read';

/** The words of a line's path, and a code that it leads to. */
export interface IndexLead {
  /** Position of the line. */
  readonly line: number;
  /** As published. */
  readonly code: string;
  /** Column of a table's cell; null elsewhere. */
  readonly column: number | null;
  readonly kind: string;
}

/** What follows is to be looked up below the main term. */
const bySite = /\bby (?:type|site)\b/;

/** The lines of a release's indexes, in the publisher's order. */
export class IndexLines {
  readonly #formsOf: (text: string) => readonly string[];
  readonly #lines = new Map<number, IndexLineRow>();
  /** Lines by kind, the line above and the words of the term. */
  readonly #byPlace = new Map<string, number>();
  /** Of the main terms that begin with the same name, the one with most below it: `Fracture, traumatic` for Fracture. */
  readonly #largest = new Map<string, IndexLineRow>();

  /** `formsOf` gives the forms of the words of a text. */
  constructor(formsOf: (text: string) => readonly string[]) {
    this.#formsOf = formsOf;
  }

  add(line: IndexLineRow): void {
    this.#lines.set(line.position, line);
    for (const name of namesOf(line.term)) {
      const place = this.#placeOf(line.kind, line.parent, name);
      if (!this.#byPlace.has(place)) this.#byPlace.set(place, line.position);
    }
    if (line.parent !== null) return;
    const first = this.#placeOf(line.kind, null, line.term.split(',')[0] ?? '');
    const held = this.#largest.get(first);
    if (!held || held.subtreeEnd - held.position < line.subtreeEnd - line.position)
      this.#largest.set(first, line);
  }

  get all(): Iterable<IndexLineRow> {
    return this.#lines.values();
  }

  /** The line and those above it, the main term first. */
  pathOf(line: IndexLineRow): IndexLineRow[] {
    const path = [line];
    for (let at = line; at.parent !== null; ) {
      const above = this.#lines.get(at.parent);
      if (!above) break;
      path.unshift(above);
      at = above;
    }
    return path;
  }

  /** The line that words such as `Infarct, myocardium` mean in the same index; null where there is none. */
  findByWords(kind: string, text: string): IndexLineRow | null {
    const bare = text.replace(/\(.*?\)/g, '').replace(bySite, '');
    const terms = bare.split(',').flatMap((term) => term.trim() || []);
    let found: IndexLineRow | null = null;
    for (let start = 0; start < terms.length; ) {
      const next = this.#lineBelow(kind, found, terms.slice(start));
      if (!next) return null;
      found = next.line;
      start += next.names;
    }
    return found;
  }

  #placeOf(kind: string, parent: number | null, term: string): string {
    return `${kind} ${parent ?? ''} ${this.#formsOf(term).join(' ')}`;
  }

  /** The line under `above` that the first of the names mean, as many of them together as there is such a line for. */
  #lineBelow(
    kind: string,
    above: IndexLineRow | null,
    names: readonly string[],
  ): { readonly line: IndexLineRow; readonly names: number } | null {
    for (let count = names.length; count > 0; count -= 1) {
      const place = this.#placeOf(kind, above?.position ?? null, names.slice(0, count).join(' '));
      const line = this.#lines.get(this.#byPlace.get(place) ?? -1);
      if (line) return { line, names: count };
    }
    const largest = above ? undefined : this.#largest.get(this.#placeOf(kind, null, names[0] ?? ''));
    return largest ? { line: largest, names: 1 } : null;
  }

  /** The codes that a line leads to by itself, and where it says “see” or else “see also” the codes of the line that it means. */
  leadsOf(line: IndexLineRow): IndexLead[] {
    const own = leadsIn(line, line.position);
    if (own.length > 0) return own;
    const seen = this.#leadsBy(line, 'see');
    return seen.length > 0 ? seen : this.#leadsBy(line, 'seeAlso');
  }

  #leadsBy(line: IndexLineRow, kind: 'see' | 'seeAlso'): IndexLead[] {
    return line.references.flatMap((reference) => {
      if (reference.kind !== kind) return [];
      const meant = this.findByWords(line.kind, reference.text);
      return meant ? leadsIn(meant, line.position) : [];
    });
  }

  /** The lines below which a line's words stand for those of the line that they are under: by “see” and “see also”. */
  meantBy(line: IndexLineRow): IndexLineRow[] {
    return line.references.flatMap(({ kind, text }) => {
      if (kind !== 'see' && kind !== 'seeAlso') return [];
      const meant = this.findByWords(line.kind, text);
      if (meant) return meant;
      // `Neoplasm, by site, malignant`: there is no such line, but the main term is meant.
      return (bySite.test(text) && this.findByWords(line.kind, text.split(',')[0] ?? '')) || [];
    });
  }
}

function leadsIn({ references, kind }: IndexLineRow, line: number): IndexLead[] {
  return references.flatMap(({ code, column, kind: of }) =>
    code === null || of === 'see' || of === 'seeAlso' ? [] : [{ line, code, column, kind }],
  );
}

/** Of several names of one root, `Attack, attacks`, the first; other terms as they are. */
export function mainNameOf(term: string): string {
  const [first = term] = namesOf(term).slice(1);
  return first;
}

/** A term may have several names of one root, `Infarct, infarction`: each of them, and all together. */
function namesOf(term: string): string[] {
  const [first = '', ...others] = term.split(',').map((name) => name.trim());
  const root = first.slice(0, 4).toLowerCase();
  const isName = others.length > 0 && others.every((name) => name.toLowerCase().startsWith(root));
  return isName ? [term, first, ...others] : [term];
}
