// The texts of a workbook: escapes read, what no text may hold refused.
import { quoted } from './source-file-error.ts';
import type { RefuseInWorkbook } from './workbook-fault.ts';

/**
 * A text as a person sees it in its cell: `_x000D_` is a carriage return, `_x005F_` the low line that keeps another
 * escape from being one. Refused are longer texts than `longest`, and escapes that stand for a control character other
 * than TAB, LF and CR, or for half a character.
 */
export function workbookText(stored: string, longest: number, refuse: RefuseInWorkbook): string {
  if (stored.length > longest)
    refuse(`a text of ${stored.length} characters, ${quoted(stored)}`, `at most ${longest}`);
  if (!stored.includes('_x')) return stored;
  const text = stored.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  if (/[^\P{Cc}\t\n\r\u007f-\u009f]|\p{Cs}/u.test(text))
    refuse(`the text ${quoted(stored)}`, 'escapes of whole characters, control characters left out');
  return text;
}
