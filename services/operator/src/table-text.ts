// Rows of text in columns, for a terminal.

/** Each column as wide as its widest cell; numbers stand right. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  return rows
    .map((row) => `  ${row.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
}

function pad(cell: string, width: number): string {
  return /^\d+( ms)?$/.test(cell) ? cell.padStart(width) : cell.padEnd(width);
}
