// Foundation URI, linearization URI and browser link follow from the key; a row where they don't keeps its own.
import type { Finding } from '@codeset/terminology';
import type { Deviation } from '../entity-links.ts';
import type { TabulationRow } from '../tabulation-row.ts';
import type { PlaceOf } from './tree-agrees.ts';

/** A warning for each link that is not as in the other rows. */
export function linksAsPatterns(
  deviating: ReadonlyMap<TabulationRow, readonly Deviation[]>,
  placeOf: PlaceOf,
): Finding[] {
  return [...deviating].flatMap(([row, deviations]) =>
    deviations.map(({ code, found, expected }) => ({
      severity: 'warning' as const,
      rule: 'link-deviates',
      message: `The ${code} of ${row.key} is ${found ?? 'blank'}, expected ${expected ?? 'none'} as for the other rows.`,
      where: placeOf(row),
    })),
  );
}
