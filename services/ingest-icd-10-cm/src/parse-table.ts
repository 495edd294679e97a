// The neoplasm table: small enough for xml2js to read whole.
import { childElements, documentNode, readXmlTree, textOf, type XmlCoverage } from '@codeset/source-files';
import type { IndexFileItem } from './index-file.ts';
import { LineProblems } from '@codeset/ingestion/refusals';
import { headingItems } from './parse-index.ts';
import { indexTerms } from './parse-index-term.ts';

/** As parseIndex, by a parser of another make. */
export async function* parseTable(
  bytes: Buffer,
  file: string,
  coverage: XmlCoverage,
): AsyncGenerator<IndexFileItem> {
  const problems = new LineProblems(file);
  const root = await readXmlTree(bytes, file);
  coverage.meetTree(documentNode, root);
  for (const element of childElements(root)) {
    yield* headingItems(element);
    if (element.name !== 'letter') continue;
    const letter = childElements(element, 'title').map(textOf).join(' ').trim();
    for (const mainTerm of childElements(element, 'mainTerm')) {
      for (const term of indexTerms(mainTerm, letter, 0, problems)) yield { type: 'term', term };
    }
  }
  problems.throwIfAny();
}
