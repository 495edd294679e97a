// Where a text stops being UTF-8.
import { isUtf8 } from 'node:buffer';

/** Byte offset of the first sequence that is not UTF-8; null when all is well. */
export function findInvalidUtf8(bytes: Buffer): number | null {
  if (isUtf8(bytes)) return null;
  let valid = 0;
  let invalid = bytes.length;
  // Each step halves the stretch that holds the first fault; `valid` always stands between two characters.
  while (invalid - valid > 8) {
    const middle = startOfCharacter(bytes, valid + ((invalid - valid) >> 1), valid);
    if (middle === valid) break;
    if (isUtf8(bytes.subarray(valid, middle))) valid = middle;
    else invalid = middle;
  }
  return stepToFault(bytes, valid);
}

function startOfCharacter(bytes: Buffer, from: number, atLeast: number): number {
  let at = from;
  while (at > atLeast && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}

/** Walks character by character from a place that is known to start one. */
function stepToFault(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (!isUtf8(bytes.subarray(at, at + length))) return at;
    at += length;
  }
  return at;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}
