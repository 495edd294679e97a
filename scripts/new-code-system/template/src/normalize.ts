// The published files of one release → the release in our words.
import type { RecognisedFile } from '@codeset/ingestion';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import {
  CodesetError,
  type ConceptRecord,
  type Finding,
  type NormalizedRelease,
  type ReleaseName,
} from '@codeset/terminology';
import { type CodeListLine, parseCodeList } from './parse-code-list.ts';

/** Parses and normalizes; throws CodesetError FILE_REFUSED with places, FILE_MISSING without the list. */
export async function normalize(
  files: readonly RecognisedFile[],
  name: ReleaseName,
): Promise<NormalizedRelease> {
  return await refusingSourceFiles(async () => {
    const list = files.find(({ role }) => role === 'code-list')?.file;
    if (!list) throw new CodesetError('FILE_MISSING', 'A release of example codes must have its list.');
    const { version, lines } = parseCodeList(await list.read(), list.name);
    if (version !== name.version) {
      throw new CodesetError(
        'FILE_REFUSED',
        `${list.name}:1: found version ${version}, expected ${name.version}. Name the files of that release.`,
      );
    }
    return {
      name,
      parts: ['code-list'],
      concepts: lines.map(conceptOf),
      index: [],
      frontMatter: { introduction: [], indexes: [] },
      announcements: [],
      sourceRecords: { 'list lines': lines.length },
      findings: lines.flatMap((line) => cutTitle(line, list.name)),
    };
  });
}

function conceptOf({ code, parent, title, selectable }: CodeListLine): ConceptRecord {
  return {
    key: code,
    code,
    parentKey: parent === '' ? null : parent,
    content: {
      kind: 'code',
      display: title,
      designations: [],
      selectable: selectable === 'yes',
      properties: [],
      effectiveFrom: null,
      effectiveTo: null,
    },
    noteSet: null,
    propertySet: null,
    designationSet: null,
  };
}

function cutTitle({ line, code, title }: CodeListLine, file: string): Finding[] {
  if (!title.endsWith(',')) return [];
  const message = `The title of ${code} ends in a comma: “${title}”.`;
  return [{ severity: 'warning', rule: 'title-without-end', message, where: `${file}:${line}` }];
}
