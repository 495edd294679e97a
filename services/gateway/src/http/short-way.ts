// The short way: common requests take yoga's own parse, validate and execute, without its request and response objects.
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { CodesetError } from '@codeset/terminology';
import { GraphQLError } from 'graphql';
import { type Exchange, newExchange, type SentAnswer } from '../exchange.ts';
import type { Limits } from '../limits/limits.ts';
import { within } from '../limits/within-time.ts';
import type { PublishedLists } from '../published-lists.ts';
import { cacheHeaders, entityTag, isKnown } from './cache-headers.ts';
import type { KeptAnswer, KeptAnswers, Question } from './kept-answers.ts';
import { plainParams } from './plain-params.ts';
import type { Executed, RunPlain } from './run-plain.ts';
import { brokenBody, slowBody } from './read-body.ts';
import { simpleMediaType } from './simple-request.ts';
import type { Registered } from '../persisted-operations.ts';
import { sendTogether } from './send-together.ts';
import { parseBody, parseParameters } from './use-request-form.ts';

/** Yoga as a listener: it takes the request as it came. */
export type LongWay = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Yoga for a request whose body was read already. */
export type ReadWay = (request: Request, executed: Executed) => Response | Promise<Response>;

/** What the short way needs besides yoga. */
export interface ShortWayOptions {
  readonly long: LongWay;
  readonly read: ReadWay;
  readonly run: RunPlain;
  readonly limits: Limits;
  readonly clock: () => Date;
  readonly published: Pick<PublishedLists, 'stillSay'>;
  readonly kept: KeptAnswers;
  /** Null where clients have registered none. */
  readonly registered: Registered | null;
  /** Told of every answer that is sent here, as yoga's plugins are told of its own. */
  readonly answered: (exchange: Exchange, answer: SentAnswer) => void;
}

/** An answer with data. */
type ToSend = Pick<KeptAnswer, 'body' | 'bytes' | 'headers' | 'tag'>;

/** One request on the short way. */
interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly mediaType: string;
  readonly exchange: Exchange;
}

/** The way, with what its requests share. */
interface Way extends ShortWayOptions {
  /** Sends an answer with those that are ready in the same turn. */
  readonly send: (ready: { readonly asked: Asked; readonly answer: ToSend }) => void;
}

/**
 * Answers what is plain: POST of JSON, or GET with a query, for an operation that is valid. Everything else goes
 * through yoga as it came; so does what fails while it is executed, with what it failed with, so that nothing runs
 * twice. Both ways give the same answers to the last header: `both-ways.test.ts` holds them to it.
 */
export function shortWay(options: ShortWayOptions): RequestListener {
  const way: Way = { ...options, send: sendTogether(({ asked, answer }) => send(options, asked, answer)) };
  return (request, response) => {
    const mediaType = simpleMediaType(request, options.limits);
    if (mediaType === null) return void options.long(request, response);
    const givenId = request.headers['x-request-id'];
    const exchange = newExchange(typeof givenId === 'string' ? givenId : null, options.clock());
    const asked = { request, response, mediaType, exchange };
    if (request.method !== 'GET') return orGone(answerPost(way, asked), response);
    const question = { method: 'GET', mediaType, asked: request.url ?? '' };
    if (!sendKept(way, asked, question)) orGone(answerGet(way, asked, question), response);
  };
}

/** Yoga answers what goes wrong: what is left is a lost connection. */
function orGone(answer: Promise<void>, response: ServerResponse): void {
  answer.catch((error: Error) => response.destroy(error));
}

async function answerPost(way: Way, asked: Asked): Promise<void> {
  const { limits, registered } = way;
  const body = await readInTime(asked, limits);
  if (body instanceof CodesetError) return await throughYoga(way, asked, unread(asked.exchange, body));
  const text = isUtf8(body) ? body.toString() : null;
  const question = text === null ? null : { method: 'POST', mediaType: asked.mediaType, asked: text };
  if (question !== null && sendKept(way, asked, question)) return;
  const params = plainParams(() => (text === null ? null : parseBody(text, limits)), registered);
  const executed = await way.run(params, asked.exchange);
  if (executed.text === null || question === null) {
    return await throughYoga(way, asked, { executed, body });
  }
  keepAndSend(way, asked, question, toSend(asked, executed.text, null));
}

async function answerGet(way: Way, asked: Asked, question: Question): Promise<void> {
  const executed = await way.run(
    plainParams(() => parseParameters(question.asked, way.limits), way.registered),
    asked.exchange,
  );
  if (executed.text === null) return await throughYoga(way, asked, { executed, body: null });
  keepAndSend(way, asked, question, toSend(asked, executed.text, entityTag(executed.text)));
}

/** With a tag it is an answer to a GET, which may be kept by those who are sent it. */
function toSend({ mediaType, exchange }: Asked, body: string, tag: string | null): ToSend {
  const bytes = Buffer.byteLength(body);
  const headers = ['content-type', `${mediaType}; charset=utf-8`, 'content-length', String(bytes)];
  if (tag !== null) headers.push(...Object.entries(cacheHeaders(exchange, tag)).flat());
  return { body, bytes, headers, tag };
}

/**
 * Sends what is kept of the same question, if it is still true; whether it did. Where a list has to be read first the
 * query is run, since that is held to its time.
 */
function sendKept(way: Way, asked: Asked, question: Question): boolean {
  const kept = way.kept.get(question);
  if (kept === undefined || !way.published.stillSay(kept.told.lastsWith)) return false;
  Object.assign(asked.exchange, kept.told);
  way.send({ asked, answer: kept });
  return true;
}

function keepAndSend(way: Way, asked: Asked, question: Question, answer: ToSend): void {
  const { operationName, releases, measure, lastsWith } = asked.exchange;
  if (lastsWith !== null && way.kept.wants(question)) {
    const told = { operationName, releases, measure, lastsWith };
    way.kept.set(question, { ...answer, body: inOnePiece(answer), told });
  }
  way.send({ asked, answer });
}

/** A text that was put together of others is gone through piece by piece whenever it is sent. */
function inOnePiece({ body, bytes }: ToSend): string {
  return Buffer.from(body).toString(bytes === body.length ? 'latin1' : 'utf8');
}

/** What goes wrong with one is its own: others are to be sent after it. */
function send(options: ShortWayOptions, asked: Asked, answer: ToSend): void {
  try {
    const status = write(asked, answer);
    options.answered(asked.exchange, { method: asked.request.method ?? '', path: '/graphql', status });
  } catch (error) {
    asked.response.destroy(error instanceof Error ? error : undefined);
  }
}

/** The status that it was sent with. */
function write({ request, response, exchange }: Asked, { body, headers, tag }: ToSend): number {
  if (tag !== null && isKnown(request.headers['if-none-match'], tag)) {
    response.writeHead(304, { ...cacheHeaders(exchange, tag), 'x-request-id': exchange.requestId });
    response.end();
    return 304;
  }
  response.writeHead(200, [...headers, 'x-request-id', exchange.requestId]);
  response.end(body);
  return 200;
}

/** Hands the request to yoga, with what came of it so far. */
async function throughYoga(
  options: ShortWayOptions,
  { request, response }: Asked,
  { executed, body }: { readonly executed: Executed; readonly body: Buffer | null },
): Promise<void> {
  const headers = Object.entries(request.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const init = {
    method: request.method ?? 'GET',
    headers,
    ...(body === null ? {} : { body: new Uint8Array(body) }),
  };
  const answer = await options.read(new Request(`http://localhost${request.url}`, init), executed);
  const bytes = Buffer.from(await answer.arrayBuffer());
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(bytes);
}

/** The body, which is no longer than its header said: node sees to that. What keeps it from coming is told by yoga. */
function readInTime({ request, exchange }: Asked, limits: Limits): Promise<Buffer | CodesetError> {
  return within(limits.requestMs, exchange.begun, readAll(request), (found) => slowBody(limits, found)).catch(
    (error: unknown) => (error instanceof CodesetError ? error : brokenBody(error)),
  );
}

/** By events: an iterator over a small body costs more than answering it. */
function readAll(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

/** What yoga is told of a body that did not come: the error, and a query that asks nothing in its stead. */
function unread(exchange: Exchange, error: CodesetError) {
  const outcome = { errors: [new GraphQLError(error.message, { originalError: error })] };
  return { executed: { exchange, text: null, outcome }, body: Buffer.from('{"query":"{ __typename }"}') };
}
