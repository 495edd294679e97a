// The tabular list of a release, whole: chapters, derived codes, introduction, and what reading it had to say.
import { XmlCoverage } from '@codeset/source-files';
import type { Progress, RecognisedFile } from '@codeset/ingestion';
import type { Finding, IntroductionSection } from '@codeset/terminology';
import { capturedInTabular } from './captured-tabular.ts';
import { lowerCasePlaceholders } from './checks/lower-case-placeholders.ts';
import { sectionIndexAgrees } from './checks/section-index.ts';
import { xmlVersionAgrees } from './checks/year-of-file.ts';
import { notCaptured } from './coverage.ts';
import { type DerivedCode, deriveCodes } from './derive-codes.ts';
import { elementCounts } from './element-counts.ts';
import { foldText } from './fold-text.ts';
import { parseTabular } from './parse-tabular.ts';
import type { IntroSection, TabularChapter } from './tabular.ts';

export interface TabularList {
  readonly file: string;
  readonly chapters: readonly TabularChapter[];
  /** In tabular order. */
  readonly derived: readonly DerivedCode[];
  readonly introduction: readonly IntroductionSection[];
  readonly sourceRecords: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}

/** Reads the whole list; throws as parseTabular does. */
export async function readTabularList(
  { file }: RecognisedFile,
  version: string,
  progress: Progress,
): Promise<TabularList> {
  const coverage = new XmlCoverage(capturedInTabular);
  const chapters: TabularChapter[] = [];
  const introduction: IntroductionSection[] = [];
  let written: string | null = null;
  for (const item of parseTabular(await file.read(), file.name, coverage)) {
    if (item.type === 'version') written = item.text;
    else if (item.type === 'title')
      introduction.push(introductionSection({ type: 'title', title: item.text, instructions: [] }));
    else if (item.type === 'introSection') introduction.push(introductionSection(item.section));
    else {
      chapters.push(item.chapter);
      progress(`reading ${file.name}: chapter ${item.chapter.name}`);
    }
  }
  const derived = chapters.flatMap((chapter) =>
    chapter.sections.flatMap((section) => [...deriveCodes(chapter, section)]),
  );
  const lowered = derived.flatMap(({ diag, code }) => (diag?.lowerCaseX ? [code] : []));
  return {
    file: file.name,
    chapters,
    derived,
    introduction,
    sourceRecords: sourceRecordsOf(coverage),
    findings: [
      ...xmlVersionAgrees(written, version, file.name),
      ...lowerCasePlaceholders(lowered, file.name),
      ...chapters.flatMap((chapter) => sectionIndexAgrees(chapter, file.name)),
      ...notCaptured(coverage, file.name),
    ],
  };
}

function introductionSection({ type, title, instructions }: IntroSection): IntroductionSection {
  return { type, title: foldText(title), instructions: instructions.map(foldText) };
}

function sourceRecordsOf(coverage: XmlCoverage): Record<string, number> {
  const met = elementCounts(coverage);
  const names = ['chapter', 'section', 'diag', 'note', 'extension'];
  return Object.fromEntries(names.map((name) => [`tabular list: ${name} elements`, met.get(name) ?? 0]));
}
