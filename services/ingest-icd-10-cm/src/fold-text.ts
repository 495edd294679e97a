// Published texts as they are kept: outer blanks dropped, line ends and tabs folded, double blanks inside kept.

/** One blank for each run of line ends and tabs with the blanks around it; outer blanks dropped. */
export function foldText(text: string): string {
  return /[\t\r\n]/.test(text) ? text.replace(/ *[\t\r\n][ \t\r\n]*/g, ' ').trim() : text.trim();
}

/** The text without the range in parentheses that ends it, `Tuberculosis (A15-A19)`, and that range. */
export function splitRange(desc: string): { readonly text: string; readonly range: string | null } {
  const match = /^(.*\S)\s*\(([A-Z][0-9][0-9A-Z](?:\s*-\s*[A-Z][0-9][0-9A-Z])?)\)$/s.exec(desc.trim());
  if (!match) return { text: desc.trim(), range: null };
  return { text: match[1] ?? '', range: (match[2] ?? '').replace(/\s/g, '') };
}
