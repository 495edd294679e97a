// Made-up releases that differ from one another in every way there is; for the laws of diffs.
import { type ConceptRecord, emptyNoteSet, type Note } from '@codeset/terminology';
import type { ReleaseToBuild } from './build-release.ts';
import type { Random } from './mutate-bytes.ts';
import { release2026, smallCodeSystem } from './small-code-system.ts';

/** A generator that can be repeated. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const words = ['acute', 'chronic', 'Acute', 'failure', 'of', 'kidney,', 'kidney', 'left', 'right', 'other'];

/** A release of a few chapters, categories, subcategories and codes; each of them may be there or not. */
export function randomRelease(random: Random, version: string, year: number): ReleaseToBuild {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const text = () => Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(words)).join(' ');
  const concept = (
    kind: string,
    code: string,
    parentKey: string | null,
    selectable: boolean,
  ): ConceptRecord => ({
    key: ['chapter', 'block'].includes(kind) ? `${kind}:${code}` : code,
    code,
    parentKey,
    content: {
      kind,
      display: random() < 0.7 ? `Title of ${code}` : text(),
      designations: random() < 0.5 ? [{ use: 'short-title', language: 'en', value: text() }] : [],
      selectable,
      properties: random() < 0.3 ? [{ code: 'course', value: pick(['C', 'A']) }] : [],
      effectiveFrom: random() < 0.1 ? `${year}-01-01` : null,
      effectiveTo: random() < 0.1 ? `${year}-12-31` : null,
    },
    noteSet: {
      ...emptyNoteSet,
      title: random() < 0.1 ? text() : null,
      notes: Array.from(
        { length: Math.floor(random() * 3) },
        (_none, list): Note => ({
          kind: pick(['includes', 'excludes1']),
          list,
          text: text(),
          links: [],
        }),
      ),
      seventhCharacters:
        random() < 0.2 ? [{ character: pick(['A', 'D']), meaning: text(), notes: [] }] : null,
      placeholder: random() < 0.1,
      tables: random() < 0.1 ? [{ title: text(), rows: [[text()]] }] : [],
    },
    propertySet: { properties: random() < 0.2 ? [{ code: 'poa-exempt', value: true }] : [] },
    designationSet: null,
  });
  const there = () => random() < 0.75;
  const chapterOf = new Map(['A00', 'B01', 'C02', 'T81'].map((code) => [code, pick(['1', '2'])]));
  const concepts: ConceptRecord[] = [];
  for (const chapter of ['1', '2']) {
    concepts.push(concept('chapter', chapter, null, false));
    for (const [category, home] of chapterOf) {
      if (home !== chapter || !there()) continue;
      const children = ['0', '1', '3X'].filter(there);
      concepts.push(concept('category', category, `chapter:${chapter}`, children.length === 0));
      for (const child of children) {
        const code =
          child === '3X'
            ? pick([`${category}.3XA`, `${category}.31A`, `${category}.32A`])
            : `${category}.${child}`;
        const grandchildren = child === '0' ? ['1', '2'].filter(there) : [];
        const isCode = grandchildren.length === 0;
        concepts.push(concept(isCode ? 'code' : 'subcategory', code, category, isCode));
        for (const last of grandchildren) concepts.push(concept('code', `${code}${last}`, code, true));
      }
    }
  }
  return {
    ...release2026,
    definition: smallCodeSystem,
    version,
    effectiveFrom: `${year}-10-01`,
    scheduledTo: `${year + 1}-09-30`,
    concepts,
    index: [],
  };
}
