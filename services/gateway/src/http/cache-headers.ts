// How long an answer to a GET may be kept by those who are sent it.
import { createHash } from 'node:crypto';
import type { Exchange } from '../exchange.ts';

/** Seconds that caches may keep what will be the same for ever; a release that is withdrawn is gone from them then. */
const lastingSeconds = 86_400;

/** Seconds for what depends on what is published, or on the day. */
const passingSeconds = 5;

/** Names the bytes of an answer, in quotes. */
export function entityTag(body: string | Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** The headers of an answer with data. The media type depends on what the client accepts. */
export function cacheHeaders({ lastsWith }: Exchange, tag: string): Readonly<Record<string, string>> {
  const kept = lastsWith === null ? `max-age=${passingSeconds}` : `max-age=${lastingSeconds}`;
  return { 'cache-control': `public, ${kept}`, etag: tag, vary: 'accept' };
}

/** The header of an answer that is a refusal. */
export const uncached = { 'cache-control': 'no-store' };

/** Whether the client has these bytes already, by its `if-none-match`. */
export function isKnown(ifNoneMatch: string | null | undefined, tag: string): boolean {
  if (ifNoneMatch === null || ifNoneMatch === undefined) return false;
  return ifNoneMatch
    .split(',')
    .some((known) => known.trim().replace(/^W\//, '') === tag || known.trim() === '*');
}
