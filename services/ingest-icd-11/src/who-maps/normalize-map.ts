// The rows of one of WHO's tables → mappings and the concepts that they name, in our words.
import type { MapService, RecognisedFile } from '@codeset/ingestion';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import { CodesetError, type Finding, type NormalizedMap, type ReleaseName } from '@codeset/terminology';
import { textTable } from '../text-table.ts';
import { mapFiles, textRole } from './map-files.ts';
import { placeInTable } from './map-place.ts';
import type { MapRow } from './map-row.ts';
import { mapSheet } from './map-sheet.ts';
import type { MapTable } from './map-tables.ts';
import { mappingOfRow } from './mapping-of-row.ts';
import { MentionedConcepts } from './mentioned-concepts.ts';
import { type ParsedMap, parseMap } from './parse-map.ts';
import { unknownRelations } from './relationship.ts';
import { refuseOtherRelease } from './table-of-release.ts';
import { workbookDifferences } from './workbook-differences.ts';

/** Parses and normalizes; throws CodesetError FILE_REFUSED with places, and for the table of another release. */
export function normalizerOf(table: MapTable): MapService['normalize'] {
  return async (files, name, progress) => {
    const [first, other] = mapFiles(files, table);
    if (!first)
      throw new CodesetError(
        'FILE_MISSING',
        `A release of ${table.id} must have ${table.published}, as text or as workbook.`,
      );
    return await refusingSourceFiles(async () => {
      progress(`reading ${first.file.name}`);
      const parsed = await readTable(first, table, name);
      const map = normalized(parsed, table, name);
      if (!other) return map;
      progress(`comparing with ${other.file.name}`);
      const compared = await readTable(other, table, name);
      const findings = [
        ...map.findings,
        ...columnFindings(compared),
        ...workbookDifferences(compared, parsed),
      ];
      return { ...map, findings };
    });
  };
}

async function readTable(given: RecognisedFile, table: MapTable, name: ReleaseName): Promise<ParsedMap> {
  const { file, role } = given;
  const bytes = await file.read();
  const source =
    role === textRole(table) ? textTable(bytes, file.name) : await mapSheet(bytes, file.name, table);
  const parsed = parseMap(source, table);
  refuseOtherRelease(parsed.rows, name, file.name, (row) => parsed.place(row, null));
  return parsed;
}

function normalized(parsed: ParsedMap, table: MapTable, name: ReleaseName): NormalizedMap {
  const placeOf = (row: number) => parsed.place(row, null);
  const concepts = new MentionedConcepts(placeOf);
  const mappings = parsed.rows.map((row) =>
    mappingOfRow(row, placeInTable(parsed.sheet, row.row), table, concepts),
  );
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
      tableDate(parsed),
      ...columnFindings(parsed),
      ...rowsTwice(parsed),
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

function tableDate({ day, headerRow, place }: ParsedMap): Finding {
  const message = `The table is of ${day}, as its header says.`;
  return { severity: 'info', rule: 'table-date', message, where: place(headerRow, null) };
}

/** Columns that are not read: those that are not known, and one that does not say what it should. */
function columnFindings({ headerRow, rows, unknownColumns, repeatedDepth, place }: ParsedMap): Finding[] {
  const notCaptured = unknownColumns.map((column): Finding => {
    const message = `The column ${JSON.stringify(column)} is not known and not loaded.`;
    return { severity: 'warning', rule: 'not-captured', message, where: place(headerRow, null) };
  });
  if (repeatedDepth === null) return notCaptured;
  const message = `The second column Depth has the depth in ICD-10 once more, in all ${rows.length} rows: the depth in ICD-11 is not taken from it.`;
  return [...notCaptured, { severity: 'warning', rule: 'depth-repeated', message, where: repeatedDepth }];
}

function rowsTwice({ doubles, place }: ParsedMap): Finding[] {
  return doubles.map(({ row, earlier }) => {
    const message = `The row says in every field what ${place(earlier, null)} says; both are kept.`;
    return { severity: 'info', rule: 'row-twice', message, where: place(row, null) };
  });
}
