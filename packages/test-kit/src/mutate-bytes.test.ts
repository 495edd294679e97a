// Damage is done, differs from seed to seed, and is the same for the same random numbers.
import { describe, expect, it } from 'vitest';
import { mutateBytes } from './mutate-bytes.ts';

const file = Buffer.from(
  Array.from({ length: 50 }, (_, line) => `line ${line}\tfield two\tfield three  wide\r\n`).join(''),
);

/** A small generator with a seed; enough to be different from seed to seed. */
function numbers(seed: number): () => number {
  let state = (seed * 282_475_249) % 2_147_483_647;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe('a damaged copy', () => {
  const mutants = Array.from({ length: 200 }, (_, seed) => mutateBytes(file, numbers(seed + 1)));

  it('is nearly always another file, and the original stays as it was', () => {
    const before = Buffer.from(file);
    expect(mutants.filter(({ bytes }) => !bytes.equals(file)).length).toBeGreaterThan(180);
    expect(file.equals(before)).toBe(true);
  });

  it('shows every kind of damage', () => {
    const kinds = ['bits flipped', 'cut off', 'cut out', 'swapped', 'line', 'field', 'doubled'];
    for (const kind of kinds) expect(mutants.some(({ what }) => what.includes(kind))).toBe(true);
  });

  it('is the same for the same random numbers', () => {
    expect(mutateBytes(file, numbers(7)).bytes.equals(mutateBytes(file, numbers(7)).bytes)).toBe(true);
  });

  it('of an empty file is the empty file', () => {
    expect(mutateBytes(Buffer.alloc(0), numbers(1)).bytes).toHaveLength(0);
  });
});
