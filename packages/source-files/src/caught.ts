// For tests only: the SourceFileError that something is refused with.
import { SourceFileError } from './source-file-error.ts';

/** Runs it, all of it where it is a generator, and gives the error; fails when there is none or another. */
export function caught(run: () => unknown): SourceFileError {
  try {
    const result = run();
    if (isIterable(result)) for (const _ of result);
  } catch (error) {
    if (error instanceof SourceFileError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** The same for something that takes its time. */
export async function caughtLater(running: Promise<unknown>): Promise<SourceFileError> {
  const error = await running.then(
    () => new Error('nothing was refused'),
    (reason: unknown) => reason,
  );
  if (error instanceof SourceFileError) return error;
  throw error;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
