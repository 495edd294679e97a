// What is served beside /graphql: a page to try queries on, the schema as text, and a plain 404. (Yoga plugin)
import { readFileSync } from 'node:fs';
import type { Plugin } from 'graphql-yoga';

const pageFile = new URL('query-page.html', import.meta.url);

/** The page loads nothing from elsewhere, and says so to the browser. */
const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

export function usePages(schemaText: string): Plugin {
  const page = readFileSync(pageFile, 'utf8');
  return {
    onRequest({ request, url, fetchAPI, endResponse }) {
      const { pathname } = url;
      if (pathname === '/schema.graphql') {
        const headers = { 'content-type': 'text/plain; charset=utf-8' };
        endResponse(new fetchAPI.Response(schemaText, { headers }));
      } else if (wantsPage(request, url)) {
        endResponse(new fetchAPI.Response(page, { headers: pageHeaders }));
      } else if (pathname !== '/graphql' && pathname !== '/ready') {
        const text = `There is nothing at ${pathname}. Queries go to /graphql, a page to try them on is at /.\n`;
        endResponse(new fetchAPI.Response(text, { status: 404, headers: { 'content-type': 'text/plain' } }));
      }
    },
  };
}

function wantsPage(request: Request, url: URL): boolean {
  if (request.method !== 'GET') return false;
  if (url.pathname === '/') return true;
  const asBrowser = request.headers.get('accept')?.includes('text/html') ?? false;
  return url.pathname === '/graphql' && asBrowser && !url.searchParams.has('query');
}
