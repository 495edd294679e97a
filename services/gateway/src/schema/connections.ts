// The connections of the schema.
import { connectionType } from './connection.ts';
import { Concept, IndexEntry } from './refs.ts';

export const ConceptConnection = connectionType('Concept', Concept, 'concepts');
export const IndexEntryConnection = connectionType('IndexEntry', IndexEntry, 'index entries');
