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
  readonly designationSetHash: string | null;
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
    const { key, code, parentKey, contentHash, noteSetHash, propertySetHash, designationSetHash } = concept;
    const identity = `${member(key)},${member(code)},${member(parentKey)}`;
    const sets = `${hashMember(noteSetHash)},${hashMember(propertySetHash)}`;
    // Only releases that have translations say so: the digests of the others are older than the word.
    const translations = designationSetHash === null ? '' : `,${hashMember(designationSetHash)}`;
    this.#line(`["c",${identity},${hashMember(contentHash)},${sets}${translations}]`);
  }

  addIndexEntry(entry: DigestIndexEntry): void {
    this.#line(`["i",${member(entry.kind)},${entry.depth},${hashMember(entry.contentHash)}]`);
  }

  /** Ends the digest; nothing can be added afterwards. */
  finish(frontMatter: FrontMatter): string {
    this.#hash.update(this.#piece);
    this.#hash.update(canonicalJson(['f', frontMatter]));
    return this.#hash.digest('hex');
  }

  #line(line: string): void {
    this.#piece += `${line}\n`;
    if (this.#piece.length < pieceLength) return;
    this.#hash.update(this.#piece);
    this.#piece = '';
  }
}

/** A hash as JSON has it. */
function hashMember(hash: string | null): string {
  return hash === null ? 'null' : `"${hash}"`;
}

const plain = /^[\w.:/-]*$/;

/** A text as JSON has it; codes and keys need no escapes, and JSON.stringify takes longer to find that out. */
function member(text: string | null): string {
  if (text === null) return 'null';
  return plain.test(text) ? `"${text}"` : JSON.stringify(text);
}
