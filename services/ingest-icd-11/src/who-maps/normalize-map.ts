// The rows of one of WHO's tables → mappings and the concepts that they name, in our words.
import type { MapService } from '@codeset/ingestion';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import { CodesetError, type Finding, type NormalizedMap, type ReleaseName } from '@codeset/terminology';
import { textTable } from '../text-table.ts';
import { MentionedConcepts } from './mentioned-concepts.ts';
import type { MapRow } from './map-row.ts';
import type { MapTable } from './map-tables.ts';
import { mappingOfRow } from './mapping-of-row.ts';
import { type ParsedMap, parseMap } from './parse-map.ts';
import { unknownRelations } from './relationship.ts';
import { refuseOtherRelease } from './table-of-release.ts';

/** Parses and normalizes; throws CodesetError FILE_REFUSED with places, and for the table of another release. */
export function normalizerOf(table: MapTable): MapService['normalize'] {
  return async (files, name) => {
    const file = files.find(({ role }) => role === table.id)?.file;
    if (!file)
      throw new CodesetError('FILE_MISSING', `A release of ${table.id} must have ${table.published}.`);
    return await refusingSourceFiles(async () => {
      const parsed = parseMap(textTable(await file.read(), file.name), table);
      return normalized(parsed, table, name, file.name);
    });
  };
}

function normalized(parsed: ParsedMap, table: MapTable, name: ReleaseName, file: string): NormalizedMap {
  const placeOf = (row: number) => `${file}:${row}`;
  refuseOtherRelease(parsed.rows, name, file, placeOf);
  const concepts = new MentionedConcepts(placeOf);
  const mappings = parsed.rows.map((row) => mappingOfRow(row, table, concepts));
  return {
    name,
    between:
      table.from === 'icd-10'
        ? { source: null, target: name.version }
        : { source: name.version, target: null },
    mentions: concepts.list,
    mappings,
    sourceRecords: countRows(parsed.rows),
    findings: [
      ...tableFindings(parsed, placeOf),
      ...unknownRelations(parsed.rows, placeOf),
      ...concepts.findings,
    ],
  };
}

function countRows(rows: readonly MapRow[]): Record<string, number> {
  const count = (is: (row: MapRow) => boolean) => rows.filter(is).length;
  return {
    'table rows': rows.length,
    'rows that say No Mapping': count(({ icd10, icd11 }) => icd10 === null || icd11 === null),
    'rows with several ICD-11 codes together': count(({ icd11 }) => icd11 !== null && icd11.codes.length > 1),
  };
}

function tableFindings(
  { day, headerRow, doubles, unknownColumns }: ParsedMap,
  placeOf: (row: number) => string,
): Finding[] {
  const tableDate: Finding = {
    severity: 'info',
    rule: 'table-date',
    message: `The table is of ${day}, as its header says.`,
    where: placeOf(headerRow),
  };
  const notCaptured = unknownColumns.map((column): Finding => {
    const message = `The column ${JSON.stringify(column)} is not known and not loaded.`;
    return { severity: 'warning', rule: 'not-captured', message, where: placeOf(headerRow) };
  });
  const twice = doubles.map(({ row, earlier }): Finding => {
    const message = `The row says in every field what ${placeOf(earlier)} says; both are kept.`;
    return { severity: 'info', rule: 'row-twice', message, where: placeOf(row) };
  });
  return [tableDate, ...notCaptured, ...twice];
}
