// The places of an index or table XML that the parsers read; whatever else is met is reported as not captured.
import { referenceElements } from './index-file.ts';

const terms = ['mainTerm', 'term'];

/** Paths as XmlCoverageLine writes them. */
export const capturedInIndex: readonly string[] = [
  '#document>ICD10CM.index',
  'ICD10CM.index@isAddenda',
  ...['version', 'title', 'indexHeading', 'letter'].map((element) => `ICD10CM.index>${element}`),
  'version#text',
  'indexHeading>head',
  'head@col',
  'head#text',
  'letter>title',
  'letter>mainTerm',
  ...terms.flatMap((term) =>
    ['title', 'nemod', 'term', ...referenceElements].map((element) => `${term}>${element}`),
  ),
  'term@level',
  'title>nemod',
  'title#text',
  'nemod#text',
  'cell@col',
  ...referenceElements.map((element) => `${element}#text`),
];
