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
    let timer = setTimeout(look, left());
    function left(): number {
      return Math.ceil(milliseconds - (performance.now() - begun));
    }
    // A timer counts from when its turn of the event loop began, so it may be early by all that the turn had done.
    function look(): void {
      if (left() > 0) {
        timer = setTimeout(look, left());
        return;
      }
      over = true;
      Promise.resolve(late(Math.round(performance.now() - begun))).then(reject, reject);
    }
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
