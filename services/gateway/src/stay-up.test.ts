// What a process lives through that nobody has caught, and what ends it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));

/** A server that lets a client in, and resets the connection when it is asked for the types, the driver's first question. */
const resettingServer = `
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.from([82, 0, 0, 0, 8, 0, 0, 0, 0, 90, 0, 0, 0, 5, 73]));
      socket.once('data', () => socket.resetAndDestroy());
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const sql = postgres({ host: '127.0.0.1', port: server.address().port, max: 1 });
  sql\`select 1\`.catch(() => undefined);`;

/** Runs it in a process that stays up, for half a second; gives what was logged, and how the process ended. */
async function run(code: string) {
  const program = `
    import { once } from 'node:events';
    import { createServer } from 'node:net';
    import postgres from 'postgres';
    import { stayUp } from './stay-up.ts';
    const log = (level) => ({ err }, message) => console.log(level, message, err.code ?? err.message);
    stayUp({ warn: log('warn'), fatal: log('fatal') }, (exitCode) => process.exit(exitCode));
    setTimeout(() => process.exit(0), 500);
    ${code}`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    cwd: here,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, [exitCode]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { said, exitCode };
}

test('a connection that is reset while the driver looks types up ends nothing', async () => {
  const { said, exitCode } = await run(resettingServer);
  expect(said).toMatch(/^warn a database connection failed between statements ECONNRESET$/m);
  expect(said).not.toContain('fatal');
  expect(exitCode).toBe(0);
});

test.each([
  ['a rejection', 'Promise.reject(new Error("ours"));'],
  ['an exception', 'setTimeout(() => { throw new Error("ours"); });'],
  [
    'a reset that is not the driver’s',
    'Promise.reject(Object.assign(new Error("read"), { code: "ECONNRESET" }));',
  ],
])('%s that nobody has caught ends the process, after a line in the log', async (_what, code) => {
  const { said, exitCode } = await run(code);
  expect(said).toMatch(/^fatal nobody has caught this (ours|ECONNRESET)$/m);
  expect(exitCode).toBe(1);
});
