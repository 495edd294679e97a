// The socket of a connection to Postgres, which sends at once what it is given.
import { connect, type Socket } from 'node:net';

/** What postgres.js knows of the server once it has read URL and environment. */
interface ServerAddress {
  readonly host: readonly string[];
  readonly port: readonly number[];
  /** Of a Unix socket; false without one. */
  readonly path: string | false;
  readonly ssl: unknown;
}

/**
 * A socket that is connecting, for the undocumented option `socket` of postgres.js (3.4.9), which makes its own with
 * Nagle's algorithm on: the end of a COPY then waits for the server's delayed acknowledgement of what went before, 88 ms
 * each time, a second and a half of every load. What is written before the connection stands is sent when it does.
 */
export function promptSocket({ host, port, path, ssl }: ServerAddress): Socket {
  const [first = 'localhost'] = host;
  const [firstPort = 5432] = port;
  const socket = path ? connect({ path }) : connect({ host: first, port: firstPort, noDelay: true });
  // The driver names them in its errors, and TLS needs the host.
  return Object.assign(socket, { host: first, port: firstPort, ssl });
}

/** The option, but for several hosts, which the driver itself tries in turn, and for none, which it looks for elsewhere. */
export function promptSocketFor(url: string): { readonly socket?: typeof promptSocket } {
  const hosts = /^[^:]+:\/\/(?:[^/@]*@)?([^/?]*)/.exec(url)?.[1] ?? '';
  return hosts === '' || hosts.includes(',') ? {} : { socket: promptSocket };
}
