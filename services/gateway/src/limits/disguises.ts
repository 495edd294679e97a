// For tests: one selection of Query, written in every way that GraphQL has for it.

/** A selection that holds one value, and how it is said. */
export interface Disguised {
  /** The selection on Query, with the text of the value where it belongs. */
  readonly select: (value: string) => string;
  /** GraphQL type of the value, and the value itself. */
  readonly type: string;
  readonly value: unknown;
}

/** A request to send. */
export interface QueryToSend {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

export interface Disguise {
  readonly name: string;
  readonly write: (disguised: Disguised) => QueryToSend;
  /** How often it adds `limits { codes }` to the operation, and how many aliases. */
  readonly adds: { readonly limits: number; readonly aliases: number };
  /** False where `@include` or `@skip` leave the selection out. */
  readonly runs: boolean;
}

const literal = ({ select, value }: Disguised) => select(JSON.stringify(value));

function disguise(name: string, write: Disguise['write'], more: Partial<Disguise> = {}): Disguise {
  return { name, write, adds: { limits: 0, aliases: 0 }, runs: true, ...more };
}

/** Beside another field, since an operation must select something. */
function directed(directive: string, runs: boolean): Disguise {
  const write = (of: Disguised) => ({ query: `{ ... ${directive} { ${literal(of)} } limits { codes } }` });
  return disguise(`under ${directive}`, write, { runs, adds: { limits: 1, aliases: 0 } });
}

/** What is selected of a release, written in another way; all of it where it is not of one release. */
function further(of: Disguised, write: (selection: string) => string): string {
  const [, head, inner, end] = /^(release\([^)]*\) \{ )(.*)( \})$/s.exec(literal(of)) ?? [];
  return inner === undefined ? write(literal(of)) : `${head}${write(inner)}${end}`;
}

export const disguises: readonly Disguise[] = [
  disguise('a literal', (of) => ({ query: `{ ${literal(of)} }` })),
  disguise('a variable', ({ select, type, value }) => ({
    query: `query ($v: ${type}) { ${select('$v')} }`,
    variables: { v: value },
  })),
  disguise('the default of a variable', ({ select, type, value }) => ({
    query: `query ($v: ${type} = ${JSON.stringify(value)}) { ${select('$v')} }`,
  })),
  disguise('a variable that overrides its default', ({ select, type, value }) => ({
    query: `query ($v: ${type} = ${type.startsWith('Int') ? 1 : '"x"'}) { ${select('$v')} }`,
    variables: { v: value },
  })),
  disguise('a fragment', (of) => ({ query: `{ ...F } fragment F on Query { ${literal(of)} }` })),
  disguise('a fragment in a fragment, with a variable', ({ select, type, value }) => ({
    query: `fragment G on Query { ${select('$v')} } query A($v: ${type}) { ...F } fragment F on Query { ...G }`,
    variables: { v: value },
  })),
  disguise('an inline fragment', (of) => ({ query: `{ ... on Query { ... { ${literal(of)} } } }` })),
  disguise('beside an alias', (of) => ({ query: `{ another: limits { codes } ${literal(of)} }` }), {
    adds: { limits: 1, aliases: 1 },
  }),
  disguise('under an alias', (of) => ({ query: `{ ${literal(of).replace(/^(?=\w+\()/, 'other: ')} }` }), {
    adds: { limits: 0, aliases: 1 },
  }),
  disguise(
    'under an alias further down',
    (of) => ({
      query: `{ ${literal(of).replace(/\{ (?=\w+\()/, '{ other: ')} }`,
    }),
    { adds: { limits: 0, aliases: 1 } },
  ),
  disguise('a fragment further down', (of) => {
    const isOfRelease = further(of, () => '') !== '';
    let fragment = '';
    const query = further(of, (selection) => {
      fragment = `fragment F on ${isOfRelease ? 'Release' : 'Query'} { ${selection} }`;
      return '...F';
    });
    return { query: `{ ${query} } ${fragment}` };
  }),
  disguise('an inline fragment further down', (of) => ({
    query: `{ ${further(of, (selection) => `... { ... @include(if: true) { ${selection} } }`)} }`,
  })),
  disguise(
    'left out further down',
    (of) => ({ query: `{ ${further(of, (selection) => `... @include(if: false) { ${selection} }`)} }` }),
    { runs: false },
  ),
  disguise(
    'left out further down by a variable',
    (of) => ({
      query: `query ($no: Boolean!) { ${further(of, (selection) => `... @skip(if: $no) { ${selection} }`)} }`,
      variables: { no: true },
    }),
    { runs: false },
  ),
  directed('@include(if: true)', true),
  directed('@skip(if: false)', true),
  directed('@include(if: false)', false),
  directed('@skip(if: true)', false),
  disguise(
    'under @include with a variable',
    ({ select, type, value }) => ({
      query: `query ($v: ${type}, $yes: Boolean!) { ... @include(if: $yes) { ${select('$v')} } limits { codes } }`,
      variables: { v: value, yes: false },
    }),
    { runs: false, adds: { limits: 1, aliases: 0 } },
  ),
  disguise('the second operation', (of) => ({
    query: `query First { limits { codes } } query Second { ${literal(of)} }`,
    operationName: 'Second',
  })),
  disguise('the first of two operations', (of) => ({
    query: `query First { ${literal(of)} } query Second { limits { codes } }`,
    operationName: 'First',
  })),
];
