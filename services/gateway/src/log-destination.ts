// Where log lines go: written in pieces, so that a line costs no system call, and all of them before the process ends.
import { type DestinationStream, destination } from 'pino';

export interface LogDestination {
  readonly stream: DestinationStream;
  /** Writes what is left, and waits for nothing. */
  flush(): void;
}

/** Bytes that are gathered before they are written; what is less is written once a second. */
const pieceBytes = 4_096;

/** To this file descriptor: 1 is the standard output. */
export function logDestination(descriptor: number): LogDestination {
  const stream = destination({ dest: descriptor, sync: false, minLength: pieceBytes });
  const flush = () => stream.flushSync();
  setInterval(() => stream.flush(), 1_000).unref();
  process.once('exit', flush);
  return { stream, flush };
}
