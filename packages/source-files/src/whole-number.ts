// Whole numbers as files write them: digits and nothing else.

const zero = 0x30;
const longest = 9;

/** The number that the digits from `from` on stand for, leading zeros allowed; null for anything else, nine digits at most. */
export function wholeNumber(text: string, from = 0): number | null {
  if (text.length === from || text.length > from + longest) return null;
  let number = 0;
  // A plain loop: asked twice for each cell, a pattern takes four times as long.
  for (let at = from; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) return null;
    number = number * 10 + digit;
  }
  return number;
}
