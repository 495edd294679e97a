// Lets others have their turn in a long computation, so that nothing holds the process up.
import { setImmediate as others } from 'node:timers/promises';

/** Milliseconds of work after which others have their turn. */
const share = 4;

/** The turns of one computation; where it goes in lanes, these share them, and each comes to its own turn. */
export class Turns {
  #since = performance.now();
  #turn: Promise<void> = Promise.resolve();

  /** Waits until others had their turn, where it is time; call it every few steps. */
  async give(): Promise<void> {
    if (performance.now() - this.#since < share) return;
    this.#turn = this.#turn.then(() => others());
    await this.#turn;
    this.#since = performance.now();
  }

  /** Maps a list, giving turns on the way. */
  async map<T, U>(values: readonly T[], step: (value: T) => U): Promise<U[]> {
    const mapped: U[] = [];
    for (const [i, value] of values.entries()) {
      mapped.push(step(value));
      if (i % 32 === 31) await this.give();
    }
    return mapped;
  }

  /** Fills an array with the value of each place, giving turns on the way. */
  async fill<Numbers extends Int32Array | Uint8Array | Float32Array>(
    numbers: Numbers,
    valueAt: (place: number) => number,
  ): Promise<Numbers> {
    for (let place = 0; place < numbers.length; place += 1) {
      numbers[place] = valueAt(place);
      if (place % 512 === 511) await this.give();
    }
    return numbers;
  }
}
