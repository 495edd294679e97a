// The places of a tabular XML that the parsers read; whatever else is met is reported as not captured.
import { noteElements } from './tabular.ts';

const entries = ['chapter', 'section', 'diag'];
const lists = noteElements.filter((element) => element !== 'sectionIndex');

/** Paths as XmlCoverageLine writes them. */
export const capturedInTabular: readonly string[] = [
  '#document>ICD10CM.tabular',
  'ICD10CM.tabular@isAddenda',
  ...['version', 'title', 'introduction', 'chapter'].map((element) => `ICD10CM.tabular>${element}`),
  'version#text',
  'title#text',
  'introduction>introSection',
  'introSection@type',
  'introSection>title',
  'introSection>instruction',
  'instruction>note',
  'chapter>name',
  'chapter>sectionIndex',
  'chapter>section',
  'sectionIndex>sectionRef',
  'sectionIndex>note',
  ...['first', 'last', 'id'].map((attribute) => `sectionRef@${attribute}`),
  'sectionRef#text',
  'section@id',
  'section>diag',
  'diag>name',
  'name#text',
  'diag@placeholder',
  'diag>diag',
  ...entries.flatMap((entry) => ['desc', 'sevenChrDef', ...lists].map((element) => `${entry}>${element}`)),
  'desc#text',
  ...lists.map((list) => `${list}>note`),
  'note#text',
  'sevenChrDef>extension',
  'sevenChrDef>note',
  'extension@char',
  'extension#text',
  'diag>visualImpairment',
  'visualImpairment>visCategory',
  'visCategory>heading',
  'visCategory>value',
  'visCategory>visRange',
  ...['heading', 'visMax', 'visMin'].map((element) => `visRange>${element}`),
  ...['visMax', 'visMin'].flatMap((element) => [`${element}>heading`, `${element}>value`]),
  'heading#text',
  'value#text',
];
