// PostGraphile 5 under the Node of its own: folder of its packages, database URL, its tags as JSON; sends its URL.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, connectionString, tags] = process.argv.slice(2);
const load = createRequire(join(folder, 'package.json'));
const { postgraphile } = load('postgraphile');
const { PostGraphileAmberPreset } = load('postgraphile/presets/amber');
const { makePgService } = load('postgraphile/adaptors/pg');
const { grafserv } = load('postgraphile/grafserv/node');
const { makeJSONPgSmartTagsPlugin } = load('postgraphile/utils');

// Whoever started it is gone or wants it to stop, during the start as well: nothing here is worth keeping.
process.once('disconnect', () => process.exit());

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [makeJSONPgSmartTagsPlugin(JSON.parse(tags))],
  pgServices: [
    makePgService({
      connectionString,
      schemas: ['codeset', 'codeset_peer'],
      pubsub: false,
      poolConfig: { max: 10 },
    }),
  ],
  grafserv: { watch: false, graphiql: false, websockets: false, outputDataAsString: true },
  grafast: { explain: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
await instance.getSchema();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
process.send({ url: `http://127.0.0.1:${server.address().port}/graphql` });
