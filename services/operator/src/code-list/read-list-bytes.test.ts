// Where a list comes from: files and standard input, and what is neither text nor there.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readListBytes } from './read-list-bytes.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codeset-lists-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const none = Readable.from([]);
const refusal = (says: RegExp) =>
  expect.objectContaining({ code: 'FILE_REFUSED', message: expect.stringMatching(says) });

test('a file is read whole, and named without its folder', async () => {
  const path = join(folder, 'list.txt');
  await writeFile(path, 'E11.9\n');
  const { name, bytes } = await readListBytes(path, none);
  expect([name, bytes.toString()]).toEqual(['list.txt', 'E11.9\n']);
});

test('standard input is read where the name is -', async () => {
  const { name, bytes } = await readListBytes('-', Readable.from([Buffer.from('E11'), Buffer.from('.9\n')]));
  expect([name, bytes.toString()]).toEqual(['standard input', 'E11.9\n']);
});

test('a list that is too large is refused before it is held', async () => {
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(1_000, 'A');
    })(),
  );
  await expect(readListBytes('-', endless, 5_000)).rejects.toEqual(
    refusal(/^standard input: found more than 5000 bytes, expected a list of at most 5000 bytes\. /),
  );
});

test('what is not there, a folder, a zip are refused', async () => {
  await expect(readListBytes(join(folder, 'none'), none)).rejects.toEqual(
    refusal(/^none: found nothing at this path/),
  );
  await expect(readListBytes(folder, none)).rejects.toEqual(
    refusal(/found a folder, expected a list of codes/),
  );
  const path = join(folder, 'list.xlsx');
  await writeFile(path, 'PK\u0003\u0004');
  await expect(readListBytes(path, none)).rejects.toEqual(refusal(/^list\.xlsx: found a zip, .*Unpack it/));
});
