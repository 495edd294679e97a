// A reader that asks the database nothing more once the request's time is over.
import type { Reader } from '@codeset/database/read';
import type { Exchange } from '../exchange.ts';

/** The same questions, each refused once the exchange is over: the client has its answer, nobody would read this one. */
export function stoppableReader(reader: Reader, exchange: Exchange): Reader {
  return new Proxy(reader, {
    get(questions, name) {
      const ask = Reflect.get(questions, name) as (...asked: unknown[]) => Promise<unknown>;
      return (...asked: unknown[]) => (exchange.isOver ? Promise.reject(requestIsOver()) : ask(...asked));
    },
  });
}

/** Why nothing more is asked; nobody is told, since the answer was given. */
export function requestIsOver(): Error {
  return new Error('the request is over');
}
