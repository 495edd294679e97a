// The published files of one release → the release in our words. One file is read at a time, and let go.
import type { Progress, RecognisedFile } from '@codeset/ingestion';
import {
  type ConceptRecord,
  CodesetError,
  type Finding,
  type FrontMatter,
  type NormalizedRelease,
  type ReleaseName,
} from '@codeset/terminology';
import { lostLinks } from './checks/lost-links.ts';
import { tabularEqualsOrder } from './checks/tabular-equals-order.ts';
import { linkTargets } from './link-targets.ts';
import type { NoteReading } from './note-set-of-entry.ts';
import { orderOnlyConcepts } from './order-only-concepts.ts';
import { type OrderRows, readOrderRows } from './order-rows.ts';
import { readAddenda } from './read-addenda.ts';
import { readIndexFiles } from './read-index-files.ts';
import { type PoaExempt, readPoaExempt } from './read-poa-exempt.ts';
import { readTabularList, type TabularList } from './read-tabular-list.ts';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import type { Role } from './roles.ts';
import { tabularConcepts } from './tabular-concepts.ts';

/** What order file, tabular list and POA-exempt list come to; their own records are let go with them. */
type Body = Pick<NormalizedRelease, 'parts' | 'concepts' | 'sourceRecords' | 'findings'> & {
  readonly introduction: FrontMatter['introduction'];
};

/** Parses and normalizes; throws CodesetError FILE_REFUSED with places, FILE_MISSING without an order file. */
export async function normalize(
  files: readonly RecognisedFile[],
  name: ReleaseName,
  progress: Progress,
): Promise<NormalizedRelease> {
  return await refusingSourceFiles(async () => {
    const body = await readBody(files, name.version, progress);
    const indexFiles = await readIndexFiles(files, name.version, progress);
    return {
      name,
      parts: [...body.parts, ...indexFiles.parts],
      concepts: body.concepts,
      index: indexFiles.index,
      frontMatter: { introduction: body.introduction, indexes: indexFiles.headings },
      announcements: await readAddenda(files, progress),
      sourceRecords: { ...body.sourceRecords, ...indexFiles.sourceRecords },
      findings: [...body.findings, ...indexFiles.findings],
    };
  });
}

async function readBody(
  files: readonly RecognisedFile[],
  version: string,
  progress: Progress,
): Promise<Body> {
  const orderFile = fileOf(files, 'order-file');
  if (!orderFile) throw new CodesetError('FILE_MISSING', 'A release of ICD-10-CM must have its order file.');
  progress(`reading ${orderFile.file.name}`);
  const order = readOrderRows(await orderFile.file.read(), orderFile.file.name);
  const tabularFile = fileOf(files, 'tabular-list');
  const tabular = tabularFile ? await readTabularList(tabularFile, version, progress) : null;
  const poa = await readPoaExempt(files, order, version);
  const { concepts, findings } = makeConcepts(orderFile.file.name, order, tabular, poa);
  return {
    parts: ['order-file', ...(tabular ? ['tabular-list'] : []), ...(poa.codes ? ['poa-exempt-list'] : [])],
    concepts,
    introduction: tabular?.introduction ?? [],
    sourceRecords: { 'order file lines': order.rows.length, ...tabular?.sourceRecords, ...poa.sourceRecords },
    findings: [...order.findings, ...(tabular?.findings ?? []), ...poa.findings, ...findings],
  };
}

function makeConcepts(
  orderFile: string,
  order: OrderRows,
  tabular: TabularList | null,
  poa: PoaExempt,
): { concepts: readonly ConceptRecord[]; findings: readonly Finding[] } {
  if (!tabular) return orderOnlyConcepts(order, poa.codes, orderFile);
  const findings = tabularEqualsOrder(tabular.derived, order, orderFile, tabular.file);
  const targets = linkTargets(order.byCode);
  const reading: NoteReading = {
    file: tabular.file,
    targets,
    findings,
    lostLinks: new Map(),
    ofExtension: new Map(),
  };
  const derived = new Map(tabular.derived.map((code) => [code.code, code]));
  const { chapters } = tabular;
  const concepts = tabularConcepts({ order, chapters, derived, poaExempt: poa.codes, reading });
  findings.push(...lostLinks(reading.lostLinks, tabular.file));
  return { concepts, findings };
}

function fileOf(files: readonly RecognisedFile[], role: Role): RecognisedFile | undefined {
  return files.find((file) => file.role === role);
}
