// Waits for the operator to stop a program that runs until then.

/** A second signal this soon is the same Ctrl-C, passed on by a parent process; later it means “now”. */
const sameKeyPress = 2_000;

/** Resolves at the first SIGINT or SIGTERM; a later one ends the process at once. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null;
    const onSignal = () => {
      if (first === null) {
        first = performance.now();
        resolve();
      } else if (performance.now() - first > sameKeyPress) {
        process.exit(130);
      }
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
}
