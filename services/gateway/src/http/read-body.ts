// Reads a request's body as text, and no more of it than allowed.
import { CodesetError } from '@codeset/terminology';
import type { Limits } from '../limits/limits.ts';
import { beyondLimit } from '../limits/refuse.ts';

/** How many times the limit is still read, and thrown away, so that the client gets to read the refusal. */
const patience = 16;

/** The body as UTF-8 text. PAYLOAD_TOO_LARGE beyond the limit, BAD_REQUEST when it is not UTF-8. */
export async function readBody(request: Request, limits: Limits): Promise<string> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > limits.bodyBytes) throw tooLarge(limits, declared);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes <= limits.bodyBytes) chunks.push(chunk);
    if (bytes > limits.bodyBytes * patience) break; // resets the connection
  }
  if (bytes > limits.bodyBytes) throw tooLarge(limits, bytes);
  return decode(Buffer.concat(chunks));
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
