// Makes a normalized release ready to be stored: places, hashes, distinct contents, counts, digest.
import type { HashedConcept, HashedIndexEntry, HashedRelease } from '@codeset/database/load';
import {
  type CodeSystemDefinition,
  type ConceptContent,
  type DesignationSet,
  type Finding,
  hashConceptContent,
  hashDesignationSet,
  hashIndexContent,
  hashNoteSet,
  hashPropertySet,
  type IndexContent,
  type IndexRecord,
  layOut,
  type NormalizedRelease,
  type NoteSet,
  type Place,
  type PropertySet,
  ReleaseDigest,
} from '@codeset/terminology';
import { countRelease } from './count-release.ts';

export interface HashedWithFindings {
  readonly hashed: HashedRelease;
  /** The laws of the tree that do not hold; all of severity error. */
  readonly findings: readonly Finding[];
}

/** Pure: the same normalized release always gives the same hashes and digest. */
export function hashRelease(
  release: NormalizedRelease,
  definition: CodeSystemDefinition,
  sample: boolean,
): HashedWithFindings {
  const { places, problems } = layOut(release.concepts);
  const store = new DistinctContents();
  const concepts = release.concepts.map((record, at) => store.addConcept(record, placeAt(places, at)));
  const indexPlaces = layOutIndex(release.index);
  const index = release.index.map((record, at) => store.addIndexEntry(record, placeAt(indexPlaces, at)));
  const digest = new ReleaseDigest();
  for (const { record, content, noteSet, propertySet, designationSet } of concepts) {
    const { key, code, parentKey } = record;
    digest.addConcept({
      key,
      code,
      parentKey,
      contentHash: content,
      noteSetHash: noteSet,
      propertySetHash: propertySet,
      designationSetHash: designationSet,
    });
  }
  for (const { record, content } of index)
    digest.addIndexEntry({ kind: record.kind, depth: record.depth, contentHash: content });
  return {
    hashed: {
      definition,
      name: release.name,
      sample,
      digest: digest.finish(release.frontMatter),
      parts: release.parts,
      counts: countRelease(release, definition),
      frontMatter: release.frontMatter,
      announcements: release.announcements,
      concepts,
      contents: store.contents,
      noteSets: store.noteSets,
      propertySets: store.propertySets,
      designationSets: store.designationSets,
      index,
      indexContents: store.indexContents,
    },
    findings: problems.map(({ key, rule, message }) => ({ severity: 'error', rule, message, where: key })),
  };
}

/** Keeps each distinct content once; sets that are the same object are hashed once. */
class DistinctContents {
  readonly contents = new Map<string, ConceptContent>();
  readonly noteSets = new Map<string, NoteSet>();
  readonly propertySets = new Map<string, PropertySet>();
  readonly designationSets = new Map<string, DesignationSet>();
  readonly indexContents = new Map<string, IndexContent>();
  readonly #known = new Map<object, string>();

  addConcept(record: NormalizedRelease['concepts'][number], place: Place): HashedConcept {
    const { content, noteSet, propertySet, designationSet } = record;
    const { content: hash } = hashConceptContent(content);
    if (!this.contents.has(hash)) this.contents.set(hash, content);
    return {
      record,
      place,
      content: hash,
      noteSet: this.#addSet(noteSet, this.noteSets, hashNoteSet),
      propertySet: this.#addSet(propertySet, this.propertySets, hashPropertySet),
      designationSet: this.#addSet(designationSet, this.designationSets, hashDesignationSet),
    };
  }

  addIndexEntry(record: IndexRecord, place: Place): HashedIndexEntry {
    const hash = hashIndexContent(record.content);
    if (!this.indexContents.has(hash)) this.indexContents.set(hash, record.content);
    return { record, place, content: hash };
  }

  #addSet<S extends object>(set: S | null, sets: Map<string, S>, hashSet: (set: S) => string): string | null {
    if (set === null) return null;
    const known = this.#known.get(set);
    if (known !== undefined) return known;
    const hash = hashSet(set);
    this.#known.set(set, hash);
    if (!sets.has(hash)) sets.set(hash, set);
    return hash;
  }
}

/** The places of index entries, whose parents follow from their depths. */
function layOutIndex(index: readonly IndexRecord[]): readonly Place[] {
  const open: string[] = [];
  return layOut(
    index.map(({ depth }, at) => {
      const key = String(at);
      const parentKey = depth === 0 ? null : (open[depth - 1] ?? null);
      open.length = depth;
      open[depth] = key;
      return { key, parentKey };
    }),
  ).places;
}

function placeAt(places: readonly Place[], at: number): Place {
  const place = places[at];
  if (!place) throw new RangeError(`no place ${at} in a list of ${places.length}`);
  return place;
}
