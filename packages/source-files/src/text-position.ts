// Line and column of places in a text that come in order: one pass over the text for all of them.

/** Line and column, both from 1; the column in UTF-16 units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Gives the position of ever larger offsets into `text`; asking for a smaller one than before is a mistake. */
export function positionsIn(text: string): (offset: number) => TextPosition {
  let line = 1;
  let lineStart = 0;
  let nextEnd = endOfLine(text, 0);
  return (offset) => {
    while (nextEnd < offset) {
      line += 1;
      lineStart = nextEnd + 1;
      nextEnd = endOfLine(text, lineStart);
    }
    return { line, column: offset - lineStart + 1 };
  };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? Number.MAX_SAFE_INTEGER : end;
}
