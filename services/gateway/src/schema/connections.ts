// The connections of the schema.
import { connectionType } from './connection.ts';
import { Concept, ConceptChange, IndexChange, IndexEntry, MapChange, Mapping, SearchHit } from './refs.ts';

export const ConceptConnection = connectionType('Concept', Concept, 'concepts');
export const ConceptChangeConnection = connectionType('ConceptChange', ConceptChange, 'changes');
export const IndexChangeConnection = connectionType('IndexChange', IndexChange, 'index changes');
export const MapChangeConnection = connectionType('MapChange', MapChange, 'sources of a map that changed');
export const MappingConnection = connectionType('Mapping', Mapping, 'mappings');
export const SearchHitConnection = connectionType('SearchHit', SearchHit, 'hits');
export const IndexEntryConnection = connectionType('IndexEntry', IndexEntry, 'index entries');
