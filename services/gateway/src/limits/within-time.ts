// Waits for work no longer than a request may take.

const over = Symbol('over');

/**
 * What the work comes to, or after `milliseconds` since `begun` (as performance.now() tells it) the error that `late`
 * makes of the milliseconds found. The work is not waited for any more then; how it ends is nobody's concern.
 */
export async function within<T>(
  milliseconds: number,
  begun: number,
  work: PromiseLike<T>,
  late: (found: number) => Error | Promise<Error>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeIsUp = new Promise<typeof over>((resolve) => {
    timer = setTimeout(() => resolve(over), Math.max(0, milliseconds - (performance.now() - begun)));
  });
  try {
    const first = await Promise.race([work, timeIsUp]);
    if (first === over) throw await late(Math.round(performance.now() - begun));
    return first;
  } finally {
    clearTimeout(timer);
  }
}
