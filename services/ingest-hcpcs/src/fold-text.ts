// Published texts as they are kept: runs of blanks, tabs and line ends become one blank, outer ones are dropped.

/** No-break spaces count as blanks. */
export function foldText(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
