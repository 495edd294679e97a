// The forms in which a query is taken: POST with a JSON body, or GET with parameters; nothing else. (Yoga plugin)
import { CodesetError } from '@codeset/terminology';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { type ExchangeCarrier, exchangeOf } from '../exchange.ts';
import type { Limits } from '../limits/limits.ts';
import { beyondLimit } from '../limits/refuse.ts';
import { parseJson } from './parse-json.ts';
import { readBody } from './read-body.ts';

export function useRequestForm(limits: Limits): Plugin<object, ExchangeCarrier> {
  return {
    onRequestParse({ request, serverContext, setRequestParser }) {
      refuseLongUrl(request.url, limits);
      if (request.method === 'POST') {
        refuseOtherThanJson(request.headers);
        setRequestParser(async (sent) => {
          const body = await readBody(sent, limits, exchangeOf(serverContext).begun);
          return parseBody(body, limits) as GraphQLParams;
        });
      }
      if (request.method === 'GET') setRequestParser((sent) => parseParameters(sent.url, limits));
    },
  };
}

function refuseLongUrl(url: string, limits: Limits): void {
  const { pathname, search } = new URL(url, 'http://localhost');
  const bytes = Buffer.byteLength(pathname) + Buffer.byteLength(search);
  if (bytes > limits.urlBytes)
    throw beyondLimit('urlBytes', limits, bytes, 'Send it by POST.', 'URL_TOO_LONG');
}

/** Whether a body of this type is read. */
export function isJsonInUtf8(contentType: string | null): boolean {
  if (contentType === 'application/json') return true;
  const [type, ...parameters] = (contentType ?? '').toLowerCase().replaceAll(' ', '').split(';');
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return type === 'application/json' && (charset === undefined || /^charset="?utf-8"?$/.test(charset));
}

function refuseOtherThanJson(headers: Headers): void {
  const contentType = headers.get('content-type');
  if (!isJsonInUtf8(contentType)) {
    throw new CodesetError(
      'UNSUPPORTED_MEDIA_TYPE',
      `A POST body must be application/json in UTF-8, not ${contentType ?? 'without a content type'}.`,
      { details: { found: contentType } },
    );
  }
  const encoding = headers.get('content-encoding');
  if (encoding === null || encoding.toLowerCase() === 'identity') return;
  throw new CodesetError('UNSUPPORTED_MEDIA_TYPE', `A POST body is taken as it is, not as ${encoding}.`, {
    details: { found: encoding },
  });
}

/** What a body says; not looked at yet. BAD_REQUEST when it is not JSON, QUERY_TOO_EXPENSIVE where it nests too deep. */
export function parseBody(text: string, limits: Limits): unknown {
  return parseJson(text, { place: 'body', levels: 0 }, limits);
}

/** The parameters of a GET. BAD_REQUEST when one that must be JSON is not. */
export function parseParameters(url: string, limits: Limits): GraphQLParams {
  const parameters = new URL(url, 'http://localhost').searchParams;
  const [query, operationName] = [parameters.get('query'), parameters.get('operationName')];
  return {
    ...(query ? { query } : {}),
    ...(operationName ? { operationName } : {}),
    ...jsonParameter(parameters, 'variables', limits),
    ...jsonParameter(parameters, 'extensions', limits),
  };
}

/** Counted as deep as it would stand in a body. */
function jsonParameter(parameters: URLSearchParams, name: string, limits: Limits): Record<string, unknown> {
  const text = parameters.get(name);
  if (!text) return {};
  return { [name]: parseJson(text, { place: `parameter \`${name}\``, levels: 1 }, limits) };
}
