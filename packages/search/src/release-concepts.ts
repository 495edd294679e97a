// What a search knows of each concept besides its texts, in arrays by position.
import type { Turns } from '@codeset/comparison';
import type { ConceptTextsRow } from '@codeset/database/read';
import { lookUpForm } from '@codeset/terminology';
import { type PackedStrings, packStrings } from './packed-strings.ts';
import { sortInTurns } from './sort-in-turns.ts';

/** The concepts of a release by their positions. */
export interface ReleaseConcepts {
  readonly size: number;
  /** 1 where it may be coded with. */
  readonly selectable: Uint8Array;
  /** Index into `kindNames`. */
  readonly kinds: Uint8Array;
  readonly kindNames: readonly string[];
  /** Look-up forms of codes in ascending order, with the positions of the concepts. */
  readonly codes: PackedStrings;
  readonly codePositions: Int32Array;
}

interface PlacedCode {
  readonly form: string;
  readonly position: number;
}

/** Takes concepts in tabular order. */
export class ReleaseConceptsBuilder {
  readonly #selectable: number[] = [];
  readonly #kinds: number[] = [];
  readonly #kindNames: string[] = [];
  readonly #codes: PlacedCode[] = [];
  readonly #byForm = new Map<string, number>();
  readonly #codeKinds: ReadonlySet<string>;

  constructor(codeKinds: ReadonlySet<string>) {
    this.#codeKinds = codeKinds;
  }

  add({ position, selectable, kind, code }: ConceptTextsRow): void {
    this.#selectable[position] = selectable ? 1 : 0;
    if (!this.#kindNames.includes(kind)) this.#kindNames.push(kind);
    this.#kinds[position] = this.#kindNames.indexOf(kind);
    if (code === null) return;
    const form = lookUpForm(code);
    this.#codes.push({ form, position });
    // Of a grouping and a code of the same name the code is meant.
    if (!this.#byForm.has(form) || this.#codeKinds.has(kind)) this.#byForm.set(form, position);
  }

  /** Position of the concept that a code means; undefined where the release has none. */
  positionOf(code: string): number | undefined {
    return this.#byForm.get(lookUpForm(code));
  }

  async build(turns: Turns): Promise<ReleaseConcepts> {
    const codes = await sortInTurns(this.#codes, inOrder, turns);
    const size = this.#kinds.length;
    const forms = await turns.map(codes, ({ form }) => form);
    return {
      size,
      selectable: await turns.fill(new Uint8Array(size), (position) => this.#selectable[position] ?? 0),
      kinds: await turns.fill(new Uint8Array(size), (position) => this.#kinds[position] ?? 0),
      kindNames: this.#kindNames,
      codes: await packStrings(forms, turns),
      codePositions: await turns.fill(new Int32Array(codes.length), (place) => codes[place]?.position ?? 0),
    };
  }
}

function inOrder(a: PlacedCode, b: PlacedCode): number {
  return a.form < b.form ? -1 : a.form > b.form ? 1 : a.position - b.position;
}
