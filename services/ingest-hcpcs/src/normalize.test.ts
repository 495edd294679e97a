// The sample releases in our words: sections, texts, properties, dates, notes, flags; and what a release may come without.
import { hashRelease, type RecognisedFile } from '@codeset/ingestion';
import { type ConceptRecord, layOut, type NormalizedRelease } from '@codeset/terminology';
import { beforeAll, describe, expect, it } from 'vitest';
import { definition } from './definition.ts';
import { threeCodes } from './made-codes.ts';
import { madeMainText } from './made-main-text.ts';
import { madeMainWorkbook } from './made-workbook.ts';
import { normalize } from './normalize.ts';
import { releaseName } from './release-name.ts';
import { recognised, sampleFiles, sourceFile, withChanged } from './source-file-in-memory.ts';

const silent = () => undefined;
let january: NormalizedRelease;
let april: NormalizedRelease;

beforeAll(async () => {
  january = await normalize(await sampleFiles('2026-01'), releaseName('2026-01'), silent);
  april = await normalize(await sampleFiles('2026-04'), releaseName('2026-04'), silent);
});

function concept({ concepts }: NormalizedRelease, key: string): ConceptRecord {
  const found = concepts.find((one) => one.key === key);
  if (!found) throw new Error(`no concept ${key}`);
  return found;
}

function propertyValues(release: NormalizedRelease, key: string, code: string) {
  return concept(release, key)
    .content.properties.filter((property) => property.code === code)
    .map(({ value }) => value);
}

function notes(release: NormalizedRelease, key: string) {
  return concept(release, key).noteSet?.notes.map(({ kind, list, text }) => `${list} ${kind}: ${text}`);
}

describe('concepts', () => {
  it('stand under their sections, in the order of the file', () => {
    expect(layOut(january.concepts).problems).toEqual([]);
    const sections = january.concepts.filter(({ parentKey }) => parentKey === null);
    expect(sections.map(({ key }) => key.slice(8))).toEqual(['modifiers', ...'ABCEGJKLMPQRSTUV']);
    expect(concept(january, 'section:J')).toMatchObject({
      code: 'J',
      content: { kind: 'section', selectable: false, display: expect.stringMatching(/^Drugs administered/) },
    });
    expect(concept(january, 'section:modifiers')).toMatchObject({
      code: null,
      content: { display: 'Modifiers' },
    });
    expect(concept(january, 'AM')).toMatchObject({
      parentKey: 'section:modifiers',
      content: { kind: 'modifier' },
    });
    expect(concept(january, 'A0425')).toMatchObject({
      code: 'A0425',
      parentKey: 'section:A',
      content: { kind: 'procedure', selectable: true },
    });
  });

  it('have long and short descriptions, continuations joined', () => {
    expect(concept(january, 'A4221').content).toMatchObject({
      display: expect.stringMatching(/per week \(list drugs separately\)$/),
      designations: [{ use: 'short-description', language: 'en', value: 'Supp non-insulin inf cath/wk' }],
    });
    expect(concept(january, 'B4034').content.display).toContain('a sample’s feeding syringe');
    expect(concept(january, 'G0480').content.display.length).toBeGreaterThan(240);
  });

  it('have every property, those that stand several times in their order', () => {
    const all = new Set(
      january.concepts.flatMap(({ content }) => content.properties.map(({ code }) => code)),
    );
    const flag = 'not-otherwise-classified';
    expect([...all].sort()).toEqual(
      definition.properties
        .map(({ code }) => code)
        .filter((code) => code !== flag)
        .sort(),
    );
    expect(propertyValues(january, 'G0123', 'pricing-indicator')).toEqual(['21', '11', '13', '22']);
    expect(propertyValues(january, 'G0123', 'lab-certification')).toHaveLength(8);
    expect(propertyValues(january, 'G0123', 'type-of-service')).toEqual(['5', '4', '9', 'F', 'W']);
    expect(propertyValues(january, 'A9270', 'mcm-reference')).toEqual(['2303', '2100.5', '2130.B']);
    expect(propertyValues(january, 'G9001', 'cross-reference')).toEqual([
      'G9002',
      '99213',
      'E0100',
      'A0425',
      'T1015',
    ]);
    expect(propertyValues(january, 'Q0091', 'anesthesia-base-units')).toEqual([4]);
    expect(propertyValues(january, 'A1', 'anesthesia-base-units')).toEqual([]);
    expect(propertyValues(january, 'C9002', 'opps-date')).toEqual(['2025-01-01']);
    expect(propertyValues(january, 'A0999', 'processing-note')).toEqual(['0002']);
  });

  it('have the dates of the code, apart from those of the release', () => {
    expect(concept(january, 'E0628').content).toMatchObject({
      effectiveFrom: '1989-01-01',
      effectiveTo: '2025-12-31',
    });
    expect(concept(january, 'A0425').content).toMatchObject({
      effectiveFrom: '2001-01-01',
      effectiveTo: null,
    });
  });

  it('show a code that is used anew with the new meaning and dates', () => {
    expect(concept(january, 'J9380').content).toMatchObject({
      effectiveFrom: '2010-01-01',
      effectiveTo: '2025-12-31',
    });
    expect(concept(april, 'J9380').content).toMatchObject({
      display: 'Injection, teclisamplamab, 0.5 mg',
      effectiveFrom: '2026-04-01',
      effectiveTo: null,
    });
  });
});

describe('notes', () => {
  it('give the text of a processing note, with the codes, ranges and modifiers that it names', () => {
    expect(notes(january, 'QM')).toEqual([
      '0 processingNote: FOR SAMPLE PURPOSES, MODIFIERS UN-US WOULD BE REPORTED WITH R0075.',
    ]);
    const links = (key: string) => concept(january, key).noteSet?.notes[0]?.links;
    expect(links('QM')).toEqual([
      { text: 'UN-US', from: 'UN', to: 'US', below: false },
      { text: 'R0075', from: 'R0075', to: null, below: false },
    ]);
    expect(links('A0999')).toEqual([{ text: 'A0425', from: 'A0425', to: null, below: false }]);
    expect(links('AM')).toEqual([
      { text: 'AM', from: 'AM', to: null, below: false },
      { text: 'G9002-G9003', from: 'G9002', to: 'G9003', below: false },
    ]);
  });

  it('give the corrections of the latest version', () => {
    expect(notes(january, 'E0627')).toEqual(['0 correction: Remove xref code Q0080, effective 2026-01-01']);
    expect(notes(january, 'G0480')?.[0]).toMatch(
      /^0 correction: Revise Long Description, effective 2026-01-01. LONG DESC: Drug/,
    );
    expect(january.findings).toContainEqual(
      expect.objectContaining({
        rule: 'corrections-superseded',
        message: expect.stringContaining('C9009 not at all'),
      }),
    );
  });

  it('are in lists apart where a code has both', async () => {
    const files = await withChanged(await sampleFiles('2026-01'), 'corrections-text-v2', (text) =>
      text.replace('L5000\tSee', 'A0999\tSee'),
    );
    const changed = await normalize(files, releaseName('2026-01'), silent);
    expect(notes(changed, 'A0999')?.map((note) => note.slice(0, 16))).toEqual([
      '0 processingNote',
      '1 correction: Se',
    ]);
  });

  it('are not known, rather than none, when neither source was given', async () => {
    const files = (await sampleFiles('2026-01')).filter(({ role }) => role === 'main-text');
    const bare = await normalize(files, releaseName('2026-01'), silent);
    expect(bare.parts).toEqual(['main-file']);
    expect(bare.concepts.every(({ noteSet, propertySet }) => noteSet === null && propertySet === null)).toBe(
      true,
    );
    expect(january.parts).toEqual(['main-file', 'processing-notes', 'corrections', 'noc-list']);
    expect(
      january.concepts.every(({ noteSet, propertySet }) => noteSet !== null && propertySet !== null),
    ).toBe(true);
    expect(april.parts).toEqual(['main-file', 'processing-notes', 'noc-list']);
  });
});

describe('the not-otherwise-classified list', () => {
  it('is a flag of its own', () => {
    const flagged = (release: NormalizedRelease) =>
      release.concepts
        .filter(({ propertySet }) => propertySet?.properties[0]?.value === true)
        .map(({ key }) => key);
    expect(flagged(january)).toEqual(['A0999', 'A4335', 'J3490', 'S9445', 'V5299']);
    expect(flagged(april)).toEqual(['A0999', 'A4335', 'J3490', 'Q4999', 'S9445', 'V5299']);
    expect(concept(january, 'A1').propertySet?.properties).toEqual([
      { code: 'not-otherwise-classified', value: false },
    ]);
    expect(concept(january, 'section:A').propertySet?.properties).toEqual([]);
  });
});

describe('the preamble', () => {
  it('is the introduction of the release', () => {
    expect(january.frontMatter.introduction).toEqual([
      {
        type: 'preamble',
        title: 'Disclaimers',
        instructions: [
          expect.stringMatching(/^2026 HCPCS sample: made up .* stay for four years\.$/),
          expect.any(String),
        ],
      },
    ]);
    expect(april.frontMatter.introduction).toEqual([]);
  });
});

describe('text and workbook', () => {
  const digestOf = async (files: readonly RecognisedFile[]) =>
    hashRelease(await normalize(files, releaseName('2026-01'), silent), definition, true).hashed.digest;

  it('of one release give one digest, alone and together', async () => {
    const [text] = await recognised([sourceFile('main.txt', madeMainText(threeCodes))]);
    const [workbook] = await recognised([sourceFile('main.xlsx', madeMainWorkbook(threeCodes, 8))]);
    if (!text || !workbook) throw new Error('not recognised');
    const digest = await digestOf([text]);
    expect(await digestOf([workbook])).toBe(digest);
    expect(await digestOf([workbook, text])).toBe(digest);
  });
});

describe('normalize refuses', () => {
  it('a release without a main file', async () => {
    const files = (await sampleFiles('2026-01')).filter(({ role }) => role !== 'main-text');
    await expect(normalize(files, releaseName('2026-01'), silent)).rejects.toMatchObject({
      code: 'FILE_MISSING',
    });
  });

  it.each([
    ['noc-list-text', '2026-04', 'NOC CODES - HCPCS 2026', 'NOC CODES - HCPCS 2025', 'NOC_Codes_2026.prn:1'],
    ['corrections-text-v1', '2026-01', '2026 HCPCS CORR', '2025 HCPCS CORR', 'V1_HCPC2026_Corrections.txt:1'],
  ] as const)('a %s of another year', async (role, version, from, to, place) => {
    const files = await withChanged(await sampleFiles(version), role, (text) => text.replace(from, to));
    await expect(normalize(files, releaseName(version), silent)).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringContaining(`${place}: found "the year 2025", expected 2026`),
    });
  });
});
