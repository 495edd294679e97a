// Damaged copies of the sample files: refused with the file's name and a place, or accepted with all laws held.
import { CodesetError, layOut } from '@codeset/terminology';
import { mutateBytes, type Random } from '@codeset/test-kit';
import { describe, expect, it } from 'vitest';
import { normalize } from './normalize.ts';
import { releaseName } from './release-name.ts';
import { recognised, sampleText, sourceFile } from './source-file-in-memory.ts';
import { fieldsOf, workbookOf } from './workbook-in-memory.ts';

/** Copies of each file; 10,000 take some minutes. */
const copies = 300;
const seed = 11;

const english = await sampleText('2026-01', 'en');
const samples = [
  ['t-en.txt', '2026-01', Buffer.from(english)],
  ['t-es.txt', '2027-01', Buffer.from(await sampleText('2027-01', 'es'))],
  ['t-en.xlsx', '2026-01', workbookOf(fieldsOf(english))],
] as const;

describe('damaged copies', () => {
  it.each(samples)('of %s are refused with a place, or obey the laws', async (name, version, bytes) => {
    const tally = { refused: 0, accepted: 0 };
    for (let copy = 0; copy < copies; copy += 1) {
      const mutant = mutateBytes(bytes, numbers(seed + copy));
      const outcome = await read(name, version, mutant.bytes).catch((error: unknown) => {
        throw new Error(`copy ${copy} (${mutant.what})`, { cause: error });
      });
      tally[outcome] += 1;
    }
    expect(tally.refused).toBeGreaterThan(copies / 3);
    expect(tally.refused + tally.accepted).toBe(copies);
  });
});

async function read(name: string, version: string, bytes: Buffer): Promise<'refused' | 'accepted'> {
  try {
    const files = await recognised([sourceFile(name, bytes)]);
    if (files.length === 0) return 'refused'; // left aside: the pipeline says with what remark
    const release = await normalize(files, releaseName(version), () => undefined);
    expect(layOut(release.concepts).problems).toEqual([]);
    const errors = release.findings.filter(({ severity }) => severity === 'error');
    expect(errors.every(({ where }) => where?.startsWith(name))).toBe(true);
    return errors.length > 0 ? 'refused' : 'accepted';
  } catch (error) {
    if (!(error instanceof CodesetError)) throw error;
    expect(error.message).toMatch(/t-e[ns]\.(?:txt|xlsx)(?::\d+|!|:| \(byte)/);
    return 'refused';
  }
}

/** A small generator with a seed. */
function numbers(start: number): Random {
  let state = (start * 282_475_249) % 2_147_483_647;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
