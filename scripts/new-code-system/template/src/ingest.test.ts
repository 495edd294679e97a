// From the sample files to normalized records, and what is refused on the way.
import { fileURLToPath } from 'node:url';
import { hashRelease, type RecognisedFile } from '@codeset/ingestion';
import { listSourceFiles } from '@codeset/source-files';
import { mutateBytes } from '@codeset/test-kit';
import { CodesetError, sha256 } from '@codeset/terminology';
import { describe, expect, it } from 'vitest';
import { exampleCodes } from './index.ts';

async function sample(version: string): Promise<RecognisedFile[]> {
  const folder = exampleCodes.samples.find((one) => one.version === version)?.folder;
  const files = await listSourceFiles([fileURLToPath(folder ?? '')]);
  return await Promise.all(
    files.map(async (file) => ({ file, role: (await exampleCodes.recognise(file)).role ?? '', remark: '' })),
  );
}

/** The list with these bytes. */
function listOf(text: string | Buffer): RecognisedFile[] {
  const bytes = Buffer.from(text);
  const file = { name: 'list.txt', bytes: bytes.length, sha256: sha256('x'), read: async () => bytes };
  return [{ file, role: 'code-list', remark: '' }];
}

const progress = () => undefined;
const normalize = (files: readonly RecognisedFile[], version: string) =>
  exampleCodes.normalize(files, exampleCodes.releaseName(version), progress);

describe('example codes', () => {
  it('both samples obey the laws of the tree, and their digests differ', async () => {
    const digests = new Set<string>();
    for (const { version } of exampleCodes.samples) {
      const { hashed, findings } = hashRelease(
        await normalize(await sample(version), version),
        exampleCodes.definition,
        true,
      );
      expect(findings).toEqual([]);
      expect(hashed.counts).toMatchObject({ concepts: 3, selectable: 2, header: 1 });
      digests.add(hashed.digest);
    }
    expect(digests.size).toBe(2);
  });

  it('nothing in the samples is left uncaptured', async () => {
    for (const { lines } of await exampleCodes.coverage(await sample('2026'))) {
      expect(lines.filter(({ captured }) => !captured)).toEqual([]);
    }
  });

  it.each([
    ['code\tparent\ttitle\tselectable\tVersion 2031\r\n', /list\.txt:1: found version 2031, expected 2026/],
    [
      'code\tparent\ttitle\tselectable\tVersion 2026\r\nA1\t\t\tno\r\n',
      /list\.txt:2: found "", expected a title/,
    ],
    [
      'code\tparent\ttitle\tselectable\tVersion 2026\r\nA1\t\tOne\tmaybe\r\n',
      /list\.txt:2: .*expected yes or no/,
    ],
    ['code\tparent\ttitle\tselectable\tVersion 2026\r\n1A\t\tOne\tno\r\n', /list\.txt:2: .*expected a code/],
    ['code\tparent\ttitle\tselectable\tVersion 2026\r\nA1\tno\r\n', /list\.txt:2: .*expected 4 fields/],
  ])('refuses %j', async (text, message) => {
    await expect(normalize(listOf(text), '2026')).rejects.toThrow(message);
  });

  it('whatever happens to a file, it is refused with its place, or obeys the laws', async () => {
    const [list] = await sample('2026');
    const bytes = (await list?.file.read()) ?? Buffer.alloc(0);
    let state = 1;
    const random = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    for (let copy = 0; copy < 300; copy++) {
      const damaged = listOf(mutateBytes(bytes, random).bytes);
      const release = await normalize(damaged, '2026').catch((error: unknown) => {
        if (!(error instanceof CodesetError)) throw error;
        expect(error.message).toContain('list.txt');
        return null;
      });
      if (release) hashRelease(release, exampleCodes.definition, true);
    }
  });
});
