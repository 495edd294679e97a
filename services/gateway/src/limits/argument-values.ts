// The values of a field's arguments before it runs: literals, variables and defaults alike.
import { type FieldNode, type GraphQLField, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';

/** A value by name for each argument that is given or has a default; not checked against its type. */
export function argumentValues(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const { name, defaultValue } of field.args) {
    const given = node.arguments?.find((argument) => argument.name.value === name);
    const value = given ? givenValue(given.value, variables) : undefined;
    if (value !== undefined || defaultValue !== undefined) values[name] = value ?? defaultValue;
  }
  return values;
}

function givenValue(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  if (node.kind === Kind.VARIABLE) return variables[node.name.value];
  return valueFromASTUntyped(node, { ...variables });
}
