// The typed facts that ICD-11 MMS gives of an entity, beside title, code and tree.
import type { PropertyDefinition, PropertyType } from '@codeset/terminology';

function property(
  code: string,
  title: string,
  type: PropertyType,
  description: string,
  part?: string,
): PropertyDefinition {
  return { code, title, type, description, values: [], ...(part === undefined ? {} : { part }) };
}

export const properties: readonly PropertyDefinition[] = [
  property(
    'residual',
    'Residual',
    'boolean',
    'Whether the category stands for what its siblings leave over: other specified, or unspecified.',
  ),
  property('chapter', 'Chapter', 'string', 'The number of its chapter, 01 to 26, V or X.'),
  property(
    'depth-in-kind',
    'Depth in kind',
    'integer',
    '1 for the first of its class kind on the way down from the chapter, 2 for one right below one of the same kind.',
  ),
  property('leaf', 'Leaf', 'boolean', 'Whether nothing stands below it.'),
  property(
    'primary-tabulation',
    'Primary tabulation',
    'boolean',
    'Whether the category belongs to the primary tabulation; absent for chapters and blocks.',
    'primary-tabulation',
  ),
  property(
    'grouping',
    'Grouping',
    'concept',
    'The BlockId of a block above it; up to five, the highest first.',
    'groupings',
  ),
  property(
    'post-coordination',
    'Any post-coordination',
    'boolean',
    'Whether other codes can be added to it; in the first editions only.',
    'post-coordination',
  ),
  property(
    'primary-location',
    'Primary location',
    'boolean',
    'Whether this is its main place in the tree; in drafts only.',
    'editing',
  ),
  property(
    'non-residual-children',
    'Children that are no residuals',
    'integer',
    'How many of its children are no residuals; in drafts only.',
    'editing',
  ),
  property(
    'icat-link',
    'Link to iCat',
    'string',
    "The entity's page in WHO's editing platform; in drafts only.",
    'editing',
  ),
  property(
    'foundation-uri',
    'Foundation URI',
    'string',
    'The URI of the entity over all releases; residuals have none.',
  ),
  property(
    'linearization-uri',
    'Linearization URI',
    'string',
    'The URI of the entity in MMS, as the release writes it.',
  ),
  property('browser-link', 'Browser link', 'string', "The entity's page in WHO's browser."),
];
