// The rows of the conversion table → mappings in our words.
import type { RecognisedFile } from '@codeset/ingestion';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import {
  CodesetError,
  type Finding,
  type Mapping,
  type NormalizedMap,
  type ReleaseName,
} from '@codeset/terminology';
import { refuseOtherRelease } from './checks/table-of-release.ts';
import { type ConversionRow, parseConversionTable } from './parse-conversion-table.ts';
import { type PreviousCode, readPreviousCodes } from './previous-codes.ts';
import { conversionTableRole } from './recognise-conversion-table.ts';
import { ConversionUses, type ReadRow } from './relationship.ts';
import { placeInFile } from './table-rows.ts';

/** Parses and normalizes; throws CodesetError FILE_REFUSED with places, and for the table of another release. */
export async function normalizeConversion(
  files: readonly RecognisedFile[],
  name: ReleaseName,
): Promise<NormalizedMap> {
  const file = files.find(({ role }) => role === conversionTableRole)?.file;
  if (!file) throw new CodesetError('FILE_MISSING', 'A release of the conversion table must have its table.');
  return await refusingSourceFiles(async () => {
    const table = await parseConversionTable(await file.read(), file.name);
    refuseOtherRelease(table, name, file.name);
    const rows = table.rows.map((row) => ({ row, previous: readPreviousCodes(row.previousCodes) }));
    const uses = new ConversionUses(rows);
    return {
      name,
      between: { source: null, target: null }, // a row leads from whatever release was in force the day before
      mentions: [],
      mappings: rows.flatMap((read) => mappingsOf(read, uses)),
      sourceRecords: countRows(rows),
      findings: [...unread(rows, file.name), ...notCaptured(table.rows, file.name)],
    };
  });
}

function mappingsOf({ row, previous }: ReadRow, uses: ConversionUses): Mapping[] {
  const [first, ...others] = previous ?? [];
  if (first === undefined) {
    const relationship = previous === null ? 'related-to' : 'unmapped';
    return [{ ...mappingOf(row, null), relationship }];
  }
  return [first, ...others].map((alternative) => ({
    ...mappingOf(row, alternative),
    relationship: uses.relationship(alternative, row),
  }));
}

function mappingOf(row: ConversionRow, previous: PreviousCode | null): Omit<Mapping, 'relationship'> {
  return {
    sourceCode: previous?.source.from ?? null,
    sourceKey: null,
    sourceTo: previous?.source.to ?? null,
    sourceBelow: previous?.source.below ?? false,
    sourceWith: previous?.with ?? [],
    targetCode: row.currentCode,
    targetKey: null,
    properties: [
      { code: 'effective-from', value: row.effectiveFrom },
      { code: 'previous-codes', value: row.previousCodes },
    ],
    place: row.place,
  };
}

/** Rows by what they say of previous codes. */
function countRows(rows: readonly ReadRow[]): Record<string, number> {
  const count = (is: (previous: readonly PreviousCode[]) => boolean) =>
    rows.filter(({ previous }) => previous !== null && is(previous)).length;
  return {
    'table rows': rows.length,
    'rows that say None': count((previous) => previous.length === 0),
    'rows with a list': count((previous) => previous.length > 1),
    'rows with a range': count((previous) =>
      previous.some(({ source, with: others }) => [source, ...others].some(({ to }) => to !== null)),
    ),
    'rows with a combination': count((previous) => previous.some(({ with: others }) => others.length > 0)),
    'rows not read': rows.filter(({ previous }) => previous === null).length,
  };
}

/** A few rows in new words are told; a table of them is not what we take it for. */
const shareNotRead = 0.05;

function unread(rows: readonly ReadRow[], file: string): Finding[] {
  const these = rows.filter(({ previous }) => previous === null);
  const severity = these.length > rows.length * shareNotRead ? 'error' : 'warning';
  return these.map(({ row }) => ({
    severity,
    rule: 'previous-codes-read',
    message: `Found ${JSON.stringify(row.previousCodes)} as previous codes of ${row.currentCode}, expected a code, a list, a range, a combination or None: kept as text.`,
    where: placeInFile(file, row.place),
  }));
}

function notCaptured(rows: readonly ConversionRow[], file: string): Finding[] {
  return rows
    .filter(({ surplus }) => surplus.length > 0)
    .map(({ place, currentCode, surplus }) => ({
      severity: 'warning',
      rule: 'not-captured',
      message: `The row of ${currentCode} has more columns than the table: ${surplus.join(', ')}.`,
      where: placeInFile(file, place),
    }));
}
