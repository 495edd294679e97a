// Line and column of a byte, for messages: only walked once something is wrong.

const newline = 0x0a;

/** Line and column, both from 1, of the byte at `offset` of a UTF-8 or single-byte text. */
export function positionOfByte(bytes: Uint8Array, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = bytes.indexOf(newline); at !== -1 && at < offset; at = bytes.indexOf(newline, at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: 1 + charactersBetween(bytes, lineStart, offset) };
}

/** Characters that start in [from, to): bytes that do not continue a UTF-8 sequence. */
function charactersBetween(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index += 1) {
    if (((bytes[index] ?? 0) & 0xc0) !== 0x80) count += 1;
  }
  return count;
}
