// Keeps a gateway's process alive when its database driver fails outside of any statement.
import type { Logger } from 'pino';

/** A stack that goes through the driver's connections, and not through anything of ours before. */
const inDriver = /node_modules\/postgres\/[^\n]*connection\.js/;

/** An error of a socket has no stack of the driver's, but bears the mark that the driver gives what fails a statement. */
function isOfDriver(error: Error): boolean {
  return inDriver.test(error.stack ?? '') || ('query' in error && 'parameters' in error);
}

/**
 * A connection that is ended or reset while postgres.js (3.4.9) looks types up on it rejects a promise that nobody has,
 * and one that is gone when its turn to write comes throws out of a timer: either would end the process. The statements
 * themselves are told, or watched. Anything else that nobody has caught still ends the process, after a line in the log.
 */
export function stayUp(log: Logger, end: (exitCode: number) => void): void {
  const survive = (error: unknown) => {
    if (error instanceof Error && isOfDriver(error)) {
      log.warn({ err: error }, 'a database connection failed between statements');
      return;
    }
    log.fatal({ err: error }, 'nobody has caught this');
    end(1);
  };
  process.on('unhandledRejection', survive);
  process.on('uncaughtException', survive);
}
