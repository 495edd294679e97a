// The whole schema: importing a file of schema/ registers its types, then the builder makes the schema of them.
import { builder } from './builder.ts';
import './schema/carried-list.ts';
import './schema/code-system.ts';
import './schema/concept-change.ts';
import './schema/concept-dates.ts';
import './schema/concept-map.ts';
import './schema/concept-texts.ts';
import './schema/concept.ts';
import './schema/expression.ts';
import './schema/history.ts';
import './schema/index-change.ts';
import './schema/index-entry.ts';
import './schema/limits.ts';
import './schema/lineage.ts';
import './schema/look-up-result.ts';
import './schema/map-diff.ts';
import './schema/mapped-concept.ts';
import './schema/mapping.ts';
import './schema/note.ts';
import './schema/path.ts';
import './schema/query.ts';
import './schema/reconciliation.ts';
import './schema/release-diff-indexes.ts';
import './schema/release-diff.ts';
import './schema/release-parts.ts';
import './schema/release.ts';
import './schema/scalars.ts';
import './schema/search.ts';
import './schema/search-hit.ts';
import './schema/suggestion.ts';
import './schema/seventh-character.ts';
import './schema/terms.ts';
import './schema/translation.ts';

/** The executable schema of the gateway. */
export const schema = builder.toSchema();
