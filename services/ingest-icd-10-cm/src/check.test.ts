// The checks of a whole sample: quiet where all agrees, loud where something was changed.
import type { HeldReleases, RecognisedFile } from '@codeset/ingestion';
import { heldNormalized } from '@codeset/test-kit';
import type { Finding, NormalizedRelease } from '@codeset/terminology';
import { beforeAll, describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { definition } from './definition.ts';
import { normalize } from './normalize.ts';
import { releaseName } from './release-name.ts';
import { sampleFiles, withChanged } from './source-file-in-memory.ts';

const silent = () => undefined;
const none: HeldReleases = { releases: [], listCodes: async () => new Map() };
let release: NormalizedRelease;
let files: RecognisedFile[];
let held: HeldReleases;

beforeAll(async () => {
  const before = await normalize(await sampleFiles('2026'), releaseName('2026'), silent);
  held = heldNormalized(definition, [before]);
  files = await sampleFiles('2027');
  release = await normalize(files, releaseName('2027'), silent);
});

async function withFile(role: string, change: (text: string) => string, against = held): Promise<Finding[]> {
  return await check(release, await withChanged(files, role, change), against, silent);
}

const summary = (findings: readonly Finding[]) => findings.map(({ severity, rule }) => `${severity} ${rule}`);

describe('the samples', () => {
  it('agree with each other in everything', async () => {
    expect(await check(release, files, held, silent)).toEqual([]);
  });

  it('say when the release that the addenda start from is not held', async () => {
    expect(summary(await check(release, files, none, silent))).toEqual(['info addenda-applied']);
  });

  it('say when a release repeats a held one', async () => {
    const again = { ...release, name: releaseName('2027-04') };
    const findings = await check(again, [], heldNormalized(definition, [release]), silent);
    expect(findings.map(({ message }) => message)).toEqual([
      '2027-04 repeats 2027: all codes, flags and titles of the order file are the same.',
    ]);
  });
});

describe('the codes file', () => {
  it.each([
    [
      'lacks a code',
      (text: string) => text.replace(/^A.*\r\n/, ''),
      /is billable in the order file and not in the codes file/,
    ],
    [
      'has a code too many',
      (text: string) => `${text}Z9999   New\r\n`,
      /Z99\.99 is in the codes file and not billable/,
    ],
    [
      'has another title',
      (text: string) => text.replace('Type 2 diabetes mellitus without', 'Type 3 diabetes without'),
      /is “Type 3 diabetes/,
    ],
    [
      'has another order',
      (text: string) => text.replace(/^(.*\r\n)(.*\r\n)/, '$2$1'),
      /stands where the order file has/,
    ],
    ['has a code twice', (text: string) => text.replace(/^(.*\r\n)/, '$1$1'), /stands twice/],
  ])('that %s is an error', async (_, change, message) => {
    const findings = await withFile('codes-file', change);
    expect(findings.map((finding) => finding.message)).toContainEqual(expect.stringMatching(message));
    expect(new Set(summary(findings))).toEqual(new Set(['error order-equals-codes-file']));
  });
});

describe('addenda', () => {
  it('that lead to another year are an error', async () => {
    const findings = await withFile('order-addenda', (text) =>
      text.replaceAll('icd10cm_order_2027', 'icd10cm_order_2031'),
    );
    expect(summary(findings)).toEqual(['error footer-year']);
  });

  it('that state other totals are an error', async () => {
    const findings = await withFile('order-addenda', (text) => text.replace(/285 codes in/, '286 codes in'));
    expect(summary(findings)).toEqual(['error addenda-totals', 'warning addenda-totals']);
  });

  it('that keep silent about a new code are an error', async () => {
    const findings = await withFile('order-addenda', (text) => text.replace(/^Add: +1 T81320A.*\r\n/m, ''));
    expect(summary(findings)).toEqual(['warning addenda-totals', 'error addenda-applied']);
    expect(findings[1]?.message).toBe(
      'T81.320A is new in the release, without an Add. (addenda applied to 2026)',
    );
  });

  it('that keep silent about a title are a warning', async () => {
    const findings = await withFile('order-addenda', (text) =>
      text.replace(/^Revise from: 1 A7741.*\r\n.*\r\n/m, ''),
    );
    expect(findings.filter(({ rule }) => rule === 'addenda-applied')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        message: expect.stringContaining('title of A77.41 changed in silence'),
      }),
      expect.objectContaining({ severity: 'warning' }),
    ]);
  });

  it('that delete what is there, or add what is not, are errors', async () => {
    const findings = await withFile('codes-addenda', (text) =>
      text
        .replace(/^Add: {9}T81320A/m, 'Delete:      T81320A')
        .replace(/^Add: {9}T81320D/m, 'Add:         T81329X'),
    );
    expect(findings.filter(({ rule }) => rule === 'addenda-lines').map(({ message }) => message)).toEqual([
      'T81.320A is deleted by the addenda and still in the release with the flag 1.',
      'T81.329X stands in the addenda (Add) with the flag 1 and is not in the release.',
    ]);
  });

  it('whose titles are not those of the release are warnings', async () => {
    const findings = await withFile('codes-addenda', (text) =>
      text.replace(/^(Add: {9}T81320A ).*/m, '$1Other'),
    );
    expect(summary(findings)).toEqual(['warning addenda-lines']);
  });
});

describe('index codes', () => {
  it('that are not in the release, or are words, are said', async () => {
    const changed = await normalize(
      await withChanged(files, 'index-to-diseases', (text) =>
        text
          .replace('<manif>I43</manif>', '<manif>SCFE</manif>')
          .replace('<code>E11.9</code>', '<code>E11.77</code>'),
      ),
      releaseName('2027'),
      silent,
    );
    const findings = await check(changed, files, held, silent);
    expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      expect.stringMatching(/info: “.*” leads to “(SCFE|E11\.77)”, which/),
      expect.stringMatching(/info: “.*” leads to “(SCFE|E11\.77)”, which/),
    ]);
  });
});

describe('a damaged file to compare with', () => {
  it('is refused with its place', async () => {
    await expect(withFile('order-addenda', (text) => text.replace('Add:', 'Ad!:'))).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringMatching(/icd10cm-order-addenda-2027\.txt:\d+:1-13/),
    });
  });
});
