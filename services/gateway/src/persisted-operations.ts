// Operations that clients have registered, by the sha256 of their text: what the operator's file holds, checked at start.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CodesetError } from '@codeset/terminology';
import { GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';

/** Texts of operations by the sha256, in hex, of each. */
export type PersistedOperations = ReadonlyMap<string, string>;

/** Which operations are registered, and whether they are the only ones. */
export interface Registered {
  readonly operations: PersistedOperations;
  readonly only: boolean;
}

/** The operations of a file; null without one. ENVIRONMENT where it cannot be read or holds what is wrong. */
export function registeredFrom(
  file: string | undefined,
  only: boolean,
  schema: GraphQLSchema,
): Registered | null {
  if (file === undefined) {
    if (!only) return null;
    const message =
      'PERSISTED_ONLY is true without PERSISTED_OPERATIONS: nothing could be asked. Name the file.';
    throw new CodesetError('ENVIRONMENT', message);
  }
  return { operations: readPersistedOperations(file, readText(file), schema), only };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const message = `PERSISTED_OPERATIONS: ${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new CodesetError('ENVIRONMENT', message, { cause });
  }
}

/** At most so many problems of one file are told at once. */
const problemsTold = 20;

/**
 * Reads a file of operations: a JSON object of `{ "<sha256 in hex>": "<text of the operation>" }`, as client compilers
 * write it. Throws ENVIRONMENT with all that is wrong: no JSON, a key that is not the sha256 of its text, an operation
 * that is not valid for the schema.
 */
export function readPersistedOperations(
  name: string,
  text: string,
  schema: GraphQLSchema,
): PersistedOperations {
  const operations = parseFile(name, text);
  const problems = Object.entries(operations).flatMap(([key, value]) => problemOf(key, value, schema));
  if (problems.length > 0) {
    const more = problems.length > problemsTold ? [`and ${problems.length - problemsTold} more`] : [];
    throw refused(name, [...problems.slice(0, problemsTold), ...more].join('\n  '));
  }
  return new Map(Object.entries(operations) as [string, string][]);
}

function parseFile(name: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found === 'object' && found !== null && !Array.isArray(found)) {
      return found as Readonly<Record<string, unknown>>;
    }
  } catch (cause) {
    throw refused(name, cause instanceof Error ? cause.message : String(cause));
  }
  throw refused(name, 'found something else than an object');
}

function refused(name: string, found: string): CodesetError {
  const expected =
    'expected a JSON object with the text of each operation under the sha256, in hex, of that text';
  return new CodesetError('ENVIRONMENT', `${name}: ${expected}.\n  ${found}`);
}

function problemOf(key: string, text: unknown, schema: GraphQLSchema): string[] {
  if (typeof text !== 'string') return [`${key}: found ${typeof text}, expected the text of an operation`];
  const hash = createHash('sha256').update(text).digest('hex');
  if (hash !== key) return [`${key}: the sha256 of its text is ${hash}`];
  try {
    const [first] = validate(schema, parse(text));
    return first ? [`${key}: ${first.message}`] : [];
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [`${key}: ${error.message}`];
  }
}
