// Where a command writes: its result on standard output, all else on standard error.
import { type PieceStream, writePiece } from './piece-by-piece.ts';
import { ProgressLine } from './progress-line.ts';

/** The two streams and the clock of a command; tests give their own. */
export interface Console {
  readonly stdout: PieceStream & { readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly clock: () => number;
}

/** What commands write through; `json` puts the result as one JSON document on standard output. */
export class Output {
  readonly json: boolean;
  readonly progress: ProgressLine;
  readonly #console: Console;

  constructor(console: Console, json: boolean) {
    this.#console = console;
    this.json = json;
    this.progress = new ProgressLine(console.stderr, console.clock);
  }

  /** The result: `value` for programs, `text` for people. */
  result(value: unknown, text: string): void {
    this.progress.clear();
    this.#console.stdout.write(this.json ? `${JSON.stringify(value, null, 2)}\n` : `${text}\n`);
  }

  /** Whether results are seen by a person, not by a program or a file. */
  get terminal(): boolean {
    return this.#console.stdout.isTTY === true;
  }

  /** A piece of a result that is written bit by bit; waits while the one who reads is slower. */
  async write(piece: string | Uint8Array): Promise<void> {
    this.progress.clear();
    await writePiece(this.#console.stdout, piece);
  }

  /** A line for people, beside the result. */
  note(line: string): void {
    this.progress.clear();
    this.#console.stderr.write(`${line}\n`);
  }
}
