// The shape of an operation as it is written: how deep, how wide, how many aliases. Needs no schema and no variables.
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What an operation comes to; fragments count wherever they are spread, whatever `@include` and `@skip` say. */
export interface QueryShape {
  /** Levels of nesting; introspection adds none. */
  readonly depth: number;
  readonly fields: number;
  /** Fields that carry an alias. */
  readonly aliases: number;
}

/** The fragments of a document, by name. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The fragments of a document; of two with one name the last, which is a mistake that validation tells. */
export function fragmentsOf(document: DocumentNode): Fragments {
  return new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
}

const nothing: QueryShape = { depth: 0, fields: 0, aliases: 0 };

/**
 * Measures the whole operation. Each fragment is gone through once, so that a small query whose fragments multiply
 * takes no longer than another, and its true numbers can be told; one that spreads itself counts nothing there.
 */
export function queryShape(operation: OperationDefinitionNode, fragments: Fragments): QueryShape {
  const measured = new Map<string, QueryShape>();
  const shapeOf = (selections: SelectionSetNode, introspection: boolean): QueryShape =>
    selections.selections.reduce((shape, selection) => {
      if (selection.kind === Kind.FIELD) return added(shape, shapeOfField(selection, introspection));
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return added(shape, shapeOf(selection.selectionSet, introspection));
      return added(shape, shapeOfFragment(selection.name.value, introspection));
    }, nothing);
  const shapeOfFragment = (name: string, introspection: boolean): QueryShape => {
    const key = `${name} ${introspection}`;
    const fragment = fragments.get(name);
    const known = measured.get(key);
    if (known || !fragment) return known ?? nothing;
    measured.set(key, nothing);
    const shape = shapeOf(fragment.selectionSet, introspection);
    measured.set(key, shape);
    return shape;
  };
  const shapeOfField = (node: FieldNode, within: boolean): QueryShape => {
    const introspection = within || node.name.value.startsWith('__');
    const below = node.selectionSet ? shapeOf(node.selectionSet, introspection) : nothing;
    const own = { depth: introspection ? 0 : 1, fields: 1, aliases: node.alias ? 1 : 0 };
    return { ...added(below, own), depth: below.depth + own.depth };
  };
  return shapeOf(operation.selectionSet, false);
}

/** Side by side: numbers add up to what a number holds exactly, the deeper depth counts. */
function added(a: QueryShape, b: QueryShape): QueryShape {
  const sum = (x: number, y: number) => Math.min(x + y, Number.MAX_SAFE_INTEGER);
  return {
    depth: Math.max(a.depth, b.depth),
    fields: sum(a.fields, b.fields),
    aliases: sum(a.aliases, b.aliases),
  };
}
