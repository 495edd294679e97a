// Serves the figures on a port of their own, so that whoever may query need not be able to read them.
import { createServer } from 'node:http';
import { CodesetError } from '@codeset/terminology';
import type { Metrics } from './metrics.ts';

export interface ListeningMetrics {
  readonly port: number;
  close(): void;
}

/** Answers /metrics and nothing else. ENVIRONMENT when the port cannot be had. */
export async function listenMetrics(metrics: Metrics, host: string, port: number): Promise<ListeningMetrics> {
  const server = createServer(async (request, response) => {
    if (request.url?.split('?', 1)[0] !== '/metrics') return void response.writeHead(404).end();
    const text = await metrics.text();
    response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      const message = `Cannot listen on ${host}:${port}: ${cause.message}. Set METRICS_PORT to another.`;
      reject(new CodesetError('ENVIRONMENT', message, { cause }));
    });
    server.listen(port, host, resolve);
  });
  server.unref();
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
