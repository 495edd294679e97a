// The index to diseases and the index to external causes: an XML stream, one main term held at a time.
import {
  childElements,
  decodeXml,
  textOf,
  type XmlCoverage,
  type XmlElement,
  type XmlPath,
} from '@codeset/source-files';
import type { IndexFileHeading, IndexFileItem } from './index-file.ts';
import { LineProblems } from '@codeset/ingestion/refusals';
import { indexTerms } from './parse-index-term.ts';
import { xmlRecords } from './xml-records.ts';

const openElements = new Set(['ICD10CM.index', 'letter']);

/**
 * What an index holds, in document order; `coverage` counts everything met. Throws CodesetError FILE_REFUSED for
 * terms without a title, up to twenty at a time; SourceFileError for what is not well-formed XML.
 */
export function* parseIndex(bytes: Buffer, file: string, coverage: XmlCoverage): Generator<IndexFileItem> {
  const problems = new LineProblems(file);
  let letter: string | null = null;
  for (const item of xmlRecords(decodeXml(bytes, file), file, isRecord, coverage)) {
    if (item.type !== 'record') continue;
    const { element, path } = item;
    if (path.length === 3 && element.name === 'title') letter = textOf(element).trim();
    else if (element.name !== 'mainTerm') yield* headingItems(element);
    else for (const term of indexTerms(element, letter, 0, problems)) yield { type: 'term', term };
  }
  problems.throwIfAny();
}

function isRecord(path: XmlPath): boolean {
  return !openElements.has(path.at(-1) ?? '');
}

/** Version, title and column headings, from the elements above the letters. */
export function* headingItems(element: XmlElement): Generator<IndexFileItem> {
  if (element.name === 'version') yield { type: 'version', text: textOf(element).trim() };
  if (element.name === 'title') yield { type: 'title', text: textOf(element) };
  if (element.name === 'indexHeading') yield { type: 'columns', columns: columnsOf(element) };
}

function columnsOf(indexHeading: XmlElement): IndexFileHeading['columns'] {
  return childElements(indexHeading, 'head').map((head) => ({
    column: Number(head.attributes['col']),
    title: textOf(head),
  }));
}
