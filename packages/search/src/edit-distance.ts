// How many slips part two words: a letter too many, too few, another one, or two that changed places.

/** Longer words are not compared: nobody misspells one and means another. */
const lettersAtMost = 48;

/** Three rows of costs, used anew for each pair: thousands of pairs are compared for one word. */
const rows = [0, 1, 2].map(() => new Uint8Array(lettersAtMost + 1)) as [Uint8Array, Uint8Array, Uint8Array];

/** The distance, or `most + 1` where it is more than that. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || Math.max(a.length, b.length) > lettersAtMost) return most + 1;
  let [before, last, row] = rows;
  for (let j = 0; j <= b.length; j += 1) last[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j += 1) {
      const other = b.charCodeAt(j - 1);
      const swapped = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other;
      const cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (letter === other ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : most + 1,
      );
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}
