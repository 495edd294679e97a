// Where a mapping stands: line of the text, or sheet and row of the workbook.

/** `line 5`, `Sheet1!row 5`; `sheet` is null for a text. */
export function placeInTable(sheet: string | null, row: number): string {
  return sheet === null ? `line ${row}` : `${sheet}!row ${row}`;
}

/** Such a place with its file, as findings tell it: `name.txt:5`, `name.xlsx!Sheet1!row 5`. */
export function placeInFile(file: string, place: string): string {
  const line = /^line (\d+)$/.exec(place)?.[1];
  return line === undefined ? `${file}!${place}` : `${file}:${line}`;
}
