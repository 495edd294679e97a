// Texts of releases as parts of a Markdown document: nothing in them is taken for marks.
import type { ConceptName } from './change-record.ts';

/** One line, with every character escaped that could mean something in a line, at its start, or in a table cell. */
export function plain(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_~[\]<>|$]/g, '\\$&')
    .replace(/&(?=[#\w])/g, '\\&')
    .replace(/^[#+\-=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Line ends become slashes, other spacing a blank. */
export function oneLine(text: string): string {
  return text
    .trim()
    .replace(/\s*[\r\n\u2028\u2029]\s*/g, ' / ')
    .replace(/\s+/g, ' ');
}

/** A code, date or digest; what could end a code span is shown as plain text. */
export function literal(text: string): string {
  return /^[\w.\-–/&]+$/.test(text) ? `\`${text}\`` : plain(text);
}

/** A concept by its code and display. */
export function named({ code, display }: Pick<ConceptName, 'code' | 'display'>): string {
  return code === null ? plain(display) : `${literal(code)} ${plain(display)}`;
}

/** A table; its cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('');
}
