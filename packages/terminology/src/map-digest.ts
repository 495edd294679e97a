// The digest of a map's release: proof that two databases hold the same mappings in the same order.
import { createHash } from 'node:crypto';
import type { Mapping } from './concept-map.ts';

/** Takes a release's mappings in order and gives the digest, a sha256 in hex. It depends on content alone. */
export class MapDigest {
  readonly #hash = createHash('sha256');

  /** Adds the next mapping, as a line of JSON: a list of its members in a fixed order. */
  add(mapping: Mapping): void {
    const { sourceCode, sourceTo, sourceBelow, sourceWith, targetCode, relationship, properties, place } =
      mapping;
    const form = [
      sourceCode,
      sourceTo,
      sourceBelow,
      sourceWith.map(({ text, from, to, below }) => [text, from, to, below]),
      targetCode,
      relationship,
      properties.map(({ code, value }) => [code, value]),
      place,
    ];
    this.#hash.update(`${JSON.stringify(form)}\n`);
  }

  /** Ends the digest; nothing can be added afterwards. */
  finish(): string {
    return this.#hash.digest('hex');
  }
}
