// The tabular list: an XML stream → introduction and whole chapters, one chapter held at a time.
import { decodeXml, textOf, type XmlCoverage, type XmlElement, type XmlPath } from '@codeset/source-files';
import { LineProblems } from '@codeset/ingestion/refusals';
import { diagOf, entryParts, sectionIdOf, sectionRefsOf } from './parse-tabular-entry.ts';
import type {
  IntroSection,
  SectionRef,
  TabularChapter,
  TabularDiag,
  TabularItem,
  TabularSection,
} from './tabular.ts';
import { xmlRecords } from './xml-records.ts';

/** Elements whose content comes piece by piece; all others come whole. */
const openElements = new Set(['ICD10CM.tabular', 'introduction', 'chapter', 'section']);

interface OpenEntry {
  readonly element: XmlElement;
  /** Its direct children but for sections and diags. */
  readonly parts: XmlElement[];
}

interface OpenSection extends OpenEntry {
  readonly diags: TabularDiag[];
}

interface OpenChapter extends OpenEntry {
  readonly sections: TabularSection[];
}

/**
 * What the tabular list holds, in document order; `coverage` counts everything met. Throws CodesetError FILE_REFUSED
 * for entries without a code or a title, up to twenty at a time; SourceFileError for what is not well-formed XML.
 */
export function* parseTabular(bytes: Buffer, file: string, coverage: XmlCoverage): Generator<TabularItem> {
  const problems = new LineProblems(file);
  let chapter: OpenChapter | null = null;
  let section: OpenSection | null = null;
  for (const item of xmlRecords(decodeXml(bytes, file), file, isRecord, coverage)) {
    if (item.type === 'text') continue;
    if (item.type === 'open') {
      const { element } = item;
      if (element.name === 'chapter') chapter = { element, parts: [], sections: [] };
      if (element.name === 'section') section = { element, parts: [], diags: [] };
    } else if (item.type === 'close') {
      if (item.name === 'section' && section) {
        const closed = sectionOf(section, problems);
        if (closed) chapter?.sections.push(closed);
        section = null;
      }
      if (item.name === 'chapter' && chapter) {
        yield { type: 'chapter', chapter: chapterOf(chapter, problems) };
        chapter = null;
      }
    } else if (section) {
      addToSection(section, item.element, problems);
    } else if (chapter) {
      chapter.parts.push(item.element);
    } else {
      yield* frontMatter(item.element, item.path);
    }
  }
  problems.throwIfAny();
}

function isRecord(path: XmlPath): boolean {
  return path.length > 1 && !openElements.has(path.at(-1) ?? '');
}

function* frontMatter(element: XmlElement, path: XmlPath): Generator<TabularItem> {
  if (path.length === 2 && element.name === 'version')
    yield { type: 'version', text: textOf(element).trim() };
  if (path.length === 2 && element.name === 'title') yield { type: 'title', text: textOf(element) };
  if (element.name === 'introSection') yield { type: 'introSection', section: introSection(element) };
}

function introSection(element: XmlElement): IntroSection {
  const title: string[] = [];
  const instructions: string[] = [];
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'title') title.push(textOf(child));
    if (child.name !== 'instruction') continue;
    for (const note of child.children) if (typeof note !== 'string') instructions.push(textOf(note));
  }
  return { type: element.attributes['type'] ?? '', title: title.join(' '), instructions };
}

function addToSection(section: OpenSection, element: XmlElement, problems: LineProblems): void {
  if (element.name !== 'diag') {
    section.parts.push(element);
    return;
  }
  const diag = diagOf(element, problems);
  if (diag) section.diags.push(diag);
}

function sectionOf({ element, parts, diags }: OpenSection, problems: LineProblems): TabularSection | null {
  const entry = entryParts(element, parts, problems);
  const given = element.attributes['id']?.trim() ?? '';
  const id = given === '' ? sectionIdOf(entry.desc, diags) : given;
  if (id !== null) return { ...entry, id, hasId: given !== '', diags };
  problems.add({
    line: element.line,
    columns: null,
    found: entry.desc,
    expected: 'a section with an id, or a range in parentheses at the end of its desc',
  });
  return null;
}

function chapterOf({ element, parts, sections }: OpenChapter, problems: LineProblems): TabularChapter {
  const name = parts.find((part) => part.name === 'name');
  const number = name ? textOf(name).trim() : '';
  if (!/^\d{1,2}$/.test(number)) {
    problems.add({
      line: element.line,
      columns: null,
      found: number,
      expected: 'a chapter with its number as name',
    });
  }
  const sectionRefs: SectionRef[] = parts
    .filter((part) => part.name === 'sectionIndex')
    .flatMap(sectionRefsOf);
  return { ...entryParts(element, parts, problems), name: number, sectionRefs, sections };
}
