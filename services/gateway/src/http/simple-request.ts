// Which requests are plain enough for the short way, by their headers alone.
import type { IncomingMessage } from 'node:http';
import type { Limits } from '../limits/limits.ts';
import { isJsonInUtf8 } from './use-request-form.ts';

const json = 'application/json';
const graphqlJson = 'application/graphql-response+json';

/** What clients accept, as they write it, and which media type yoga answers it with. */
export const mediaTypes: ReadonlyMap<string | undefined, string> = new Map([
  [undefined, json],
  ['*/*', json],
  [json, json],
  ['application/json, text/plain, */*', json],
  ['application/json, */*', json],
  [graphqlJson, graphqlJson],
  ['application/graphql-response+json, application/json', graphqlJson],
  ['application/graphql-response+json,application/json', graphqlJson],
  ['application/graphql-response+json,application/json;q=0.9', graphqlJson],
]);

/** The media type of the answer; null for a request that is to go through yoga as it is. */
export function simpleMediaType(
  { method, url = '', headers }: IncomingMessage,
  limits: Limits,
): string | null {
  if (headers['transfer-encoding'] !== undefined || headers['content-encoding'] !== undefined) return null;
  if (url.length > limits.urlBytes) return null; // a URL is ASCII
  const length = headers['content-length'];
  const fits =
    method === 'GET'
      ? url.startsWith('/graphql?') && (length === undefined || length === '0')
      : method === 'POST' &&
        url === '/graphql' &&
        length !== undefined &&
        Number(length) <= limits.bodyBytes &&
        isJsonInUtf8(headers['content-type'] ?? null);
  return fits ? (mediaTypes.get(headers.accept) ?? null) : null;
}
