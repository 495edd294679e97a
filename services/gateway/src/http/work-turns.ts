// Shares the event loop among requests: when those of one turn have worked for long enough, the others wait for the next.

/** Milliseconds that requests may work in one turn of the loop before others have theirs. */
const share = 5;

export class WorkTurns {
  readonly #now: () => number;
  /** When the first request of this turn began; null where none has. */
  #began: number | null = null;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Null where the request may begin at once; else resolves when it may, in the order in which they came. */
  enter(): Promise<void> | null {
    return this.#hasTime() ? null : new Promise((resolve) => this.#later(resolve));
  }

  #hasTime(): boolean {
    const now = this.#now();
    if (this.#began !== null) return now - this.#began < share;
    this.#began = now;
    setImmediate(() => {
      this.#began = null;
    });
    return true;
  }

  /** Immediates run in their order, and what a request does at once is done before the next one runs. */
  #later(begin: () => void): void {
    setImmediate(() => {
      if (this.#hasTime()) begin();
      else this.#later(begin);
    });
  }
}
