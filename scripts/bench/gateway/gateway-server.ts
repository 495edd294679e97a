// The gateway as `codeset serve` runs it, for the bench: database URL. Its log goes to nowhere, but is written.
import { connectDatabase } from '@codeset/database';
import { watchPublished } from '@codeset/database/read';
import { createGateway } from '@codeset/gateway';
import { destination, pino } from 'pino';
import { measureServer } from './measured-server.ts';

const [url = ''] = process.argv.slice(2);
const database = connectDatabase({ url, applicationName: 'bench gateway', role: 'codeset_reader', max: 10 });
const log = pino({ level: 'info' }, destination({ dest: '/dev/null', sync: false, minLength: 4096 }));
const gateway = createGateway({ database, clock: () => new Date(), log });
await watchPublished(database, gateway.publishedChanged);
const listening = await gateway.listen({ port: 0, host: '127.0.0.1' });
measureServer(listening.url, async () => {
  await listening.close();
  await database.end({ timeout: 1 });
});
