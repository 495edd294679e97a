// Whole numbers one behind the other, in an array that grows.

/** Takes numbers; a list of millions costs four bytes each. */
export class GrowingInts {
  #values = new Int32Array(1 << 12);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(value: number): void {
    if (this.#size === this.#values.length) {
      const larger = new Int32Array(Math.ceil(this.#values.length * 1.5));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#size] = value;
    this.#size += 1;
  }

  /** What was taken so far; good until more is taken. */
  taken(): Int32Array {
    return this.#values.subarray(0, this.#size);
  }
}
