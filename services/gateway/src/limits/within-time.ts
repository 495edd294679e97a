// Waits for work no longer than a request may take.

/**
 * What the work comes to, or after `milliseconds` since `begun` (as performance.now() tells it) the error that `late`
 * makes of the milliseconds found. The work is not waited for any more then; how it ends is nobody's concern.
 */
export function within<T>(
  milliseconds: number,
  begun: number,
  work: PromiseLike<T>,
  late: (found: number) => Error | Promise<Error>,
): Promise<T> {
  // By hand, since every request waits so: a race of promises takes three more of them.
  return new Promise<T>((resolve, reject) => {
    let over = false;
    const left = Math.max(0, milliseconds - (performance.now() - begun));
    const timer = setTimeout(() => {
      over = true;
      Promise.resolve(late(Math.round(performance.now() - begun))).then(reject, reject);
    }, left);
    work.then(
      (value) => {
        clearTimeout(timer);
        if (!over) resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        if (!over) reject(error);
      },
    );
  });
}
