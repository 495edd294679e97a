// Measures a validated query before it runs: how deep, how wide, and how many objects the answer is likely to hold.
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { argumentValues } from './argument-values.ts';
import { checkArguments } from './check-arguments.ts';
import type { Limits } from './limits.ts';
import { listSizeOf } from './list-size.ts';
import { beyondLimit } from './refuse.ts';

/** What a query comes to. */
export interface QueryMeasure {
  depth: number;
  fields: number;
  aliases: number;
  cost: number;
}

/** What is measured, and by what. */
export interface MeasuredQuery {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Walk {
  readonly limits: Limits;
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly measure: QueryMeasure;
}

/** Where the walk stands. */
interface Level {
  readonly type: GraphQLCompositeType | undefined;
  readonly depth: number;
  /** How many objects of this level the answer is likely to hold. */
  readonly objects: number;
  /** Members that the connection around this level was asked for. */
  readonly page: number;
  readonly introspection: boolean;
}

/**
 * Measures the operation. Throws QUERY_TOO_EXPENSIVE as soon as a limit is passed, so that a small query whose
 * fragments multiply does not have to be followed to its end; BAD_REQUEST where an argument is out of range.
 */
export function measureQuery(query: MeasuredQuery, limits: Limits): QueryMeasure {
  const { schema, document, operation, variables } = query;
  const measure = { depth: 0, fields: 0, aliases: 0, cost: 0 };
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const walk = { limits, schema, fragments, variables: withDefaults(operation, variables), measure };
  const type = schema.getRootType(operation.operation) ?? undefined;
  visitSelections(walk, operation.selectionSet, {
    type,
    depth: 1,
    objects: 1,
    page: 1,
    introspection: false,
  });
  return measure;
}

function visitSelections(walk: Walk, selections: SelectionSetNode, level: Level): void {
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) {
      visitField(walk, selection, level);
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : walk.fragments.get(selection.name.value);
    if (!fragment) continue;
    const condition = fragment.typeCondition && walk.schema.getType(fragment.typeCondition.name.value);
    const type = isCompositeType(condition) ? condition : level.type;
    visitSelections(walk, fragment.selectionSet, { ...level, type });
  }
}

function visitField(walk: Walk, node: FieldNode, level: Level): void {
  const { limits, measure } = walk;
  measure.fields += 1;
  if (measure.fields > limits.fields) throw tooWide('fields', limits, measure.fields);
  if (node.alias) measure.aliases += 1;
  if (measure.aliases > limits.aliases) throw tooWide('aliases', limits, measure.aliases);
  const introspection = level.introspection || node.name.value.startsWith('__');
  if (introspection) {
    if (node.selectionSet) visitSelections(walk, node.selectionSet, { ...level, introspection });
    return;
  }
  measure.depth = Math.max(measure.depth, level.depth);
  if (measure.depth > limits.depth) {
    throw beyondLimit('depth', limits, measure.depth, 'Nest less, or ask in several requests.');
  }
  const field = fieldOf(level.type, node.name.value);
  if (field) visitDefinedField(walk, node, field, level);
}

function visitDefinedField(
  walk: Walk,
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  level: Level,
): void {
  const { limits, measure } = walk;
  const given = argumentValues(field, node, walk.variables);
  const page = checkArguments(given, limits) ?? level.page;
  const type = getNamedType(field.type);
  if (!isCompositeType(type) || !node.selectionSet) return;
  const size = 'codes' in given ? page : listSizeOf(field, level.page);
  const objects = level.objects * size;
  measure.cost += objects;
  if (measure.cost > limits.cost) {
    const advice = 'Ask for fewer codes or smaller pages, or nest fewer lists.';
    throw beyondLimit('cost', limits, Math.ceil(measure.cost), advice);
  }
  visitSelections(walk, node.selectionSet, { ...level, type, depth: level.depth + 1, objects, page });
}

function fieldOf(type: GraphQLCompositeType | undefined, name: string) {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function tooWide(limit: 'fields' | 'aliases', limits: Limits, found: number) {
  const advice = 'Ask for less at once; `concepts(codes:)` takes many codes in one field.';
  return beyondLimit(limit, limits, found, advice);
}

/** Variables as sent, with the defaults that the operation gives to those that were not. */
function withDefaults(
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
  );
  return { ...Object.fromEntries(defaults), ...variables };
}
