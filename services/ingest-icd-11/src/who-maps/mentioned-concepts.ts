// What the rows say of the concepts that they name: the first row's words are kept, other words are told.
import type { Finding, MentionedConcept } from '@codeset/terminology';

/** Collects them, in the order in which they are first named. */
export class MentionedConcepts {
  readonly #placeOf: (row: number) => string;
  readonly #first = new Map<string, { readonly concept: MentionedConcept; readonly row: number }>();
  readonly findings: Finding[] = [];

  constructor(placeOf: (row: number) => string) {
    this.#placeOf = placeOf;
  }

  get list(): MentionedConcept[] {
    return [...this.#first.values()].map(({ concept }) => concept);
  }

  /** Gives what is kept of the concept: what the first row that names it says. */
  add(concept: MentionedConcept, row: number): MentionedConcept {
    const id = `${concept.side} ${concept.key}`;
    const first = this.#first.get(id);
    if (first === undefined) this.#first.set(id, { concept, row });
    else this.#compare(first.concept, first.row, concept, row);
    return first?.concept ?? concept;
  }

  #compare(first: MentionedConcept, firstRow: number, concept: MentionedConcept, row: number): void {
    const differing = compared.filter((field) => first[field] !== concept[field]);
    if (differing.length === 0) return;
    const said = differing.map(
      (field) => `${JSON.stringify(concept[field])} as ${field}, expected ${JSON.stringify(first[field])}`,
    );
    this.findings.push({
      severity: 'warning',
      rule: 'concept-said-otherwise',
      message: `${concept.code ?? concept.key} has ${said.join('; ')}, as ${this.#placeOf(firstRow)} says first: that is kept.`,
      where: this.#placeOf(row),
    });
  }
}

const compared = ['code', 'kind', 'depthInKind', 'chapter', 'title'] as const;
