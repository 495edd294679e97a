// The columns of a mapping for drizzle's select, as every question about mappings gives them.
import { mapping } from '../tables.ts';

export const mappingColumns = {
  releaseId: mapping.releaseId,
  position: mapping.position,
  sourceCode: mapping.sourceCode,
  sourceKey: mapping.sourceKey,
  sourceTo: mapping.sourceTo,
  sourceBelow: mapping.sourceBelow,
  sourceWith: mapping.sourceWith,
  targetCode: mapping.targetCode,
  targetKey: mapping.targetKey,
  relationship: mapping.relationship,
  properties: mapping.properties,
  place: mapping.place,
};
