// A reader that asks the database nothing more once the request's time is over.
import type { Reader } from '@codeset/database/read';
import type { Exchange } from '../exchange.ts';

/** The same questions, each refused once the exchange is over: the client has its answer, nobody would read this one. */
export function stoppableReader(reader: Reader, exchange: Exchange): Reader {
  const stoppable = Object.entries(reader).map(([name, ask]) => [
    name,
    (...asked: unknown[]) =>
      exchange.isOver
        ? Promise.reject(new Error('the request is over'))
        : (ask as (...asked: unknown[]) => Promise<unknown>)(...asked),
  ]);
  return Object.fromEntries(stoppable) as unknown as Reader; // the same names with the same signatures
}
