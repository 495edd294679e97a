// Hostile and damaged zips, each written by hand and refused for its own reason.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { caughtLater } from './caught.ts';
import { type CraftedEntry, craftedZip } from './crafted-zip.ts';
import { drawing } from './drawing.ts';
import { listSourceFiles } from './list-source-files.ts';
import { SourceFileError } from './source-file-error.ts';
import type { SourceLimits } from './source-limits.ts';
import { temporaryFolder } from './temporary-folder.ts';

function refusalOf(zip: Buffer, limits?: Partial<SourceLimits>): Promise<SourceFileError> {
  const folder = temporaryFolder({ 'x.zip': zip });
  return caughtLater(listSourceFiles([join(folder, 'x.zip')], limits));
}

const text = 'A000 Cholera due to Vibrio cholerae 01\r\n'.repeat(500);

test('a zip cut short anywhere is refused', async () => {
  const whole = craftedZip([
    { name: 'a.txt', content: randomBytes(5_000) },
    { name: 'b.txt', content: text },
  ]);
  for (const length of [4, 40, 3_000, whole.length - 60, whole.length - 22, whole.length - 1]) {
    const error = await refusalOf(whole.subarray(0, length));
    expect(error.message).toMatch(/^x\.zip: found a damaged zip \(.+\), expected a complete zip/);
  }
});

test('bytes taken out of the middle are noticed', async () => {
  const whole = craftedZip([{ name: 'a.txt', content: randomBytes(5_000) }]);
  const error = await refusalOf(Buffer.concat([whole.subarray(0, 1_000), whole.subarray(1_100)]));
  expect(error.message).toContain('damaged zip');
});

test('a changed byte in the data is refused by its check sum or by inflating', async () => {
  const stored = craftedZip([{ name: 'a.txt', content: text, method: 0 }]);
  stored.writeUInt8(0x42, 100);
  expect((await refusalOf(stored)).message).toMatch(
    /^x\.zip!\/a\.txt: found the CRC-32 [0-9a-f]{8}, expected/,
  );
  const deflated = craftedZip([{ name: 'a.txt', content: randomBytes(5_000).toString('hex') }]);
  deflated.fill(0xff, 200, 300);
  expect((await refusalOf(deflated)).file).toBe('x.zip!/a.txt');
});

test('a wrong check sum is refused with both', async () => {
  const error = await refusalOf(craftedZip([{ name: 'a.txt', content: 'abc', crc32: 1 }]));
  expect(error.found).toBe(`the CRC-32 ${crc32('abc').toString(16)}`);
  expect(error.expected).toBe('00000001, as the zip declares');
});

test.each([
  ['../evil.txt', 'leads out of its folder'],
  ['a/../../evil.txt', 'leads out of its folder'],
  ['/etc/passwd', 'is absolute'],
  ['C:/evil.txt', 'has a drive letter'],
  ['..\\evil.txt', 'has a backslash'],
  ['a\u0000.txt', 'has a control character'],
  ['', 'is empty'],
])('the entry name %j is refused, as it %s', async (name, fault) => {
  const error = await refusalOf(craftedZip([{ name: 'good.txt' }, { name, content: 'x' }]));
  expect(error).toMatchObject({ file: 'x.zip', expected: 'relative names with forward slashes' });
  expect(error.found).toContain(fault);
});

test('a zip that declares less than it holds is refused, before the rest is inflated', async () => {
  for (const method of [0, 8]) {
    const error = await refusalOf(craftedZip([{ name: 'a.txt', content: text, declaredBytes: 100, method }]));
    expect(error.message).toContain(
      'x.zip!/a.txt: found more than 100 bytes, expected the 100 bytes that the zip',
    );
  }
});

test('a zip that declares more than it holds is refused', async () => {
  for (const method of [0, 8]) {
    const error = await refusalOf(
      craftedZip([{ name: 'a.txt', content: text, declaredBytes: 50_000, method }]),
    );
    expect(error.message).toContain('found 20000 bytes, expected the 50000 bytes that the zip declares');
  }
});

test('a bomb is refused by what it declares', async () => {
  const error = await refusalOf(craftedZip([{ name: 'a.txt', content: Buffer.alloc(3 * 1024 * 1024) }]));
  expect(error.message).toMatch(
    /^x\.zip!\/a\.txt: found 3145728 bytes inflated from \d+, expected at most 200 times/,
  );
});

test('a bomb that declares little is stopped at what it declares, in little memory', async () => {
  const zip = craftedZip([{ name: 'a.txt', content: Buffer.alloc(100 * 1024 * 1024), declaredBytes: 1_000 }]);
  const before = process.memoryUsage().rss;
  const error = await refusalOf(zip);
  expect(error.found).toBe('more than 1000 bytes');
  expect(process.memoryUsage().rss - before).toBeLessThan(32 * 1024 * 1024);
});

test('a small text of blanks may inflate a thousandfold', async () => {
  const folder = temporaryFolder({ 'x.zip': craftedZip([{ name: 'a.txt', content: ' '.repeat(500_000) }]) });
  expect(await listSourceFiles([join(folder, 'x.zip')])).toHaveLength(1);
});

test('entries that share their bytes are refused', async () => {
  const error = await refusalOf(
    craftedZip([
      { name: 'a.txt', content: text },
      { name: 'b.txt', content: text, sameBytesAs: 0 },
    ]),
  );
  expect(error.found).toBe('entries that share bytes, "a.txt" and "b.txt"');
});

test.each<[string, CraftedEntry, string]>([
  ['an encrypted entry', { name: 'a.txt', content: text, flags: 1 }, 'an encrypted file'],
  ['an unknown compression', { name: 'a.txt', content: text, method: 12 }, 'a file compressed by method 12'],
  ['a symbolic link', { name: 'a.txt', content: '/etc/passwd', unixMode: 0o120777 }, 'a symbolic link'],
])('%s is refused', async (_, entry, found) => {
  expect(await refusalOf(craftedZip([entry]))).toMatchObject({ file: 'x.zip!/a.txt', found });
});

test('a folder with content is refused', async () => {
  const error = await refusalOf(craftedZip([{ name: 'a/', content: text }]));
  expect(error).toMatchObject({ file: 'x.zip!/a/', found: 'a folder with content' });
});

test('two entries of one name are refused', async () => {
  const error = await refusalOf(craftedZip([{ name: 'a.txt' }, { name: 'a.txt', content: 'x' }]));
  expect(error.found).toBe('two entries named "a.txt"');
});

test('a zip that counts fewer or more entries than it has is refused', async () => {
  const entries = ['a.txt', 'b.txt', 'c.txt'].map((name) => ({ name, content: text }));
  expect((await refusalOf(craftedZip(entries, 2))).found).toBe('more than the 2 entries that the zip counts');
  expect((await refusalOf(craftedZip(entries, 0))).found).toBe('more than the 0 entries that the zip counts');
  expect((await refusalOf(craftedZip(entries, 4))).message).toContain('a damaged zip');
});

test('too many entries are refused from the directory alone', async () => {
  const entries = Array.from({ length: 2_001 }, (_, index) => ({ name: `${index}.txt` }));
  expect((await refusalOf(craftedZip(entries))).message).toContain(
    'found 2001 files and folders, expected at most 2000',
  );
});

test('the caps on one file and on all hold for what is inflated', async () => {
  const zip = craftedZip([
    { name: 'a.txt', content: text },
    { name: 'b.txt', content: text },
  ]);
  expect((await refusalOf(zip, { fileBytes: 19_999 })).message).toContain(
    'found 20000 bytes, as the zip declares',
  );
  expect((await refusalOf(zip, { totalBytes: 39_999 })).file).toBe('x.zip!/b.txt');
  const nested = craftedZip([{ name: 'n.zip', content: zip }]);
  expect((await refusalOf(nested, { fileBytes: 19_999 })).file).toBe('x.zip!/n.zip!/a.txt');
});

test('zips nested deeper than two are refused', async () => {
  const one = craftedZip([{ name: 'a.txt', content: text }]);
  const two = craftedZip([{ name: 'one.zip', content: one }]);
  const three = craftedZip([{ name: 'two.zip', content: two }]);
  const error = await refusalOf(three);
  expect(error.message).toContain('x.zip!/two.zip!/one.zip: found a zip inside 2 others, expected at most 2');
  expect((await refusalOf(two, { zipDepth: 1 })).file).toBe('x.zip!/one.zip');
});

test('an empty zip is refused, and a nested one that is cut short', async () => {
  expect((await refusalOf(craftedZip([]))).found).toBe('a zip without files');
  const cut = craftedZip([{ name: 'a.txt', content: text }]).subarray(0, 80);
  const error = await refusalOf(craftedZip([{ name: 'in.zip', content: cut }]));
  expect(error.message).toMatch(/^x\.zip!\/in\.zip: found a damaged zip/);
});

test('whatever happens to a zip, it is listed and read, or refused as a source file', async () => {
  const inner = craftedZip([{ name: 'deep.txt', content: text }]);
  const sound = craftedZip([
    { name: 'a/b.txt', content: text },
    { name: 'c', method: 0, content: 'c' },
    { name: 'in.zip', content: inner },
  ]);
  const path = join(temporaryFolder({}), 'x.zip');
  const draw = drawing(11);
  const outcomes = { read: 0, refused: 0 };
  for (let round = 0; round < 300; round += 1) {
    const bytes = Buffer.from(sound.subarray(0, draw(8) === 0 ? draw(sound.length) : sound.length));
    if (bytes.length > 0) bytes[draw(bytes.length)] = draw(256);
    writeFileSync(path, bytes);
    try {
      for (const file of await listSourceFiles([path])) await file.read();
      outcomes.read += 1;
    } catch (error) {
      expect(error).toBeInstanceOf(SourceFileError);
      outcomes.refused += 1;
    }
  }
  expect(outcomes.read).toBeGreaterThan(20);
  expect(outcomes.refused).toBeGreaterThan(100);
});
