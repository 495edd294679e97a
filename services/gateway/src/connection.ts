// A page of a list, in the shape of a Relay connection.
import { type CursorScope, cursorsOf, decodeCursor } from './cursor.ts';

/** What a client asks of a list. */
export interface PageArguments {
  /** How many at most; within the limit, which is checked before the query runs. */
  readonly first: number;
  /** Only what comes after this cursor; null for the first page. */
  readonly after?: string | null | undefined;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** The length of the whole list; counted only when asked for. */
  readonly countAll: () => Promise<number>;
}

/** A list that can be read page by page. */
export interface PagedList<Node extends { readonly row: { readonly position: number } }> {
  readonly scope: CursorScope;
  /** Members after a position (null: from the start), `limit` at most, in order. */
  readonly read: (after: number | null, limit: number) => Promise<readonly Node[]>;
  readonly countAll: () => Promise<number>;
}

/** Reads one page. BAD_REQUEST for a cursor of another list. */
export async function readPage<Node extends { readonly row: { readonly position: number } }>(
  list: PagedList<Node>,
  { first, after }: PageArguments,
): Promise<Connection<Node>> {
  const start = typeof after === 'string' ? decodeCursor(list.scope, after) : null;
  const found = await list.read(start, first + 1); // one more, to know whether there is a next page
  const cursorOf = cursorsOf(list.scope);
  return {
    edges: found.slice(0, first).map((node) => new EdgeOf(node, cursorOf)),
    hasNextPage: found.length > first,
    hasPreviousPage: start !== null,
    countAll: list.countAll,
  };
}

class EdgeOf<Node extends { readonly row: { readonly position: number } }> implements Edge<Node> {
  readonly node: Node;
  readonly #cursorOf: (position: number) => string;

  constructor(node: Node, cursorOf: (position: number) => string) {
    this.node = node;
    this.#cursorOf = cursorOf;
  }

  get cursor(): string {
    return this.#cursorOf(this.node.row.position);
  }
}
