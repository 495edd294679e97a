// Reads a request's body as text: no more of it than allowed, and for no longer.
import { CodesetError } from '@codeset/terminology';
import type { Limits } from '../limits/limits.ts';
import { beyondLimit } from '../limits/refuse.ts';
import { within } from '../limits/within-time.ts';

/** How many times the limit is still read, and thrown away, so that the client gets to read the refusal. */
const patience = 16;

/**
 * The body as UTF-8 text. PAYLOAD_TOO_LARGE beyond the limit, REQUEST_TIMEOUT when it has not come in the time of a
 * request that has begun at that moment, BAD_REQUEST when it is not UTF-8 or breaks off.
 */
export async function readBody(request: Request, limits: Limits, begun: number): Promise<string> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > limits.bodyBytes) throw tooLarge(limits, declared);
  const late = (found: number) => slowBody(limits, found);
  const { bytes, chunks } = await within(limits.requestMs, begun, readChunks(request, limits), late);
  if (bytes > limits.bodyBytes) throw tooLarge(limits, bytes);
  return decode(Buffer.concat(chunks));
}

/** The refusal of a body that has not come in time. */
export function slowBody(limits: Limits, found: number): CodesetError {
  return beyondLimit('requestMs', limits, found, 'Send the body faster.', 'REQUEST_TIMEOUT');
}

/** The refusal of a body that breaks off. */
export function brokenBody(cause: unknown): CodesetError {
  return new CodesetError('BAD_REQUEST', 'The body ended before all of it had come.', { cause });
}

async function readChunks(request: Request, limits: Limits) {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes <= limits.bodyBytes) chunks.push(chunk);
      if (bytes > limits.bodyBytes * patience) break; // resets the connection
    }
  } catch (cause) {
    throw brokenBody(cause);
  }
  return { bytes, chunks };
}

function tooLarge(limits: Limits, found: number): CodesetError {
  return beyondLimit('bodyBytes', limits, found, 'Send a smaller query.', 'PAYLOAD_TOO_LARGE');
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new CodesetError('BAD_REQUEST', 'The body is not UTF-8.', { cause });
  }
}
