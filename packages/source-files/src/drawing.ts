// For tests only: numbers drawn in the same order each time, for damage that can be repeated.

/** Each call gives a whole number from 0 up to, not including, `below`. */
export function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}
