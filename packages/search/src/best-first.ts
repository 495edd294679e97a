// The smallest numbers of a long list, in order, without sorting all of it.

/** Brings the smallest `count` numbers to the front in ascending order; the others stay behind them in some order. */
export function sortSmallest(values: Float64Array, count: number): void {
  const wanted = Math.min(count, values.length);
  let [low, high] = [0, values.length - 1];
  // After each round what is before `low` is smaller than the rest, and `wanted` lies from `low` to `high`.
  while (high - low > 1_000) {
    const border = partition(values, low, high);
    if (border < wanted) low = border;
    else high = border - 1;
  }
  values.subarray(0, Math.max(wanted, Math.min(high + 1, values.length))).sort();
}

/** Brings what is smaller than a middling member before the rest; gives where the rest begins, within the two ends. */
function partition(values: Float64Array, low: number, high: number): number {
  const pivot = medianOf(values[low] ?? 0, values[(low + high) >> 1] ?? 0, values[high] ?? 0);
  let [left, right] = [low, high];
  while (left <= right) {
    while ((values[left] ?? 0) < pivot) left += 1;
    while ((values[right] ?? 0) > pivot) right -= 1;
    if (left > right) break;
    const held = values[left] ?? 0;
    values[left] = values[right] ?? 0;
    values[right] = held;
    left += 1;
    right -= 1;
  }
  return left;
}

function medianOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
