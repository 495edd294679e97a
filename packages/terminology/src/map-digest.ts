// The digest of a map's release: proof that two databases hold the same mappings in the same order.
import { createHash } from 'node:crypto';
import type { MappedVersions, Mapping, MentionedConcept, NormalizedMap } from './concept-map.ts';

/** The digest of a whole release. */
export function digestOfMap({
  mappings,
  mentions,
  between,
}: Pick<NormalizedMap, 'mappings' | 'mentions' | 'between'>): string {
  const digest = new MapDigest();
  for (const mapping of mappings) digest.add(mapping);
  for (const mention of mentions) digest.addMention(mention);
  digest.addVersions(between);
  return digest.finish();
}

/**
 * Takes a release's mappings in order, then what it mentions, and gives the digest, a sha256 in hex. It depends on
 * content alone; what a map does not say adds nothing.
 */
export class MapDigest {
  readonly #hash = createHash('sha256');

  /** Adds the next mapping, as a line of JSON: a list of its members in a fixed order. */
  add(mapping: Mapping): void {
    const { sourceCode, sourceTo, sourceBelow, sourceWith, targetCode, relationship, properties, place } =
      mapping;
    const { sourceKey, targetKey } = mapping;
    const form = [
      sourceCode,
      sourceTo,
      sourceBelow,
      sourceWith.map(({ text, from, to, below }) => [text, from, to, below]),
      targetCode,
      relationship,
      properties.map(({ code, value }) => [code, value]),
      place,
      ...(sourceKey === null && targetKey === null ? [] : [sourceKey, targetKey]),
    ];
    this.#hash.update(`${JSON.stringify(form)}\n`);
  }

  /** Adds the next mention. */
  addMention({ side, key, code, kind, depthInKind, chapter, title }: MentionedConcept): void {
    this.#hash.update(`${JSON.stringify([side, key, code, kind, depthInKind, chapter, title])}\n`);
  }

  /** Adds between which releases it is. */
  addVersions({ source, target }: MappedVersions): void {
    if (source !== null || target !== null) this.#hash.update(`${JSON.stringify({ source, target })}\n`);
  }

  /** Ends the digest; nothing can be added afterwards. */
  finish(): string {
    return this.#hash.digest('hex');
  }
}
