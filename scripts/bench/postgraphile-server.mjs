// PostGraphile 5 over the schema codeset, under the Node of its own: folder of its packages, database URL; sends its URL.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, connectionString] = process.argv.slice(2);
const load = createRequire(join(folder, 'package.json'));
const { postgraphile } = load('postgraphile');
const { PostGraphileAmberPreset } = load('postgraphile/presets/amber');
const { makePgService } = load('postgraphile/adaptors/pg');
const { grafserv } = load('postgraphile/grafserv/node');
const { makeJSONPgSmartTagsPlugin } = load('postgraphile/utils');

/** What PostGraphile is told beyond the tables: the parent, which is no foreign key there, and three short names. */
const tags = {
  version: 1,
  config: {
    class: {
      'codeset.release_concept': {
        tags: {
          foreignKey:
            '(release_id, parent) references codeset.release_concept (release_id, position)|@fieldName parentConcept',
        },
      },
    },
    constraint: {
      'codeset.release_concept.release_concept_content_id_fkey': { tags: { fieldName: 'content' } },
      'codeset.release_concept.release_concept_release_id_key_key': { tags: { fieldName: 'concept' } },
    },
  },
};

// Whoever started it is gone or wants it to stop, during the start as well: nothing here is worth keeping.
process.once('disconnect', () => process.exit());

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [makeJSONPgSmartTagsPlugin(tags)],
  pgServices: [
    makePgService({ connectionString, schemas: ['codeset'], pubsub: false, poolConfig: { max: 10 } }),
  ],
  grafserv: { watch: false, graphiql: false, websockets: false },
  grafast: { explain: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
await instance.getSchema();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
process.send({ url: `http://127.0.0.1:${server.address().port}/graphql` });
