// A mainTerm element with its terms → lines of the index, each before those under it.
import { textOf, type XmlElement } from '@codeset/source-files';
import {
  type IndexFileReference,
  type IndexFileTerm,
  type ReferenceElement,
  referenceElements,
  type TitlePart,
} from './index-file.ts';
import type { LineProblems } from '@codeset/ingestion/refusals';

const references: ReadonlySet<string> = new Set(referenceElements);

/** The lines of one main term; one without a title is noted as a problem and passed over with what is under it. */
export function* indexTerms(
  element: XmlElement,
  letter: string | null,
  depth: number,
  problems: LineProblems,
): Generator<IndexFileTerm> {
  const title: TitlePart[] = [];
  const leads: IndexFileReference[] = [];
  const below: XmlElement[] = [];
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'title') title.push(...titleParts(child));
    // One older edition has the modifiers beside the title, not in it.
    else if (child.name === 'nemod') title.push({ nemod: true, text: textOf(child) });
    else if (child.name === 'term') below.push(child);
    else if (isReference(child.name)) leads.push(referenceOf(child, child.name, problems));
  }
  if (title.length === 0) {
    const found = `a ${element.name} without a title`;
    problems.add({ line: element.line, columns: null, found, expected: 'its title' });
    return;
  }
  const level = levelOf(element.attributes['level']);
  yield { line: element.line, letter, depth, level, title, references: leads };
  for (const term of below) yield* indexTerms(term, null, depth + 1, problems);
}

function titleParts(title: XmlElement): TitlePart[] {
  return title.children.map((part) =>
    typeof part === 'string'
      ? { nemod: false, text: part }
      : { nemod: part.name === 'nemod', text: textOf(part) },
  );
}

function isReference(name: string): name is ReferenceElement {
  return references.has(name);
}

function referenceOf(
  element: XmlElement,
  name: ReferenceElement,
  problems: LineProblems,
): IndexFileReference {
  const col = name === 'cell' ? levelOf(element.attributes['col']) : null;
  if (name === 'cell' && col === null) {
    const found = `col="${element.attributes['col'] ?? ''}"`;
    problems.add({
      line: element.line,
      columns: null,
      found,
      expected: 'a cell with the number of its column',
    });
  }
  return { element: name, text: textOf(element), col };
}

function levelOf(attribute: string | undefined): number | null {
  return attribute !== undefined && /^[1-9]\d?$/.test(attribute.trim()) ? Number(attribute) : null;
}
