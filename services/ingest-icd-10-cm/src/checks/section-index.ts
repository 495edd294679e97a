// The overview at a chapter's head must agree with the chapter's sections.
import type { Finding } from '@codeset/terminology';
import { foldText, splitRange } from '../fold-text.ts';
import type { SectionRef, TabularChapter, TabularSection } from '../tabular.ts';

const rule = 'section-index';

/** Warnings for references without a section, other titles or ranges, and sections that the overview leaves out. */
export function sectionIndexAgrees(chapter: TabularChapter, file: string): Finding[] {
  if (chapter.sectionRefs.length === 0) return [];
  const findings: Finding[] = [];
  const sections = new Map(chapter.sections.map((section) => [section.id, section]));
  const listed = new Set<string>();
  for (const ref of chapter.sectionRefs) {
    const id = ref.id ?? rangeOf(ref);
    listed.add(id);
    const section = sections.get(id);
    const message = section
      ? difference(ref, section)
      : `The overview lists ${id}, which is not among the sections.`;
    if (message) findings.push({ severity: 'warning', rule, message, where: `${file}:${ref.line}` });
  }
  for (const { id, line, diags } of chapter.sections) {
    if (listed.has(id)) continue;
    const what = diags.length === 0 ? 'The group heading' : 'The section';
    const message = `${what} ${id} is not in the overview of chapter ${chapter.name}.`;
    const severity = diags.length === 0 ? 'info' : 'warning';
    findings.push({ severity, rule, message, where: `${file}:${line}` });
  }
  return findings;
}

function difference(ref: SectionRef, section: TabularSection): string | null {
  const { id } = section;
  if (ref.id !== null && ref.first !== null && ref.last !== null && rangeOf(ref) !== id) {
    return `The overview gives ${id} the range ${rangeOf(ref)}.`;
  }
  const title = foldText(splitRange(section.desc).text);
  const text = foldText(ref.text);
  return text === title ? null : `The overview calls ${id} “${text}”, the section itself “${title}”.`;
}

function rangeOf({ first, last }: SectionRef): string {
  return first === last ? (first ?? '') : `${first ?? ''}-${last ?? ''}`;
}
