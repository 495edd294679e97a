// Progress of long work: one line that is rewritten on a terminal, one line per step elsewhere.
import type { LoadObserver } from '@codeset/ingestion';

/** A terminal's line is rewritten at most this often, in milliseconds. */
const rewriteEvery = 100;

export class ProgressLine implements LoadObserver {
  readonly #stream: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly #clock: () => number;
  readonly #began: number;
  #step = '';
  #shown = false;
  #lastWrite = Number.NEGATIVE_INFINITY;

  constructor(
    stream: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number },
    clock: () => number,
  ) {
    this.#stream = stream;
    this.#clock = clock;
    this.#began = clock();
  }

  readonly step = (name: string): void => {
    this.#step = name;
    if (this.#stream.isTTY) this.#rewrite(name);
    else this.#stream.write(`${this.#elapsed()} ${name}\n`);
  };

  readonly progress = (message: string, done?: number, total?: number): void => {
    if (!this.#stream.isTTY || this.#clock() - this.#lastWrite < rewriteEvery) return;
    const count = done === undefined ? '' : total === undefined ? ` ${done}` : ` ${done}/${total}`;
    this.#rewrite(`${this.#step}: ${message}${count}`);
  };

  /** Takes the line away, before something else is written. */
  clear(): void {
    if (!this.#shown) return;
    this.#stream.write('\r\x1b[K');
    this.#shown = false;
  }

  #rewrite(text: string): void {
    const width = this.#stream.columns ?? 80;
    this.#stream.write(`\r\x1b[K${`${this.#elapsed()} ${text}`.slice(0, width - 1)}`);
    this.#shown = true;
    this.#lastWrite = this.#clock();
  }

  #elapsed(): string {
    return `${((this.#clock() - this.#began) / 1000).toFixed(1).padStart(6)} s`;
  }
}
