// A publisher's slip: the workbook of the table with several targets has the depth in ICD-10 in both columns `Depth`.
import type { TableRow } from '../table.ts';
import type { MapColumns } from './map-columns.ts';
import { noMapping } from './read-map-row.ts';

/**
 * True where the second column `Depth` tells nothing of ICD-11: each row has in it what the first has, also rows that
 * say No Mapping, in which a sound table leaves it empty. So it is in 10To11MapToMultipleCategories.xlsx of 2019-04, in
 * all 15,466 rows; the text has the depth in ICD-11.
 */
export function repeatsDepth(rows: readonly TableRow[], { at, depthsShareAName }: MapColumns): boolean {
  const { depth10, depth11, foundationUri } = at;
  if (!depthsShareAName || depth10 === undefined || depth11 === undefined || foundationUri === undefined)
    return false;
  return (
    rows.every(({ fields }) => fields[depth11] === fields[depth10]) &&
    rows.some(({ fields }) => fields[foundationUri] === noMapping && fields[depth11] !== '')
  );
}
