// The checks of a whole sample: quiet where all agrees, loud where something was changed.
import { type HeldReleases, type RecognisedFile, reconcileRelease } from '@codeset/ingestion';
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

async function findingsOf(
  of: NormalizedRelease,
  given: readonly RecognisedFile[],
  against: HeldReleases,
): Promise<Finding[]> {
  const reconciliations = await reconcileRelease(of, definition, against, silent);
  return await check(of, given, against, silent, reconciliations);
}

async function withFile(role: string, change: (text: string) => string, against = held): Promise<Finding[]> {
  const changed = await withChanged(files, role, change);
  return await findingsOf(await normalize(changed, releaseName('2027'), silent), changed, against);
}

const summary = (findings: readonly Finding[]) => findings.map(({ severity, rule }) => `${severity} ${rule}`);

describe('the samples', () => {
  it('agree with each other in everything', async () => {
    expect(await findingsOf(release, files, held)).toEqual([]);
  });

  it('say when the release that the addenda start from is not held', async () => {
    expect(summary(await findingsOf(release, files, none))).toEqual(['info addenda-applied']);
  });

  it('say when a release repeats a held one', async () => {
    const again = { ...release, name: releaseName('2027-04'), announcements: [] };
    const findings = await findingsOf(again, [], heldNormalized(definition, [release]));
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

  it.each([
    [
      'a flag',
      (text: string) => text.replace(/^(?:Delete|Add): +[01] E668 .*\r\n/gm, ''),
      'error: E66.8 changed its flag in silence.',
    ],
    [
      'an Add under the new flag',
      (text: string) => text.replace(/^Add: +0 E668 .*\r\n/m, ''),
      'error: E66.8 is new in the release, without an Add.',
    ],
    [
      'a Delete under the old flag',
      (text: string) => text.replace(/^Delete: +1 E668 .*\r\n/m, ''),
      'warning: E66.8 has another flag in the release, without a Delete.',
    ],
    [
      'a code that is gone',
      (text: string) => text.replace(/^Delete: +1 T8132XA .*\r\n/m, ''),
      'error: T81.32XA is gone from the release, without a Delete.',
    ],
  ])('that keep silent about %s', async (_, change, message) => {
    const findings = await withFile('order-addenda', change);
    expect(
      findings
        .filter(({ rule }) => rule === 'addenda-applied')
        .map((finding) => `${finding.severity}: ${finding.message}`),
    ).toEqual([`${message} (addenda applied to 2026)`]);
  });

  it('that do not fit the release they start from are warnings', async () => {
    const findings = await withFile('order-addenda', (text) =>
      text
        .replace(
          'A7741   Ehrlichiosis chafeensis [E. chafeensis] ',
          'A7741   Ehrlichiosis chaffeensis [E. chafeensis]',
        )
        .replace(/^(Add: +1 U099 .*\r\n)/m, `$1${'Delete:      1 Z9999   Never'.padEnd(84)}Never\r\n`),
    );
    expect(
      findings
        .filter(({ rule }) => rule === 'addenda-applied')
        .map(({ severity, message, where }) => [severity, message, where?.split(':')[1]]),
    ).toEqual([
      [
        'warning',
        'A77.41 had the short title “Ehrlichiosis chaffeensis [E. chafeensis]” by the addenda, ' +
          '“Ehrlichiosis chafeensis [E. chafeensis]” in the release that they start from. (addenda applied to 2026)',
        '2',
      ],
      [
        'warning',
        'Z99.99 stands in the addenda (deletion). The earlier release does not have it. (addenda applied to 2026)',
        '59',
      ],
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
    const findings = await findingsOf(changed, files, held);
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
