// How a previous code stands to the current one, as far as the table and the codes themselves tell.
import type { MappingRelationship } from '@codeset/terminology';
import { undotted } from '../code-form.ts';
import type { ConversionRow } from './parse-conversion-table.ts';
import type { PreviousCode } from './previous-codes.ts';

/** A row with what its previous codes were read as; null where they could not be read. */
export interface ReadRow {
  readonly row: ConversionRow;
  readonly previous: readonly PreviousCode[] | null;
}

/** What the whole table says of a code, for the rows that name it. */
export class ConversionUses {
  /** The alternatives of each current code, over all of its rows. */
  readonly #alternatives = new Map<string, Set<string>>();
  /** The rows that name a single code as a previous one, alone or with others. */
  readonly #namedIn = new Map<string, ConversionRow[]>();

  constructor(rows: readonly ReadRow[]) {
    for (const { row, previous } of rows) {
      const alternatives = this.#alternatives.get(row.currentCode) ?? new Set();
      this.#alternatives.set(row.currentCode, alternatives);
      if (previous === null) alternatives.add('not read');
      for (const alternative of previous ?? []) {
        alternatives.add(JSON.stringify([alternative.source.from, alternative.source.to, alternative.with]));
        for (const { from, to } of [alternative.source, ...alternative.with])
          if (to === null) this.#namedIn.set(from, [...(this.#namedIn.get(from) ?? []), row]);
      }
    }
  }

  /**
   * Narrower where the current code's characters begin the previous one's, broader the other way round: such codes stand
   * below one another. Broader too where it is all that was coded before, and was used for another current code as well,
   * from the same day or later. Otherwise `related-to`: the table does not say whether the two mean the same.
   */
  relationship({ source, with: others }: PreviousCode, row: ConversionRow): MappingRelationship {
    if (others.length > 0) return 'related-to';
    const { from, to } = source;
    if (isBelow(from, row.currentCode) && isBelow(to ?? from, row.currentCode))
      return 'source-is-narrower-than-target';
    if (to !== null) return 'related-to';
    if (isBelow(row.currentCode, from)) return 'source-is-broader-than-target';
    const isAll = this.#alternatives.get(row.currentCode)?.size === 1;
    return isAll && this.#servedAnother(from, row) ? 'source-is-broader-than-target' : 'related-to';
  }

  /** A later code below or above the current one is no other: it is the current one subdivided, or its heading. */
  #servedAnother(previousCode: string, { currentCode, effectiveFrom }: ConversionRow): boolean {
    return (this.#namedIn.get(previousCode) ?? []).some(
      (other) =>
        other.currentCode !== currentCode &&
        other.effectiveFrom >= effectiveFrom &&
        !isBelow(other.currentCode, currentCode) &&
        !isBelow(currentCode, other.currentCode),
    );
  }
}

/** True for `A04.71` below `A04.7`. */
function isBelow(code: string, above: string): boolean {
  return code.length > above.length && undotted(code).startsWith(undotted(above));
}
