// What takes the short way: what clients usually send, and nothing of which yoga would make something else.
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../limits/limits.ts';
import { simpleMediaType } from './simple-request.ts';

const typeOf = (method: string, url: string, headers: IncomingHttpHeaders) =>
  simpleMediaType({ method, url, headers } as IncomingMessage, defaultLimits);
const json = { 'content-type': 'application/json', 'content-length': '20' };

test.each([
  ['fetch of Node', { ...json, accept: '*/*' }, 'application/json'],
  ['curl, or a client that says nothing', json, 'application/json'],
  ['axios', { ...json, accept: 'application/json, text/plain, */*' }, 'application/json'],
  [
    'a client of GraphQL over HTTP',
    { ...json, accept: 'application/graphql-response+json, application/json' },
    'application/graphql-response+json',
  ],
])('a POST of %s', (_name, headers, mediaType) => {
  expect(typeOf('POST', '/graphql', headers)).toBe(mediaType);
});

test('a GET with a query', () => {
  expect(typeOf('GET', '/graphql?query=x', { accept: '*/*' })).toBe('application/json');
});

describe('not', () => {
  test.each([
    ['another path', 'POST', '/ready', json],
    ['a POST with parameters', 'POST', '/graphql?query=x', json],
    ['a POST of unknown length', 'POST', '/graphql', { ...json, 'content-length': undefined }],
    ['a chunked POST', 'POST', '/graphql', { ...json, 'transfer-encoding': 'chunked' }],
    ['a compressed POST', 'POST', '/graphql', { ...json, 'content-encoding': 'gzip' }],
    ['a POST that is too long', 'POST', '/graphql', { ...json, 'content-length': '262145' }],
    ['a form', 'POST', '/graphql', { ...json, 'content-type': 'application/x-www-form-urlencoded' }],
    ['a GET without a query', 'GET', '/graphql', {}],
    ['a GET with a body', 'GET', '/graphql?query=x', { 'content-length': '2' }],
    ['a URL that is too long', 'GET', `/graphql?query=${'x'.repeat(8_192)}`, {}],
    ['a page for a person', 'GET', '/graphql?query=x', { accept: 'text/html' }],
    ['another method', 'PUT', '/graphql', json],
  ])('%s', (_name, method, url, headers) => {
    expect(typeOf(method, url, headers)).toBeNull();
  });
});
