// The digest of a release: proof that two databases hold the same one.
import { createHash } from 'node:crypto';
import { canonicalJson } from './content-hash.ts';
import type { FrontMatter } from './release.ts';

/** What the digest takes from one concept of the list. */
export interface DigestConcept {
  readonly key: string;
  readonly code: string | null;
  readonly parentKey: string | null;
  readonly contentHash: string;
  readonly noteSetHash: string | null;
  readonly propertySetHash: string | null;
}

/** What the digest takes from one index entry. */
export interface DigestIndexEntry {
  readonly kind: string;
  readonly depth: number;
  readonly contentHash: string;
}

/** Characters of a piece. */
const pieceLength = 1 << 16;

/**
 * Takes a release's concepts in tabular order, then its index entries in theirs, then its front matter, and gives
 * the digest, a sha256 in hex. It depends on content alone: not on ids, load order, file names or the clock.
 */
export class ReleaseDigest {
  readonly #hash = createHash('sha256');
  /** Lines gathered into pieces: one update a line costs more than the hashing itself. */
  #piece = '';

  addConcept(concept: DigestConcept): void {
    const { key, code, parentKey, contentHash, noteSetHash, propertySetHash } = concept;
    this.#line(['c', key, code, parentKey, contentHash, noteSetHash, propertySetHash]);
  }

  addIndexEntry(entry: DigestIndexEntry): void {
    this.#line(['i', entry.kind, entry.depth, entry.contentHash]);
  }

  /** Ends the digest; nothing can be added afterwards. */
  finish(frontMatter: FrontMatter): string {
    this.#hash.update(this.#piece);
    this.#hash.update(canonicalJson(['f', frontMatter]));
    return this.#hash.digest('hex');
  }

  #line(fields: readonly (string | number | null)[]): void {
    this.#piece += `${JSON.stringify(fields)}\n`;
    if (this.#piece.length < pieceLength) return;
    this.#hash.update(this.#piece);
    this.#piece = '';
  }
}
