// Medians of repeated runs.

/** The middle value; the lower of the two middle ones when there are two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}
