// Which elements, attributes and texts of the XML files were met, and whether each is captured.
import {
  decodeXml,
  type SourceFile,
  tallyXml,
  type XmlCoverage,
  type XmlCoverageLine,
} from '@codeset/source-files';
import type { FileCoverage, RecognisedFile } from '@codeset/ingestion';
import type { Finding } from '@codeset/terminology';
import { capturedInIndex } from './captured-index.ts';
import { capturedInTabular } from './captured-tabular.ts';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';

const indexRoles = ['index-to-diseases', 'external-cause-index', 'neoplasm-table', 'drug-table'];

/** Counts every XML file by a reading of its own, apart from the parsers'. Files that are not XML are left out. */
export async function coverage(files: readonly RecognisedFile[]): Promise<FileCoverage[]> {
  const reports: FileCoverage[] = [];
  for (const { file, role } of files) {
    const captured = capturedInRole(role);
    if (captured) reports.push({ file: file.name, role, lines: await tally(file, captured) });
  }
  return reports;
}

/** The places that the parser of a role reads; null for roles that are not XML. */
export function capturedInRole(role: string): readonly string[] | null {
  if (role === 'tabular-list') return capturedInTabular;
  return indexRoles.includes(role) ? capturedInIndex : null;
}

/** A warning for each place that was met and is not captured. */
export function notCaptured(met: XmlCoverage, file: string): Finding[] {
  return met.uncaptured().map(({ path, count }) => ({
    severity: 'warning',
    rule: 'not-captured',
    message: `${path} was met ${count} times and is not captured.`,
    where: file,
  }));
}

async function tally(file: SourceFile, captured: readonly string[]): Promise<XmlCoverageLine[]> {
  return await refusingSourceFiles(async () => {
    const met = tallyXml(decodeXml(await file.read(), file.name), file.name);
    met.capture(...captured);
    return met.report();
  });
}
