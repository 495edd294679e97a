// The values of variables and arguments as resolvers will get them, before anything runs.
import {
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';

/** Values by name. */
export type Values = Readonly<Record<string, unknown>>;

/** How many mistakes in variables are told at once. */
const maxErrors = 5;

/**
 * The variables of an operation with its defaults, each of its type; or what is wrong with them. One called `__proto__`
 * is refused: yoga's executor would lose it, and run what was never measured.
 */
export function variableValues(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  sent: Values,
): { readonly values: Values } | { readonly errors: readonly GraphQLError[] } {
  const hidden = variableDefinitions.find(({ variable }) => variable.name.value === '__proto__');
  if (hidden) {
    const message = 'A variable cannot be called `$__proto__`: give it another name.';
    return { errors: [new GraphQLError(message, { nodes: hidden })] };
  }
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, sent, { maxErrors });
  return coerced ? { values: coerced } : { errors: errors ?? [] };
}

/**
 * A value for each argument of the field that is given or has a default: a literal, a variable and a default are no
 * longer told apart, a single code is a list of one. A GraphQLError when one is null or absent and must not be.
 */
export function argumentValues(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Values,
): Values {
  return getArgumentValues(field, node, variables);
}
