// Waits for work no longer than a request may take.

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
  const tooLate = new Promise<never>((_resolve, reject) => {
    const end = async () => reject(await late(Math.round(performance.now() - begun)));
    timer = setTimeout(() => void end(), Math.max(0, milliseconds - (performance.now() - begun)));
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
