// The socket of a connection: for one host, and none for what the driver decides by itself.
import { createServer } from 'node:net';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { promptSocket, promptSocketFor } from './prompt-socket.ts';

test.each([
  ['postgres://me:secret@one:5432/codeset', true],
  ['postgresql://one/codeset', true],
  ['postgres://me:a,b@one/codeset', true],
  ['postgres://me:secret@one:5432,two:5433/codeset', false],
  ['postgres://me@one,two/codeset', false],
  ['postgres:///codeset', false],
])('%s: %s', (url, ours) => {
  expect(promptSocketFor(url).socket !== undefined).toBe(ours);
});

test('what is written before the connection stands is sent when it does, over TCP and over a path', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'codeset-socket-'));
  const path = join(folder, 'server');
  for (const where of ['127.0.0.1', path]) {
    const server = createServer((socket) => socket.pipe(socket));
    server.listen(where === path ? { path } : { port: 0, host: where });
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const socket = promptSocket({ host: [where], port: [port], path: where === path && path, ssl: false });
    expect(socket).toMatchObject({ host: where, port, ssl: false });
    socket.write('a');
    socket.write('b');
    let heard = '';
    while (heard.length < 2) heard += String((await once(socket, 'data'))[0]);
    expect(heard).toBe('ab');
    socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
  await rm(folder, { recursive: true });
});

test('a server that is not there is an error of the socket, which is then closed', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  const socket = promptSocket({ host: ['127.0.0.1'], port: [port], path: false, ssl: false });
  const [error] = await once(socket, 'error').catch((failure: unknown) => [failure]);
  expect(error).toMatchObject({ code: 'ECONNREFUSED' });
});
