// The checks: the samples pass them, and each doubt is told with its rule and place.
import type { HeldReleases, RecognisedFile } from '@codeset/ingestion';
import { heldNormalized } from '@codeset/test-kit';
import type { Finding } from '@codeset/terminology';
import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { definition } from './definition.ts';
import { madeCode, threeCodes } from './made-codes.ts';
import { type MadeCode, madeMainText } from './made-main-text.ts';
import { madeMainWorkbook } from './made-workbook.ts';
import { normalize } from './normalize.ts';
import { releaseName } from './release-name.ts';
import { recognised, sampleFiles, sourceFile, withChanged } from './source-file-in-memory.ts';

const silent = () => undefined;
const nothingHeld: HeldReleases = { releases: [], listCodes: async () => new Map() };

async function findingsOf(
  files: readonly RecognisedFile[],
  version = '2026-01',
  held = nothingHeld,
): Promise<Finding[]> {
  const release = await normalize(files, releaseName(version), silent);
  return [...release.findings, ...(await check(release, files, held, silent))];
}

async function findingsOfCodes(...codes: readonly MadeCode[]): Promise<Finding[]> {
  return await findingsOf(await recognised([sourceFile('main.txt', madeMainText(codes))]));
}

function ofRule(findings: readonly Finding[], rule: string): Finding[] {
  return findings.filter((finding) => finding.rule === rule);
}

/** January's sample as a held release. */
async function january(): Promise<HeldReleases> {
  const release = await normalize(await sampleFiles('2026-01'), releaseName('2026-01'), silent);
  return heldNormalized(definition, [release]);
}

describe('the samples', () => {
  it.each(['2026-01', '2026-04'] as const)('%s has doubts, and no error', async (version) => {
    const findings = await findingsOf(await sampleFiles(version), version);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(ofRule(findings, 'record-layout-differs')).toEqual([]);
    expect(ofRule(findings, 'value-without-meaning')).toEqual([]);
    expect(ofRule(findings, 'transaction-report-differs')).toEqual([]);
    expect(ofRule(findings, 'release-date')).toEqual([]);
    expect(ofRule(findings, 'processing-note-missing')).toHaveLength(1);
  });

  it('tell what became of the corrections', async () => {
    const findings = await findingsOf(await sampleFiles('2026-01'));
    expect(ofRule(findings, 'correction-not-applied').map(({ message }) => message.slice(0, 5))).toEqual([
      'E0627',
      'G0480',
      'G9003',
      'J0119',
    ]);
    expect(ofRule(findings, 'correction-applied')[0]?.message).toContain('Q0091');
    expect(ofRule(findings, 'correction-undecided')[0]?.message).toContain('L5000');
  });

  it('are compared with the release before', async () => {
    const findings = await findingsOf(await sampleFiles('2026-04'), '2026-04', await january());
    expect(ofRule(findings, 'gone-without-termination')).toMatchObject([
      {
        severity: 'warning',
        message: expect.stringMatching(/2026-01 that are gone and were never terminated \(2\): X9, G9003/),
      },
    ]);
    expect(ofRule(findings, 'code-re-used')).toMatchObject([{ message: expect.stringContaining('J9380') }]);
  });

  it('tell of a code that is called added and is held', async () => {
    const files = await recognised([sourceFile('main.txt', madeMainText([madeCode('A0001')]))]);
    const release = await normalize(files, releaseName('2025-10'), silent);
    const findings = await findingsOf(files, '2026-01', heldNormalized(definition, [release]));
    expect(ofRule(findings, 'added-but-held')).toMatchObject([{ severity: 'warning', where: 'main.txt:1' }]);
  });
});

describe('the main file', () => {
  it('of another quarter is an error, of a doubtful one a warning', async () => {
    const files = (await sampleFiles('2026-04')).filter(({ role }) => role === 'main-text');
    const [wrong] = ofRule(await findingsOf(files, '2026-07'), 'release-date');
    expect(wrong).toMatchObject({
      severity: 'error',
      where: expect.stringMatching(/APR_CONTR_ANWEB\.txt:\d+$/),
    });
    expect(wrong?.message).toMatch(/take effect on 2026-04-01, 0 on 2026-07-01; expected most on 2026-07-01/);
    const retroactive = { actionEffectiveDate: '20251001' };
    const [doubt] = ofRule(
      await findingsOfCodes(
        madeCode('A0001'),
        madeCode('A0002', 'x', retroactive),
        madeCode('A0003', 'x', retroactive),
      ),
      'release-date',
    );
    expect(doubt).toMatchObject({ severity: 'warning' });
    const [unknown] = ofRule(
      await findingsOfCodes(madeCode('A0001', 'x', { actionCode: 'N' })),
      'release-date',
    );
    expect(unknown).toMatchObject({ severity: 'info' });
  });

  it('with a preamble of another year is a doubt', async () => {
    const text = `2025 HCPCS sample\r\n\r\n${madeMainText(threeCodes)}`;
    const findings = await findingsOf(await recognised([sourceFile('main.txt', text)]));
    expect(ofRule(findings, 'preamble-year')).toMatchObject([{ severity: 'warning' }]);
  });

  it('can not end a code before it begins', async () => {
    const findings = await findingsOfCodes(madeCode('A0001', 'x', { terminationDate: '20191231' }));
    expect(ofRule(findings, 'terminated-before-added')).toMatchObject([
      { severity: 'error', where: 'main.txt:1' },
    ]);
  });

  it.each([
    ['discontinued-without-end', { actionCode: 'D' }, 'A0001 is discontinued'],
    ['cross-reference-missing', { crossReference: 'A9999' }, 'A0001 refers to A9999'],
    ['value-without-meaning', { betos: 'Q9Q' }, 'BETOS Q9Q has no known meaning: A0001'],
    ['missing-value', { coverage: '' }, 'Codes without coverage (1): A0001'],
  ])('is told of by %s', async (rule, changed, message) => {
    const findings = ofRule(await findingsOfCodes(madeCode('A0001', 'x', changed)), rule);
    expect(findings).toMatchObject([{ severity: 'warning', where: 'main.txt:1' }]);
    expect(findings[0]?.message).toContain(message);
  });

  it('may begin a code with a letter that has no section yet', async () => {
    const findings = ofRule(await findingsOfCodes(madeCode('W0001')), 'section-without-title');
    expect(findings).toMatchObject([{ severity: 'info', where: 'main.txt:1' }]);
  });

  it('is compared with the workbook, field by field', async () => {
    const [first, ...others] = threeCodes;
    const changed = [madeCode('A1', 'Dressing for one wound', { coverage: 'D' }), madeCode('X9'), ...others];
    const files = await recognised([
      sourceFile('main.txt', madeMainText(first ? [first, ...others, madeCode('V2020')] : [])),
      sourceFile('main.xlsx', madeMainWorkbook(changed)),
    ]);
    expect(ofRule(await findingsOf(files), 'text-equals-workbook').map(({ message }) => message)).toEqual([
      'The coverage of A1 is “C” in the text, “D” in the workbook (main.xlsx!A!row 2).',
      'V2020 is in the text and not in main.xlsx.',
      'X9 is in the workbook and not in main.txt.',
    ]);
  });
});

describe('the files beside it', () => {
  const changed = async (
    role: string,
    from: string | RegExp,
    to: string,
    version: '2026-01' | '2026-04' = '2026-01',
  ) =>
    await findingsOf(
      await withChanged(await sampleFiles(version), role, (text) => text.replace(from, to)),
      version,
    );

  it.each([
    [
      'another meaning',
      'Service not separately priced',
      'Service priced apart',
      /Pricing indicator 00 means/,
    ],
    ['another code', ' D1E = Other DME', ' D9E = Other DME', /BETOS D9E means “Other DME”.*and is not known/],
    ['a field elsewhere', '269    276', '268    276', /no field in columns 269-276/],
  ])('a record layout with %s', async (_, from, to, message) => {
    const findings = ofRule(await changed('record-layout', from, to), 'record-layout-differs');
    expect(findings[0]?.message).toMatch(message);
    expect(findings[0]?.where).toMatch(/recordlayout\.txt/);
  });

  it('a record layout of another year is refused', async () => {
    await expect(changed('record-layout', 'Record - 2026', 'Record - 2025')).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringMatching(/recordlayout\.txt:7: found "the year 2025", expected 2026/),
    });
  });

  it('a report with another change, with a code too many, with one too few', async () => {
    const report = async (from: string | RegExp, to: string) =>
      ofRule(await changed('transaction-report-by-code', from, to, '2026-04'), 'transaction-report-differs');
    expect((await report('A1                 No Change', 'A1                 ADD'))[0]?.message).toBe(
      'The report says “ADD” of A1, the main file has the action code N.',
    );
    expect((await report('V5299 ', 'V5999 '))[0]?.message).toContain(
      'V5999 (No Change), which the main file lacks',
    );
    expect((await report('No Change', 'Unheard of'))[0]?.message).toContain(
      '“Unheard of” of A1, which is not a known',
    );
  });

  it('a report of another release is an error', async () => {
    const findings = await changed('transaction-report-by-code', /No Change/g, 'Discontinued', '2026-04');
    expect(ofRule(findings, 'transaction-report-differs')).toMatchObject([{ severity: 'error' }]);
  });

  it('a list with codes that the release lacks or dates otherwise', async () => {
    const lacking = ofRule(await changed('noc-list-text', 'J3490', 'J3499'), 'noc-list-codes');
    expect(lacking).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('J3499') },
      { severity: 'info' },
    ]);
    const dated = ofRule(await changed('noc-list-text', /19870101/, '19880101'), 'noc-list-differs');
    expect(dated).toMatchObject([
      { severity: 'info', message: expect.stringContaining('“19880101” in the list') },
    ]);
  });

  it('processing notes with a gap', async () => {
    const findings = ofRule(await changed('processing-notes', '0005--', '0015--'), 'processing-note-numbers');
    expect(findings.map(({ severity, where }) => [severity, where])).toEqual([
      ['warning', expect.stringMatching(/proc_notes_JAN2026\.txt:\d+$/)],
      ['warning', expect.stringMatching(/proc_notes_JAN2026\.txt:\d+$/)],
    ]);
  });
});
