// Makes the GraphQL types of a Relay connection over one kind of node.
import { builder } from '../builder.ts';
import type { Connection, Edge } from '../connection.ts';
import { listSizeKey } from '../limits/list-size.ts';

const PageInfo = builder.objectRef<Connection<unknown>>('PageInfo').implement({
  description: 'Where a page stands in its list.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether more follows after this page.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
      description: 'Whether this page was asked for with `after`.',
    }),
    startCursor: t.string({
      nullable: true,
      description: 'Cursor of the first member; null when the page is empty.',
      resolve: ({ edges }) => edges[0]?.cursor ?? null,
    }),
    endCursor: t.string({
      nullable: true,
      description:
        'Cursor of the last member: pass it as `after` for the next page; null when the page is empty.',
      resolve: ({ edges }) => edges.at(-1)?.cursor ?? null,
    }),
  }),
});

/** The types `<name>Connection` and `<name>Edge` over `node`; gives the connection. */
export function connectionType<Node>(
  name: string,
  node: ReturnType<typeof builder.objectRef<Node>>,
  what: string,
) {
  const EdgeType = builder.objectRef<Edge<Node>>(`${name}Edge`).implement({
    description: `A member of a page of ${what}, with its cursor.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: 'Opaque; good for `after` on the same field only.' }),
      node: t.field({ type: node, description: 'The member.', resolve: (edge) => edge.node as never }),
    }),
  });
  return builder.objectRef<Connection<Node>>(`${name}Connection`).implement({
    description: `A page of ${what}, in a stated order.`,
    fields: (t) => ({
      edges: t.field({
        type: [EdgeType],
        extensions: { [listSizeKey]: 'page' },
        description: 'The members with their cursors.',
        resolve: (connection) => connection.edges,
      }),
      nodes: t.field({
        type: [node],
        extensions: { [listSizeKey]: 'page' },
        description: 'The members without cursors.',
        resolve: (connection) => connection.edges.map((edge) => edge.node) as never,
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: 'Where this page stands in the list.',
        resolve: (connection) => connection as Connection<unknown>,
      }),
      totalCount: t.int({
        description: 'Length of the whole list, not of this page.',
        resolve: (connection) => connection.countAll(),
      }),
    }),
  });
}
