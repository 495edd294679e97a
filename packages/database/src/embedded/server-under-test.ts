// A program of its own for the tests of the embedded server: starts it, says so in one line of JSON, and waits.
import { startEmbeddedServer } from './server.ts';

const [home = ''] = process.argv.slice(2);
const server = await startEmbeddedServer({ home });
const { pid, port, startedByUs } = server;
console.log(JSON.stringify({ pid, port, startedByUs, url: server.url('postgres') }));
process.once('SIGTERM', async () => {
  await server.stop();
  process.exit(0);
});
setInterval(() => undefined, 1000);
