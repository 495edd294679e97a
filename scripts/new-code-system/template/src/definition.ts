// What example codes are: identity, publisher, and the words their data use.
import type { CodeSystemDefinition, TermDefinition } from '@codeset/terminology';
import { versionForm } from './release-name.ts';

const term = (code: string, title: string, description: string): TermDefinition => ({
  code,
  title,
  description,
});

export const definition: CodeSystemDefinition = {
  id: 'example-codes',
  uri: 'http://example.org/example-codes',
  title: 'Example codes',
  publisher: 'Say who publishes it.',
  licence: 'Say on which terms, in one sentence.',
  attribution: null,
  cadence: 'Each year on 1 January.',
  hierarchyMeaning: 'is-a',
  language: 'en',
  versionForm,
  kinds: [{ ...term('code', 'Code', 'A code, header or not.'), isCode: true }],
  properties: [],
  noteKinds: [],
  designationUses: [],
  indexKinds: [],
  parts: [term('code-list', 'Code list', 'All codes with their titles.')],
  identifierForms: [],
  expressions: null,
};
