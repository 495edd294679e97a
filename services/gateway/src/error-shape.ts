// What a client is told of an error: ours as they are, GraphQL's as BAD_REQUEST, everything else masked.
import { isConnectionFailure } from '@codeset/database/read';
import { CodesetError, type ErrorCode, errorCatalogue } from '@codeset/terminology';
import { GraphQLError } from 'graphql';

/** Seconds after which a client may try again when the database is not there. */
const retryAfterSeconds = 2;

/** SQL state of a statement that was cut off by its time limit. */
const statementTimeout = '57014';

/** SQL states of a statement that was cut off: by its time limit, or waiting for a lock. */
const cutOff = new Set([statementTimeout, '55P03']);

export interface ShapedError {
  readonly error: GraphQLError;
  /** True when the client is not told what happened: it belongs into the log. */
  readonly masked: boolean;
}

/**
 * The error as a client that accepts these media types gets it, with the HTTP status under `extensions.http`, which
 * yoga takes out.
 */
export function shapeError(error: unknown, requestId: string, accept: string | null = null): ShapedError {
  const causes = causesOf(error);
  const own = causes.find((cause) => cause instanceof CodesetError);
  if (own?.code === 'DATABASE_UNAVAILABLE') return { error: databaseGone(error), masked: false }; // told once, not for each request
  if (own)
    return { error: shaped(error, own.message, own.code, own.details), masked: isServerFault(own.code) };
  if (own || causes.some(isDatabaseGone)) return { error: databaseGone(error), masked: true };
  if (error instanceof GraphQLError && isClientFault(error)) {
    return { error: shaped(error, error.message, 'BAD_REQUEST', {}, accept), masked: false };
  }
  const message = `Internal error. Request id ${requestId}`;
  return { error: shaped(error, message, 'INTERNAL', { requestId }), masked: true };
}

function shaped(
  from: unknown,
  message: string,
  code: ErrorCode,
  details: Readonly<Record<string, unknown>>,
  accept: string | null = null,
): GraphQLError {
  const place = from instanceof GraphQLError ? from : undefined;
  const kept = place?.extensions['http'];
  const http = {
    ...(typeof kept === 'object' ? kept : {}),
    ...(code === 'REQUEST_TIMEOUT' && { headers: { Connection: 'close' } }), // the rest of the body is not read
    spec: isAboutDocument(place) && acceptsOnlyJson(accept), // true: yoga gives a 200
    status: statusOf(kept) ?? errorCatalogue[code].httpStatus,
  };
  return new GraphQLError(message, {
    nodes: place?.nodes ?? null,
    source: place?.source ?? null,
    positions: place?.positions ?? null,
    path: place?.path ?? null,
    extensions: { code, ...details, http },
  });
}

/**
 * Whether it is a mistake in the query's text or variables, told before anything ran. GraphQL over HTTP asks for a 200
 * then from clients that know application/json alone; everything else has its status there too.
 */
function isAboutDocument(error: GraphQLError | undefined): boolean {
  return error?.locations !== undefined && error.path === undefined;
}

/** Whether the header names application/json, and nothing in which a status says more. */
function acceptsOnlyJson(accept: string | null): boolean {
  return (
    accept !== null && /application\/json/i.test(accept) && !/\*\/\*|application\/(\*|graphql)/i.test(accept)
  );
}

/** Yoga's own refusals have a status already, such as 405 for a method. */
function statusOf(http: unknown): number | undefined {
  if (typeof http !== 'object' || http === null || !('status' in http)) return undefined;
  return typeof http.status === 'number' ? http.status : undefined;
}

function databaseGone(from: unknown): GraphQLError {
  const message = 'The database cannot be reached or is too slow to answer. Try again in a moment.';
  const http = {
    status: errorCatalogue.DATABASE_UNAVAILABLE.httpStatus,
    headers: { 'Retry-After': String(retryAfterSeconds) },
  };
  const path = from instanceof GraphQLError ? (from.path ?? null) : null;
  return new GraphQLError(message, { path, extensions: { code: 'DATABASE_UNAVAILABLE', http } });
}

function isServerFault(code: ErrorCode): boolean {
  return errorCatalogue[code].httpStatus >= 500;
}

function isDatabaseGone(cause: unknown): boolean {
  return isConnectionFailure(cause) || cutOff.has(sqlStateOf(cause));
}

/** Whether the error comes of a statement that ran into its time limit. */
export function isStatementCutOff(error: unknown): boolean {
  return causesOf(error).some((cause) => sqlStateOf(cause) === statementTimeout);
}

function sqlStateOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}

/**
 * GraphQL's errors about the query are the client's. They have no other error behind them, or point to a part of the
 * query; one that comes up while fields are resolved must do so by itself, since the executor points to the field
 * whatever went wrong there.
 */
function isClientFault(error: GraphQLError): boolean {
  const origin = error.originalError;
  if (origin === undefined) return true;
  if (error.path === undefined) return error.nodes !== undefined;
  return origin instanceof GraphQLError && origin.nodes !== undefined;
}

/** The error and everything it was caused by, outermost first; loops are cut. */
function causesOf(error: unknown): readonly unknown[] {
  const found = new Set<unknown>();
  const open: unknown[] = [error];
  while (open.length > 0) {
    const next = open.shift();
    if (next === undefined || found.has(next)) continue;
    found.add(next);
    if (next instanceof GraphQLError) open.push(next.originalError);
    if (next instanceof AggregateError) open.push(...next.errors);
    if (next instanceof Error) open.push(next.cause);
  }
  return [...found];
}
