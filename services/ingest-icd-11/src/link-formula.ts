// The links of a tabulation, written as formulas of a spreadsheet: `=hyperlink("https://…","browser")`.

const formula = /^=?hyperlink\("((?:[^"]|"")*)","(?:[^"]|"")*"\)$/i;

/**
 * The address that the formula leads to; null where it leads nowhere (`hyperlink("","iCat")`) and where a workbook
 * kept only the word that is shown, or nothing. Undefined for any other text.
 */
export function linkOf(field: string): string | null | undefined {
  if (field === '' || field === 'browser' || field === 'iCat') return null;
  const address = formula.exec(field)?.[1];
  if (address === '') return null;
  return address?.replaceAll('""', '"');
}
