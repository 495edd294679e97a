// The gateway as `codeset serve` runs it, for the bench: database URL. Its log is written, to nowhere.
import { connectDatabase } from '@codeset/database';
import { watchPublished } from '@codeset/database/read';
import { createGateway, logDestination } from '@codeset/gateway';
import { pino } from 'pino';
import { measureServer } from './measured-server.ts';

const [url = ''] = process.argv.slice(2);
const database = connectDatabase({ url, applicationName: 'bench gateway', role: 'codeset_reader', max: 10 });
const log = pino({ level: 'info' }, logDestination(process.stdout).stream);
const gateway = createGateway({ database, clock: () => new Date(), log });
const endWatch = await watchPublished(database, gateway.publishedChanged);
const listening = await gateway.listen({ port: 0, host: '127.0.0.1' });
measureServer(listening.url, async () => {
  await listening.close();
  await endWatch?.();
  await database.end({ timeout: 1 });
});
