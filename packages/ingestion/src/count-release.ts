// The numbers of a release: concepts, codes, selectable ones, headers, and by kind; notes and index entries by kind.
import { type CodeSystemDefinition, type NormalizedRelease, codeKindsOf } from '@codeset/terminology';

/**
 * Counts by name: `concepts`, `code rows` (concepts of the kinds that are codes), `selectable`, `header` (code rows
 * that are not selectable), `notes`, `index entries`, and `kind …`, `note …`, `index …` for each kind met, `texts …` for each
 * language of a translation.
 */
export function countRelease(
  release: NormalizedRelease,
  definition: CodeSystemDefinition,
): Readonly<Record<string, number>> {
  const codeKinds = codeKindsOf(definition);
  const counts: Record<string, number> = {
    concepts: 0,
    'code rows': 0,
    selectable: 0,
    header: 0,
    notes: 0,
    'index entries': 0,
  };
  const add = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  for (const { content, noteSet, designationSet } of release.concepts) {
    add('concepts');
    add(`kind ${content.kind}`);
    if (codeKinds.has(content.kind)) {
      add('code rows');
      add(content.selectable ? 'selectable' : 'header');
    }
    for (const { kind } of noteSet?.notes ?? []) {
      add('notes');
      add(`note ${kind}`);
    }
    for (const { language } of designationSet?.designations ?? []) add(`texts ${language}`);
  }
  for (const { kind } of release.index) {
    add('index entries');
    add(`index ${kind}`);
  }
  return counts;
}
