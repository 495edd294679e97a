// How many members a list field is estimated to have, as its definition in the schema says.
import type { GraphQLField } from 'graphql';

/**
 * What a list field says of its size: a usual number, or `page` for the members of a connection, whose number is
 * what the connection was asked for. A connection says which argument gives it.
 */
export type ListSize = number | 'page';

/** The key under which a field's extensions hold its ListSize. */
export const listSizeKey = 'listSize';

/** The usual size of a list field; 1 for a field that is not a list; `page` is what its connection was asked for. */
export function listSizeOf(field: GraphQLField<unknown, unknown>, page: number): number {
  const size = field.extensions[listSizeKey];
  if (size === 'page') return page;
  return typeof size === 'number' ? size : 1;
}
