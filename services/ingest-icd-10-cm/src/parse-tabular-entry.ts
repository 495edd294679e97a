// Chapter, section and diag elements → what the publisher says of one entry of the tabular list.
import { childElements, textOf, type XmlElement } from '@codeset/source-files';
import { isPointedCode } from './code-form.ts';
import { splitRange } from './fold-text.ts';
import type { LineProblems } from '@codeset/ingestion/refusals';
import { parseVisualImpairment } from './parse-visual-impairment.ts';
import {
  type Extension,
  type NoteElement,
  type NoteList,
  noteElements,
  type SectionRef,
  type TabularDiag,
  type TabularEntry,
} from './tabular.ts';

const listElements: ReadonlySet<string> = new Set(noteElements);

/** One list for all entries that have none: most of some 46,000 diags have neither notes nor diags below them. */
const noLists: readonly NoteList[] = [];
const noDiags: readonly TabularDiag[] = [];

/** The parts that chapter, section and diag share; a missing title is noted as a problem. */
export function entryParts(
  { line, name }: XmlElement,
  parts: readonly XmlElement[],
  problems: LineProblems,
): TabularEntry {
  let lists = noLists;
  let desc = '';
  let extensions: Extension[] | null = null;
  for (const part of parts) {
    if (part.name === 'desc') desc = desc === '' ? textOf(part) : `${desc} ${textOf(part)}`;
    else if (part.name === 'sevenChrDef')
      extensions = [...(extensions ?? []), ...extensionsOf(part, problems)];
    else if (isNoteElement(part.name)) lists = [...lists, ...noteListOf(part, part.name)];
  }
  if (desc.trim() === '')
    problems.add({ line, columns: null, found: `a ${name} without desc`, expected: 'its title' });
  return { line, desc, lists, extensions };
}

/** A diag with all that is in it; null, with the problem noted, when its name is not a code. */
export function diagOf(element: XmlElement, problems: LineProblems): TabularDiag | null {
  const parts = childElements(element);
  const name = parts.find((part) => part.name === 'name');
  const published = name ? textOf(name).trim() : '';
  const code = published.includes('x') ? published.replaceAll('x', 'X') : published;
  const { line, desc, lists, extensions } = entryParts(element, parts, problems);
  let diags = noDiags;
  const below = parts.filter((part) => part.name === 'diag');
  if (below.length > 0) diags = below.flatMap((part) => diagOf(part, problems) ?? []);
  if (!isPointedCode(code)) {
    problems.add({ line, columns: null, found: published, expected: 'a diag with a code as its name' });
    return null;
  }
  return {
    line,
    desc,
    lists,
    extensions,
    name: code,
    lowerCaseX: code !== published,
    placeholder: element.attributes['placeholder'] === 'true',
    visualImpairment: parseVisualImpairment(parts.filter((part) => part.name === 'visualImpairment')),
    diags,
  };
}

/** The id of a section that was published without one: the range in its desc, else its first and last category. */
export function sectionIdOf(desc: string, diags: readonly TabularDiag[]): string | null {
  const { range } = splitRange(desc);
  if (range !== null) return range;
  const first = diags[0]?.name;
  const last = diags.at(-1)?.name;
  if (first === undefined || last === undefined) return null;
  return first === last ? first : `${first}-${last}`;
}

/** The references of a sectionIndex, in order. */
export function sectionRefsOf(sectionIndex: XmlElement): SectionRef[] {
  return childElements(sectionIndex, 'sectionRef').map((ref) => ({
    line: ref.line,
    id: ref.attributes['id'] ?? null,
    first: ref.attributes['first'] ?? null,
    last: ref.attributes['last'] ?? null,
    text: textOf(ref),
  }));
}

function isNoteElement(name: string): name is NoteElement {
  return listElements.has(name);
}

/** One list; none for a sectionIndex without notes of its own. */
function noteListOf(part: XmlElement, element: NoteElement): NoteList[] {
  const notes = childElements(part, 'note').map(textOf);
  return element === 'sectionIndex' && notes.length === 0 ? [] : [{ element, line: part.line, notes }];
}

/** A note stands after the extension that it belongs to. */
function extensionsOf(definition: XmlElement, problems: LineProblems): Extension[] {
  const extensions: { char: string; text: string; notes: string[] }[] = [];
  for (const child of childElements(definition)) {
    if (child.name === 'note') {
      const before = extensions.at(-1);
      if (before) before.notes.push(textOf(child));
      else
        addProblem(problems, child, 'a note before any extension', 'the extension that the note belongs to');
    }
    if (child.name !== 'extension') continue;
    const char = child.attributes['char']?.trim().toUpperCase() ?? '';
    if (/^[0-9A-Z]$/.test(char)) extensions.push({ char, text: textOf(child), notes: [] });
    else addProblem(problems, child, `char="${char}"`, 'one letter or digit as the 7th character');
  }
  return extensions;
}

function addProblem(problems: LineProblems, { line }: XmlElement, found: string, expected: string): void {
  problems.add({ line, columns: null, found, expected });
}
