// Measures a validated query before it runs: how deep, how wide, and how many objects the answer is likely to hold.
import {
  type DocumentNode,
  type FieldNode,
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
} from 'graphql';
import { argumentValues, type Values } from './argument-values.ts';
import { checkArguments } from './check-arguments.ts';
import type { Limits } from './limits.ts';
import { listSizeOf } from './list-size.ts';
import { type Fragments, fragmentsOf, type QueryShape, queryShape } from './query-shape.ts';
import { beyondLimit } from './refuse.ts';

/** What a query comes to. */
export interface QueryMeasure extends QueryShape {
  /** Objects that the answer is estimated to hold. */
  readonly objects: number;
}

/** What is measured, and by what. */
export interface MeasuredQuery {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Of their types, with the operation's defaults. */
  readonly variables: Values;
}

interface Walk {
  readonly limits: Limits;
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly variables: Values;
  /** Objects that a fragment brings for each object it is spread in, by its name and the page around it. */
  readonly measured: Map<string, number>;
}

/**
 * Measures the whole operation as it is written, whatever `@include` and `@skip` say. Throws QUERY_TOO_EXPENSIVE with
 * the whole number where it is beyond a limit, BAD_REQUEST where an argument is out of range.
 */
export function measureQuery(
  { schema, document, operation, variables }: MeasuredQuery,
  limits: Limits,
): QueryMeasure {
  const { fragments, shape } = writtenShape(document, operation);
  if (shape.aliases > limits.aliases) {
    const advice = 'Ask for less at once; `concepts(codes:)` takes many codes in one field.';
    throw beyondLimit('aliases', limits, shape.aliases, advice);
  }
  if (shape.depth > limits.depth) {
    throw beyondLimit('depth', limits, shape.depth, 'Nest less, or ask in several requests.');
  }
  const walk = { limits, schema, fragments, variables, measured: new Map<string, number>() };
  const root = schema.getRootType(operation.operation) ?? undefined;
  const objects = Math.ceil(objectsOf(walk, operation.selectionSet, root, 1));
  if (objects > limits.cost) {
    throw beyondLimit('cost', limits, objects, 'Ask for fewer codes or smaller pages, or nest fewer lists.');
  }
  return { ...shape, objects };
}

/** What is the same whenever the operation is asked. */
interface WrittenShape {
  readonly fragments: Fragments;
  readonly shape: QueryShape;
}

/** By operation, for as long as its document is kept. */
const writtenShapes = new WeakMap<OperationDefinitionNode, WrittenShape>();

function writtenShape(document: DocumentNode, operation: OperationDefinitionNode): WrittenShape {
  const known = writtenShapes.get(operation);
  if (known) return known;
  const fragments = fragmentsOf(document);
  const written = { fragments, shape: queryShape(operation, fragments) };
  writtenShapes.set(operation, written);
  return written;
}

/** Objects that the selections bring for each object they are made on; `page` is what its connection was asked for. */
function objectsOf(
  walk: Walk,
  selections: SelectionSetNode,
  type: GraphQLCompositeType | undefined,
  page: number,
): number {
  let objects = 0;
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) objects += objectsOfField(walk, selection, type, page);
    else if (selection.kind === Kind.FRAGMENT_SPREAD)
      objects += objectsOfSpread(walk, selection.name.value, page);
    else {
      const on = selection.typeCondition ? typeNamed(walk, selection.typeCondition.name.value) : type;
      objects += objectsOf(walk, selection.selectionSet, on, page);
    }
  }
  return Math.min(objects, Number.MAX_SAFE_INTEGER);
}

/** Each fragment is gone through once for each size of page around it. */
function objectsOfSpread(walk: Walk, name: string, page: number): number {
  const key = `${name} ${page}`;
  const fragment = walk.fragments.get(name);
  const known = walk.measured.get(key);
  if (known !== undefined || !fragment) return known ?? 0;
  const on = typeNamed(walk, fragment.typeCondition.name.value);
  const objects = objectsOf(walk, fragment.selectionSet, on, page);
  walk.measured.set(key, objects);
  return objects;
}

function objectsOfField(
  walk: Walk,
  node: FieldNode,
  parent: GraphQLCompositeType | undefined,
  page: number,
): number {
  const field = fieldOf(parent, node.name.value);
  if (!field) return 0; // introspection
  const asked =
    field.args.length === 0 ? null : checkArguments(argumentValues(field, node, walk.variables), walk.limits);
  const type = getNamedType(field.type);
  if (!isCompositeType(type) || !node.selectionSet) return 0;
  const size = asksByCode(field) && asked !== null ? asked : listSizeOf(field, page);
  return size * (1 + objectsOf(walk, node.selectionSet, type, asked ?? page));
}

/** Whether the field itself is the list: one member for each code. Else it is a connection, and its members are. */
function asksByCode(field: GraphQLField<unknown, unknown>): boolean {
  return field.args.some(({ name }) => name === 'codes');
}

function fieldOf(type: GraphQLCompositeType | undefined, name: string) {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function typeNamed({ schema }: Walk, name: string): GraphQLCompositeType | undefined {
  const type = schema.getType(name);
  return isCompositeType(type) ? type : undefined;
}
