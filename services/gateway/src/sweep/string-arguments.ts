// For tests: every argument of a schema that takes a text, with the ways in which a query gets there.
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isLeafType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** Values for arguments, by `Type.field.argument`, `field.argument` or `argument`; the longest name that is there wins. */
export type KnownValues = Readonly<Record<string, unknown>>;

/** One step of a query towards a type: the field, and the object type that it is a field of. */
export interface Step {
  readonly type: GraphQLObjectType;
  readonly field: Field;
}

/** An argument that takes a text, or a list of texts, or texts within an input object. */
export interface StringArgument {
  /** `Release.concept(code)`, with the input field behind it where there is one: `(through.map)`. */
  readonly name: string;
  readonly type: GraphQLObjectType;
  readonly field: Field;
  readonly argument: GraphQLArgument;
  /** The value of the argument that holds this text. */
  readonly holding: (text: string) => unknown;
}

/** Scalars whose values are sent as texts. */
const textScalars = new Set(['String', 'ID', 'Date', 'DateTime']);

/** All of them, by the name of their type and field. */
export function stringArguments(schema: GraphQLSchema): StringArgument[] {
  return objectTypes(schema).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) =>
      field.args.flatMap((argument) =>
        textPlaces(argument.type).map(({ place, holding }) => ({
          name: `${type.name}.${field.name}(${argument.name}${place})`,
          type,
          field,
          argument,
          holding,
        })),
      ),
    ),
  );
}

/** The shortest ways from the query type to another, at most so many, none through a type twice. */
export function waysTo(schema: GraphQLSchema, target: GraphQLObjectType, most: number): Step[][] {
  const root = schema.getQueryType();
  if (!root) return [];
  const found: Step[][] = target === root ? [[]] : [];
  let level: { readonly at: GraphQLObjectType; readonly steps: Step[] }[] = [{ at: root, steps: [] }];
  while (level.length > 0 && level.length < 2_000 && found.length < most) {
    level = level.flatMap(({ at, steps }) =>
      Object.values(at.getFields()).flatMap((field) =>
        objectsOf(schema, field)
          .filter((next) => next !== root && !steps.some(({ type }) => type === next))
          .map((next) => ({ at: next, steps: [...steps, { type: at, field }] })),
      ),
    );
    found.push(...level.filter(({ at }) => at === target).map(({ steps }) => steps));
    level = level.filter(({ at, steps }) => at !== target && steps.length < 5);
  }
  return found.slice(0, most);
}

/** The object types that a field may give. */
export function objectsOf(schema: GraphQLSchema, field: Field): readonly GraphQLObjectType[] {
  const type = getNamedType(field.type);
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}

/** The arguments of a field as a query has them: what is required, and what is known; `without` is left out. */
export function writtenArguments(
  { type, field }: Step,
  known: KnownValues,
  without?: GraphQLArgument,
): string[] {
  return field.args.flatMap((argument) => {
    if (argument === without) return [];
    const value = knownValue(known, type.name, field.name, argument.name);
    if (value === undefined && !isRequired(argument)) return [];
    return [`${argument.name}: ${literalOf(value ?? 'x', argument.type)}`];
  });
}

/** A selection by which what is found is made: its plain fields, and those of a page's nodes and of a hit's concept. */
export function plainSelection(field: Field, levels = 3): string {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return '';
  if (!isObjectType(type) || levels === 0) return '{ __typename }';
  const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(isRequired));
  const plain = fields.filter((each) => isLeafType(getNamedType(each.type))).map(({ name }) => name);
  const within = fields.filter(({ name }) => name === 'nodes' || name === 'concept');
  const nested = within.map((each) => `${each.name} ${plainSelection(each, levels - 1)}`);
  return `{ ${['__typename', ...plain, ...nested].join(' ')} }`;
}

function objectTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );
}

/** Where an input type takes a text: once for a scalar or a list, once for each such field of an input object. */
function textPlaces(type: GraphQLInputType): { place: string; holding: (text: string) => unknown }[] {
  const inner = getNullableType(type);
  if (isListType(inner)) {
    return textPlaces(inner.ofType as GraphQLInputType).map(({ place, holding }) => ({
      place,
      holding: (text: string) => [holding(text)],
    }));
  }
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields());
    const others = fields.filter((field) => isNonNullType(field.type));
    const rest = Object.fromEntries(others.map((field) => [field.name, 'x']));
    return fields.flatMap((field) =>
      textPlaces(field.type).map(({ place, holding }) => ({
        place: `.${field.name}${place}`,
        holding: (text: string) => ({ ...rest, [field.name]: holding(text) }),
      })),
    );
  }
  return textScalars.has(getNamedType(type).name) ? [{ place: '', holding: (text) => text }] : [];
}

function knownValue(known: KnownValues, ...names: readonly string[]): unknown {
  const [type, field, argument] = names;
  return known[`${type}.${field}.${argument}`] ?? known[`${field}.${argument}`] ?? known[`${argument}`];
}

function isRequired(argument: GraphQLArgument): boolean {
  return isNonNullType(argument.type) && argument.defaultValue === undefined;
}

function literalOf(value: unknown, type: GraphQLInputType): string {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name ?? 'null';
  return JSON.stringify(value);
}
