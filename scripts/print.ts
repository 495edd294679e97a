// pnpm print:all: writes what is printed from code and database: migrations/schema.sql and the gateway's schema.graphql.
import { writeFile } from 'node:fs/promises';
import { printSchema } from '@codeset/database';
import { printGatewaySchema } from '@codeset/gateway';
import { startScratchServer } from './scratch-server.ts';

const file = (path: string) => new URL(`../${path}`, import.meta.url);

await writeFile(file('services/gateway/schema.graphql'), printGatewaySchema());
const server = await startScratchServer();
try {
  await server.createEmpty('printed');
  await writeFile(file('migrations/schema.sql'), await server.use('printed', printSchema));
} finally {
  await server.stop();
}
