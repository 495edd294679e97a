// A correction as the text of a note: the same from text and from workbook.
import type { Correction } from './corrections.ts';

/** `Revise Long Desc, effective 2018-01-01. LONG DESC: At least two orders …`. */
export function correctionNote({ action, effectiveDate, changes }: Correction): string {
  const since = effectiveDate === '' ? '' : `, effective ${effectiveDate}`;
  const said = [...changes].map(([heading, text]) => `${heading}: ${text}`);
  return said.length === 0 ? `${action}${since}` : `${action}${since}. ${said.join('; ')}`;
}
