// Which of the tables a header is of.
import { findMapColumns, type MapColumn } from './map-columns.ts';
import { elevenToTenOne, type MapTable, tenToElevenMultiple, tenToElevenOne } from './map-tables.ts';

/** A line with so many of the columns is a header; the readme names one a line. */
const columnsOfHeader = 4;

/** What tells that ICD-10 is the source; the table the other way has none of these. */
const onlyFromTen: readonly MapColumn[] = ['kind10', 'depth10', 'kind11', 'depth11', 'foundationUri'];

/** The table that has this header; null for fields that are no header of one of them. */
export function tableOfHeader(fields: readonly string[]): MapTable | null {
  const { at, depthsShareAName } = findMapColumns(fields);
  const ofMap = at.code10 !== undefined || at.code11 !== undefined;
  if (!ofMap || Object.keys(at).length < columnsOfHeader) return null;
  if (onlyFromTen.every((name) => at[name] === undefined)) return elevenToTenOne;
  return depthsShareAName ? tenToElevenMultiple : tenToElevenOne;
}
