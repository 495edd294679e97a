// A file is written whole or not at all, and what was there stays unless it may be overwritten.
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refuseExisting, writeFileWhole } from './out-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codeset-out-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const textOf = (name: string) => readFile(at(name), 'utf8');

describe('a file that is written', () => {
  test('has its name only when it is whole', async () => {
    await writeFileWhole(at('x.csv'), false, async (write) => {
      await write('first ');
      await write(new Uint8Array([0x32]));
      const during = await readdir(folder);
      expect(during).toHaveLength(1);
      expect(during).not.toContain('x.csv');
    });
    expect(await readdir(folder)).toEqual(['x.csv']);
    expect(await textOf('x.csv')).toBe('first 2');
  });

  test('leaves what was there when the work fails', async () => {
    await writeFile(at('x.csv'), 'before');
    const failing = writeFileWhole(at('x.csv'), true, async (write) => {
      await write('half');
      throw new Error('the database went away');
    });
    await expect(failing).rejects.toThrow('the database went away');
    expect(await readdir(folder)).toEqual(['x.csv']);
    expect(await textOf('x.csv')).toBe('before');
  });

  test('overwrites with force only', async () => {
    await writeFile(at('x.csv'), 'before');
    const write = (force: boolean) => writeFileWhole(at('x.csv'), force, (piece) => piece('after'));
    await expect(write(false)).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining('--force'),
    });
    expect(await textOf('x.csv')).toBe('before');
    await write(true);
    expect(await textOf('x.csv')).toBe('after');
  });

  test('is not put in the place of one that came meanwhile', async () => {
    const racing = writeFileWhole(at('x.csv'), false, async (write) => {
      await write('ours');
      await writeFile(at('x.csv'), 'theirs');
    });
    await expect(racing).rejects.toMatchObject({ code: 'USAGE' });
    expect(await readdir(folder)).toEqual(['x.csv']);
    expect(await textOf('x.csv')).toBe('theirs');
  });

  test('follows a link to the file it stands for', async () => {
    await writeFile(at('real.csv'), 'before');
    await symlink(at('real.csv'), at('link.csv'));
    await writeFileWhole(at('link.csv'), true, (write) => write('after'));
    expect(await textOf('real.csv')).toBe('after');
  });

  test('is never put in the place of what is no file', async () => {
    await mkdir(at('folder'));
    await expect(refuseExisting(at('folder'), true)).rejects.toMatchObject({ code: 'USAGE' });
    await expect(refuseExisting('/dev/null', true)).rejects.toMatchObject({ code: 'USAGE' });
  });

  test('is refused where its folder is not', async () => {
    await expect(refuseExisting(at('none/x.csv'), false)).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringMatching(/x\.csv cannot be written: there is no folder .*none\./),
    });
  });

  test('says what the system says where it cannot be written', async () => {
    const tooLong = writeFileWhole(at('x'.repeat(250)), false, (write) => write('x'));
    await expect(tooLong).rejects.toMatchObject({
      code: 'ENVIRONMENT',
      message: expect.stringContaining('ENAMETOOLONG'),
    });
  });
});
