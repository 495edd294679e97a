// Where log lines go: gathered and written in pieces, so that a line costs no system call; none is lost at the end.
import type { DestinationStream } from 'pino';

export interface LogDestination {
  readonly stream: DestinationStream;
  /** Writes what is left. */
  flush(): void;
}

/** Characters that are gathered before they are written; what is less is written every second. */
const pieceLength = 4_096;

/**
 * To the standard output or the standard error, which Node writes at once. (Not through pino's own buffered
 * destination, sonic-boom 4.2.1: its `flushSync` never returns when nobody reads the log any more, and then a gateway that
 * is told to stop does not.)
 */
export function logDestination(output: NodeJS.WriteStream): LogDestination {
  let gathered = '';
  const flush = () => {
    const piece = gathered;
    gathered = '';
    if (piece !== '') output.write(piece);
  };
  output.on('error', () => undefined); // whoever read the log is gone, which is no reason to stop
  setInterval(flush, 1_000).unref();
  process.once('exit', flush);
  return {
    stream: {
      write(line) {
        gathered += line;
        if (gathered.length >= pieceLength) flush();
      },
    },
    flush,
  };
}
