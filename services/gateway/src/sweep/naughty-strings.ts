// For tests: hostile texts in every text argument of a gateway's schema, which it is asked for; no answer may be a 5xx.
import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
} from 'graphql';
import { unmaskedText } from './unmasked-text.ts';
import {
  type KnownValues,
  plainSelection,
  objectsOf,
  type Step,
  type StringArgument,
  stringArguments,
  waysTo,
  writtenArguments,
} from './string-arguments.ts';

/** What to sweep, and with what. */
export interface Sweep {
  /** Where the gateway is: `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** Values with which objects are found, one set for each corner of the data; tried in this order. */
  readonly known: readonly KnownValues[];
  /** The texts for an argument, the n-th. */
  readonly textsFor: (n: number) => readonly string[];
  /** Told the name of each argument when its turn comes. */
  readonly onArgument?: (name: string) => void;
}

/** What came of it. */
export interface SweepSummary {
  /** Every text argument of the schema. */
  readonly arguments: readonly string[];
  /** Those that no query of the sweep got to with data: their texts went into a query that finds nothing. */
  readonly unreached: readonly string[];
  readonly requests: number;
  /** How many answers had each status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Answers that should not be: a 5xx, a text that is not masked, no request id, none at all. */
  readonly failures: readonly SweepFailure[];
}

export interface SweepFailure {
  readonly argument: string;
  readonly text: string;
  readonly why: string;
}

interface Answer {
  readonly status: number;
  readonly requestId: string | null;
  readonly text: string;
}

/** Texts of one request at most; those of an argument that refuses some of them go one by one. */
const together = 25;

/** Sends every text in every argument. */
export async function naughtyStrings({ url, known, textsFor, onArgument }: Sweep): Promise<SweepSummary> {
  const statuses: Record<string, number> = {};
  const failures: SweepFailure[] = [];
  const ask = async (query: string, variables: Readonly<Record<string, unknown>>): Promise<Answer> => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query, variables });
    const response = await fetch(url, { method: 'POST', headers, body });
    statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    return {
      status: response.status,
      requestId: response.headers.get('x-request-id'),
      text: await response.text(),
    };
  };
  const { text } = await ask(getIntrospectionQuery(), {});
  const schema = buildClientSchema((JSON.parse(text) as { data: IntrospectionQuery }).data);
  const places = stringArguments(schema);
  const unreached: string[] = [];
  const ways = new Map<string, Way>();
  for (const [n, place] of places.entries()) {
    onArgument?.(place.name);
    const way = ways.get(place.type.name) ?? (await findWay(schema, place, known, ask));
    ways.set(place.type.name, way);
    if (!way.reached) unreached.push(place.name);
    const send = async (texts: readonly string[]) => {
      const { query, variables } = queryWith(schema, place, way, texts);
      const answer = await ask(query, variables);
      if (answer.status !== 200 && texts.length > 1) return false;
      const why = whatIsWrong(answer, texts);
      if (why) failures.push({ argument: place.name, text: texts.join(' | ').slice(0, 200), why });
      return true;
    };
    const texts = textsFor(n);
    for (let i = 0; i < texts.length; i += together) {
      const some = texts.slice(i, i + together);
      if (await send(some)) continue;
      for (const one of some) await send([one]);
    }
  }
  const requests = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  return { arguments: places.map(({ name }) => name), unreached, requests, statuses, failures };
}

function whatIsWrong({ status, requestId, text }: Answer, sent: readonly string[]): string | null {
  if (status >= 500) return `status ${status}: ${text.slice(0, 300)}`;
  if (requestId === null) return 'no request id';
  const unmasked = unmaskedText(text, sent);
  return unmasked === null ? null : `not masked: ${unmasked}`;
}

interface Way {
  readonly steps: readonly Step[];
  readonly known: KnownValues;
  readonly reached: boolean;
}

/** The first way on which there is something to ask, with the values that lead there; else the first one. */
async function findWay(
  schema: GraphQLSchema,
  place: StringArgument,
  known: readonly KnownValues[],
  ask: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<Answer>,
): Promise<Way> {
  const ways = waysTo(schema, place.type, 12);
  for (const steps of ways) {
    for (const values of known) {
      const { text, status } = await ask(
        `{ ${nest(schema, steps, values, '__typename reached: __typename')} }`,
        {},
      );
      if (status === 200 && (steps.length === 0 || text.includes('"reached"'))) {
        return { steps, known: values, reached: true };
      }
    }
  }
  return { steps: ways[0] ?? [], known: known[0] ?? {}, reached: false };
}

/** One field for each text, all of the same object. */
function queryWith(
  schema: GraphQLSchema,
  { type, field, argument, holding }: StringArgument,
  { steps, known }: Way,
  texts: readonly string[],
) {
  const others = writtenArguments({ type, field }, known, argument);
  const fields = texts.map(
    (_text, i) =>
      `a${i}: ${field.name}(${[...others, `${argument.name}: $v${i}`].join(', ')}) ${plainSelection(field)}`,
  );
  const heads = texts.map((_text, i) => `$v${i}: ${String(argument.type)}`);
  return {
    query: `query (${heads.join(', ')}) { ${nest(schema, steps, known, fields.join('\n'))} }`,
    variables: Object.fromEntries(texts.map((text, i) => [`v${i}`, holding(text)])),
  };
}

/** The selection at the end of the steps. */
function nest(schema: GraphQLSchema, steps: readonly Step[], known: KnownValues, selection: string): string {
  return steps.reduceRight((inner, step, i) => {
    const written = writtenArguments(step, known).join(', ');
    const next = steps[i + 1]?.type;
    const several = objectsOf(schema, step.field).length > 1;
    const within = several && next ? `... on ${next.name} { ${inner} }` : inner;
    return `${step.field.name}${written ? `(${written})` : ''} { ${within} }`;
  }, selection);
}
