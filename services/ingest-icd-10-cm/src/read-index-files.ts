// The index files of a release, one after the other → index records, headings, counts, findings.
import { XmlCoverage } from '@codeset/source-files';
import type { Progress, RecognisedFile } from '@codeset/ingestion';
import type { Finding, IndexHeading, IndexRecord } from '@codeset/terminology';
import { capturedInIndex } from './captured-index.ts';
import { xmlVersionAgrees } from './checks/year-of-file.ts';
import { notCaptured } from './coverage.ts';
import { elementCounts } from './element-counts.ts';
import { foldText } from './fold-text.ts';
import type { IndexFileItem, IndexFileTerm } from './index-file.ts';
import { indexRecordOf } from './index-records.ts';
import { parseIndex } from './parse-index.ts';
import { parseTable } from './parse-table.ts';

/** The index files in the order of the definition's parts. */
const indexFiles = [
  { role: 'index-to-diseases', kind: 'diseases', parse: parseIndex },
  { role: 'external-cause-index', kind: 'external-causes', parse: parseIndex },
  { role: 'neoplasm-table', kind: 'neoplasms', parse: parseTable },
  { role: 'drug-table', kind: 'drugs', parse: parseIndex },
] as const;

type IndexFile = (typeof indexFiles)[number];

export interface IndexFiles {
  readonly index: readonly IndexRecord[];
  readonly headings: readonly IndexHeading[];
  readonly parts: readonly string[];
  readonly sourceRecords: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}

/** Reads them one at a time; throws as the parsers do. */
export async function readIndexFiles(
  files: readonly RecognisedFile[],
  version: string,
  progress: Progress,
): Promise<IndexFiles> {
  const index: IndexRecord[] = [];
  const headings: IndexHeading[] = [];
  const parts: string[] = [];
  const sourceRecords: Record<string, number> = {};
  const findings: Finding[] = [];
  for (const indexFile of indexFiles) {
    const given = files.find(({ role }) => role === indexFile.role);
    if (!given) continue;
    progress(`reading ${given.file.name}`);
    const { heading, records, met, found } = await readOne(indexFile, given, version, progress);
    for (const record of records) index.push(record);
    headings.push(heading);
    parts.push(indexFile.role);
    findings.push(...found);
    for (const name of ['mainTerm', 'term', 'code', 'cell']) {
      const count = met.get(name);
      if (count !== undefined) sourceRecords[`${indexFile.kind}: ${name} elements`] = count;
    }
  }
  return { index, headings, parts, sourceRecords, findings };
}

async function readOne(
  { kind, parse }: IndexFile,
  { file }: RecognisedFile,
  version: string,
  progress: Progress,
) {
  const coverage = new XmlCoverage(capturedInIndex);
  const records: IndexRecord[] = [];
  const found: Finding[] = [];
  let written: string | null = null;
  let heading: IndexHeading = { kind, title: null, columns: [] };
  for await (const item of parse(await file.read(), file.name, coverage)) {
    if (item.type === 'term') {
      records.push(indexRecordOf(kind, item.term));
      found.push(...otherLevel(item.term, file.name));
      if (records.length % 5000 === 0) progress(`reading ${file.name}: ${records.length} index entries`);
    } else if (item.type === 'version') {
      written = item.text;
    } else {
      heading = withHeading(heading, item);
    }
  }
  found.push(...xmlVersionAgrees(written, version, file.name), ...notCaptured(coverage, file.name));
  return { heading, records, met: elementCounts(coverage), found };
}

function withHeading(
  heading: IndexHeading,
  item: Exclude<IndexFileItem, { type: 'term' | 'version' }>,
): IndexHeading {
  if (item.type === 'title') return { ...heading, title: foldText(item.text) };
  return {
    ...heading,
    columns: item.columns.map(({ column, title }) => ({ column, title: foldText(title) })),
  };
}

/** The depth is that of the elements; a level that says otherwise is reported. */
function otherLevel({ depth, level, line }: IndexFileTerm, file: string): Finding[] {
  if (level === depth || (depth === 0 && level === null)) return [];
  const message = `A term nested ${depth} deep has the level ${level ?? 'missing'}; the nesting is kept.`;
  return [{ severity: 'warning', rule: 'index-level', message, where: `${file}:${line}` }];
}
