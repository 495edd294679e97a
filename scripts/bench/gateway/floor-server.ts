// What the gateway is held against, in a process of its own: static, map or hello; the file of concepts for map.
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, type DocumentNode, execute, parse, validate } from 'graphql';
import { createSchema, createYoga } from 'graphql-yoga';
import { measureServer } from './measured-server.ts';

/** A concept as the map holds it. */
interface MapConcept {
  readonly code: string;
  readonly display: string;
  readonly selectable: boolean;
  readonly parent: string | null;
}

const headers = { 'content-type': 'application/json; charset=utf-8' };

/** A reply that costs nothing to make. */
function fixedReply(): RequestListener {
  const body = JSON.stringify({ data: { release: { concept: { code: 'E11.9' } } } });
  return (_request, response) => {
    response.writeHead(200, { ...headers, 'content-length': body.length });
    response.end(body);
  };
}

/** graphql-js over a Map: no database, no limits, no errors; documents are parsed and validated once. */
function bareGraphql(file: string): RequestListener {
  const concepts = new Map(
    (JSON.parse(readFileSync(file, 'utf8')) as MapConcept[]).map((concept) => [concept.code, concept]),
  );
  const schema = buildSchema(`
    type Query { release(codeSystem: String!, version: String): Release! }
    type Release { concept(code: String!): Concept }
    type Concept { code: String display: String! selectable: Boolean! parent: Concept }`);
  const told = (code: string | null): object | null => {
    const found = code === null ? undefined : concepts.get(code);
    return found ? { ...found, parent: () => told(found.parent) } : null;
  };
  const rootValue = { release: () => ({ concept: ({ code }: { code: string }) => told(code) }) };
  const documents = new Map<string, DocumentNode>();
  return async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
    let document = documents.get(query);
    if (!document) {
      document = parse(query);
      if (validate(schema, document).length > 0) throw new Error('the query does not fit the floor');
      documents.set(query, document);
    }
    const body = JSON.stringify(await execute({ schema, document, rootValue, variableValues: variables }));
    response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(body) });
    response.end(body);
  };
}

/** graphql-yoga as it comes, with a field that costs nothing. */
function yogaHello(): RequestListener {
  return createYoga({
    schema: createSchema({
      typeDefs: 'type Query { hello: String! }',
      resolvers: { Query: { hello: () => 'hello' } },
    }),
    logging: false,
  });
}

const [name = '', file = ''] = process.argv.slice(2);
const listener = name === 'static' ? fixedReply() : name === 'map' ? bareGraphql(file) : yogaHello();
const server = createServer(listener);
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
measureServer(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, async () => {
  server.closeAllConnections();
  server.close();
});
