// Listing what the operator named: files, folders, zips, and what is refused of them.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { caughtLater } from './caught.ts';
import { craftedZip } from './crafted-zip.ts';
import { listSourceFiles } from './list-source-files.ts';
import { publishedData, withoutPublishedData } from './published-data.ts';
import type { SourceFile } from './source-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const namesOf = (files: readonly SourceFile[]) => files.map(({ name }) => name);

test('files, folders and zips are listed with name, size, hash and content', async () => {
  const zip = craftedZip([
    { name: 'b/', method: 0 },
    { name: 'b/two.txt', content: 'two' },
    { name: 'a.txt', content: 'stored', method: 0 },
  ]);
  const folder = temporaryFolder({
    'x.dat': zip,
    'rel/c.txt': 'see',
    'rel/B.txt': 'bee',
    'rel/sub/a.txt': '',
  });
  const files = await listSourceFiles([join(folder, 'x.dat'), join(folder, 'rel')]);
  expect(namesOf(files)).toEqual([
    'x.dat!/b/two.txt',
    'x.dat!/a.txt',
    'rel/B.txt',
    'rel/c.txt',
    'rel/sub/a.txt',
  ]);
  const contents = await Promise.all(files.map((file) => file.read()));
  expect(contents.map(String)).toEqual(['two', 'stored', 'bee', 'see', '']);
  expect(files.map((file) => file.bytes)).toEqual(contents.map((content) => content.length));
  expect(files.map((file) => file.sha256)).toEqual(contents.map(sha256));
});

test('a zip inside a zip is opened, in any order of reading and again', async () => {
  const inner = craftedZip([
    { name: 'deep.txt', content: 'deep' },
    { name: 'other.txt', content: 'other' },
  ]);
  const folder = temporaryFolder({ 'outer.zip': craftedZip([{ name: 'in/inner.zip', content: inner }]) });
  const files = await listSourceFiles([join(folder, 'outer.zip')]);
  expect(namesOf(files)).toEqual(['outer.zip!/in/inner.zip!/deep.txt', 'outer.zip!/in/inner.zip!/other.txt']);
  for (const file of [...files.toReversed(), ...files]) {
    expect(sha256(await file.read())).toBe(file.sha256);
  }
});

test('an office document is one file, on disk and inside a zip', async () => {
  const workbook = craftedZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml' },
  ]);
  const folder = temporaryFolder({
    'codes.xlsx': workbook,
    'codes.zip': craftedZip([{ name: 'codes.xlsx', content: workbook }]),
  });
  const files = await listSourceFiles([folder]);
  const name = folder.split('/').at(-1);
  expect(namesOf(files)).toEqual([`${name}/codes.xlsx`, `${name}/codes.zip!/codes.xlsx`]);
  for (const file of files) expect(sha256(await file.read())).toBe(sha256(workbook));
});

test('a zip is known by its bytes: other content by the name of zip is a file', async () => {
  const folder = temporaryFolder({
    'fake.zip': 'no zip',
    'real.txt': craftedZip([{ name: 'a', content: 'a' }]),
  });
  const files = await listSourceFiles([join(folder, 'fake.zip'), join(folder, 'real.txt')]);
  expect(namesOf(files)).toEqual(['fake.zip', 'real.txt!/a']);
});

test('hidden files are passed over in a folder, and taken when named', async () => {
  const folder = temporaryFolder({ 'r/.hidden': 'h', 'r/.git/x': 'x', 'r/a.txt': 'a' });
  expect(namesOf(await listSourceFiles([join(folder, 'r')]))).toEqual(['r/a.txt']);
  expect(namesOf(await listSourceFiles([join(folder, 'r/.hidden')]))).toEqual(['.hidden']);
});

test('what is named twice is listed once; files alike in different folders are told apart', async () => {
  const folder = temporaryFolder({ 'r/a.txt': 'a', 'r/b.txt': 'b', 's/a.txt': 'a' });
  const twice = await listSourceFiles([join(folder, 'r/b.txt'), join(folder, 'r'), join(folder, 'r')]);
  expect(namesOf(twice)).toEqual(['b.txt', 'r/a.txt']);
  const alike = await listSourceFiles([join(folder, 'r/a.txt'), join(folder, 's/a.txt')]);
  expect(namesOf(alike)).toEqual(['r/a.txt', 's/a.txt']);
});

test('a link is followed inside the folder, once and without end, and refused when it leads out', async () => {
  const folder = temporaryFolder({ 'r/.store/a1': 'a', 'secret.txt': 's' });
  mkdirSync(join(folder, 'r/sub'));
  symlinkSync('../.store/a1', join(folder, 'r/sub/a.txt'));
  symlinkSync('..', join(folder, 'r/sub/loop'));
  const files = await listSourceFiles([join(folder, 'r')]);
  expect(namesOf(files)).toEqual(['r/sub/a.txt']);
  symlinkSync('../secret.txt', join(folder, 'r/secret.txt'));
  const error = await caughtLater(listSourceFiles([join(folder, 'r')]));
  expect(error).toMatchObject({ file: 'r/secret.txt', found: 'a link that leads out of the folder' });
});

test.each([
  ['no path', [], '(no path): found no path at all'],
  ['a missing path', ['missing.zip'], 'missing.zip: found nothing at this path'],
  ['an empty folder', ['empty'], 'empty: found a folder without files'],
  ['a link to nothing', ['broken'], 'broken/link: found nothing at this path'],
])('%s is refused', async (_, paths, message) => {
  const folder = temporaryFolder({ 'broken/a.txt': 'a' });
  mkdirSync(join(folder, 'empty'));
  symlinkSync('nowhere', join(folder, 'broken/link'));
  const error = await caughtLater(listSourceFiles(paths.map((path) => join(folder, path))));
  expect(error.message).toContain(message);
});

test('a socket is refused', async () => {
  const folder = temporaryFolder({ 'r/a.txt': 'a' });
  const server = createServer().listen(join(folder, 'r/socket'));
  try {
    await new Promise((resolve) => server.once('listening', resolve));
    const error = await caughtLater(listSourceFiles([join(folder, 'r')]));
    expect(error).toMatchObject({ file: 'r/socket', found: 'a device, pipe or socket' });
  } finally {
    server.close();
  }
});

test('a file that changes after it was listed is refused', async () => {
  const folder = temporaryFolder({ 'a.txt': 'first' });
  const [file] = await listSourceFiles([join(folder, 'a.txt')]);
  for (const content of ['other', 'longer than before', 'no']) {
    writeFileSync(join(folder, 'a.txt'), content);
    const error = await caughtLater(file?.read() ?? Promise.resolve());
    expect(error).toMatchObject({ file: 'a.txt', found: 'other bytes than a moment ago' });
  }
});

test('the caps on one file, on all files and on their number hold', async () => {
  const folder = temporaryFolder({ 'r/a.txt': 'x'.repeat(60), 'r/b.txt': 'x'.repeat(60) });
  const paths = [join(folder, 'r')];
  expect(await listSourceFiles(paths, { fileBytes: 60, totalBytes: 120, entries: 3 })).toHaveLength(2);
  const tooLarge = await caughtLater(listSourceFiles(paths, { fileBytes: 59 }));
  expect(tooLarge.message).toContain('r/a.txt: found 60 bytes, expected at most 59 bytes');
  const tooLargeTogether = await caughtLater(listSourceFiles(paths, { totalBytes: 119 }));
  expect(tooLargeTogether.message).toContain('found more than 119 bytes in all the files');
  const tooMany = await caughtLater(listSourceFiles(paths, { entries: 2 }));
  expect(tooMany.message).toContain('found 3 files and folders, expected at most 2');
});

test('a file of 200 MB is listed without being held', async () => {
  const folder = temporaryFolder({ 'huge.txt': '' });
  truncateSync(join(folder, 'huge.txt'), 200 * 1024 * 1024);
  const before = process.memoryUsage().rss;
  const [file] = await listSourceFiles([join(folder, 'huge.txt')]);
  expect(file?.bytes).toBe(200 * 1024 * 1024);
  expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
});

test('the real release of 2023 is listed with the hashes of its manifest', async ({ skip }) => {
  const path = publishedData('icd-10-cm/2023');
  if (path === null) return skip(withoutPublishedData);
  const files = await listSourceFiles([path]);
  expect(namesOf(files)).toContain('2023/icd10-Order-CodeFiles2023.zip!/icd10cm-order-2023.txt');
  expect(files).toHaveLength(8);
  const tabular = files.find(({ name }) => name === '2023/icd10cm_tabular_2023.xml');
  expect(tabular).toMatchObject({ bytes: 9_485_965, sha256: expect.stringMatching(/^ef862d47d79c69b1/) });
  expect((await tabular?.read())?.equals(readFileSync(join(path, 'icd10cm_tabular_2023.xml')))).toBe(true);
});

test('published zips of every kind pass the checks that hostile ones fail', async ({ skip }) => {
  const paths = ['hcpcs', 'icd-11-mms', 'maps', 'edits'].map(publishedData).filter((path) => path !== null);
  if (paths.length < 4) return skip(withoutPublishedData);
  const files = await listSourceFiles(paths);
  expect(files.filter(({ name }) => name.includes('.zip!/')).length).toBeGreaterThan(60);
});
