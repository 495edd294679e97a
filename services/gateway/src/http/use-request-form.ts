// The forms in which a query is taken: POST with a JSON body, or GET with parameters; nothing else. (Yoga plugin)
import { CodesetError } from '@codeset/terminology';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { Limits } from '../limits/limits.ts';
import { readBody } from './read-body.ts';

export function useRequestForm(limits: Limits): Plugin {
  return {
    onRequestParse({ request, setRequestParser }) {
      if (request.method === 'POST') {
        refuseOtherThanJson(request.headers.get('content-type'));
        setRequestParser(async (sent) => parseBody(await readBody(sent, limits)) as GraphQLParams);
      }
      if (request.method === 'GET') setRequestParser((sent) => parseParameters(sent.url));
    },
  };
}

/** Whether a body of this type is read. */
export function isJsonInUtf8(contentType: string | null): boolean {
  if (contentType === 'application/json') return true;
  const [type, ...parameters] = (contentType ?? '').toLowerCase().replaceAll(' ', '').split(';');
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return type === 'application/json' && (charset === undefined || /^charset="?utf-8"?$/.test(charset));
}

function refuseOtherThanJson(contentType: string | null): void {
  if (isJsonInUtf8(contentType)) return;
  throw new CodesetError(
    'UNSUPPORTED_MEDIA_TYPE',
    `A POST body must be application/json in UTF-8, not ${contentType ?? 'without a content type'}.`,
    { details: { found: contentType } },
  );
}

/** What the body says; not looked at yet. BAD_REQUEST when it is not JSON. */
export function parseBody(text: string): unknown {
  return parseJson('body', text);
}

/** The parameters of a GET. BAD_REQUEST when one that must be JSON is not. */
export function parseParameters(url: string): GraphQLParams {
  const parameters = new URL(url, 'http://localhost').searchParams;
  const [query, operationName] = [parameters.get('query'), parameters.get('operationName')];
  return {
    ...(query ? { query } : {}),
    ...(operationName ? { operationName } : {}),
    ...jsonParameter(parameters, 'variables'),
    ...jsonParameter(parameters, 'extensions'),
  };
}

function jsonParameter(parameters: URLSearchParams, name: string): Record<string, unknown> {
  const text = parameters.get(name);
  return text ? { [name]: parseJson(`parameter \`${name}\``, text) } : {};
}

function parseJson(place: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CodesetError('BAD_REQUEST', `The ${place} is not JSON: ${reason}`, { cause });
  }
}
