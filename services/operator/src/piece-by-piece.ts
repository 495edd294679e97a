// A result that is written bit by bit to a stream: each piece waits until the one before has been taken.
import { Writable } from 'node:stream';

/** What a result is written to, a process's standard output or what a test has in its place. */
export interface PieceStream {
  write(piece: string | Uint8Array): unknown;
}

/** Resolves when the piece has been taken; throws what the stream says, such as EPIPE. */
export async function writePiece(stream: PieceStream, piece: string | Uint8Array): Promise<void> {
  if (!(stream instanceof Writable)) {
    stream.write(piece);
    return;
  }
  // The callback tells of errors; without a listener they would end the process as well.
  if (!stream.listeners('error').includes(ignore)) stream.on('error', ignore);
  await new Promise<void>((resolve, reject) => {
    stream.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}

/** Does the work until the one who reads has had enough, as `head` has: nothing went wrong. */
export async function untilReaderGoes(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isReaderGone(error)) throw error;
  }
}

function isReaderGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

function ignore(): void {}
