// The sample releases in our words: tree, texts, notes, 7th characters, index; and what a release may come without.
import { type ConceptRecord, layOut, type NormalizedRelease } from '@codeset/terminology';
import { beforeAll, describe, expect, it } from 'vitest';
import { normalize } from './normalize.ts';
import { releaseName } from './release-name.ts';
import { sampleFiles, withChanged } from './source-file-in-memory.ts';

const silent = () => undefined;
let release: NormalizedRelease;
let byKey: ReadonlyMap<string, ConceptRecord>;

beforeAll(async () => {
  release = await normalize(await sampleFiles('2026'), releaseName('2026'), silent);
  byKey = new Map(release.concepts.map((concept) => [concept.key, concept]));
});

function concept(key: string): ConceptRecord {
  const found = byKey.get(key);
  if (!found) throw new Error(`${key} is not in the sample`);
  return found;
}

function ancestors(key: string): string[] {
  const { parentKey } = concept(key);
  return parentKey === null ? [] : [parentKey, ...ancestors(parentKey)];
}

function notes(key: string): string[] {
  return concept(key).noteSet?.notes.map(({ kind, list, text }) => `${list} ${kind}: ${text}`) ?? [];
}

describe('the tree', () => {
  it('is a pre-order walk with every parent before its children', () => {
    expect(layOut(release.concepts).problems).toEqual([]);
    expect(release.concepts).toHaveLength(463 + 22 + 81);
  });

  it.each([
    ['S52.521A', ['S52.521', 'S52.52', 'S52.5', 'S52', 'block:S50-S59', 'chapter:19']],
    ['H54.512A', ['H54.511', 'H54.51', 'H54.5', 'H54', 'block:H53-H54', 'chapter:7']],
    ['T81.32XA', ['T81.32', 'T81.3', 'T81', 'block:T80-T88', 'block:T07-T88', 'chapter:19']],
    ['S12.8XXA', ['S12.8', 'S12', 'block:S10-S19', 'chapter:19']],
    ['C4A.9', ['C4A', 'block:C43-C44', 'block:C00-C75', 'block:C00-C96', 'chapter:2']],
    ['B20', ['block:B20', 'chapter:1']],
  ])('%s hangs in its place', (code, above) => {
    expect(ancestors(code)).toEqual(above);
  });

  it('tells a block from the category whose code is its id', () => {
    expect(concept('block:B20').content).toMatchObject({ kind: 'block', selectable: false });
    expect(concept('B20').content).toMatchObject({ kind: 'category', selectable: true });
  });

  it('marks the blocks that are only headings', () => {
    const headings = release.concepts
      .filter(({ content }) => content.properties.length > 0)
      .map(({ code }) => code);
    expect(headings).toHaveLength(9);
    expect(headings).toContain('V00-V99');
  });
});

describe('texts', () => {
  it('shows the long title, keeps the short one, and the tabular one where it differs', () => {
    const { content, noteSet } = concept('C84.10');
    expect(content.display).toContain('Sezary');
    expect(content.designations).toEqual([
      { use: 'short-title', language: 'en', value: expect.stringContaining('Sezary') },
    ]);
    expect(noteSet?.title).toContain('Sézary');
    expect(concept('E11.9').noteSet?.title).toBeNull();
  });

  it('shows a block without its range, and keeps the whole text', () => {
    expect(concept('block:T20-T32').content.display).toBe('Burns and corrosions');
    expect(concept('block:T20-T32').noteSet?.title).toBe('Burns and corrosions (T20-T32)');
    expect(concept('chapter:1').content.display).toBe('Certain infectious and parasitic diseases');
  });
});

describe('notes', () => {
  it('keep kind, list and order, with the codes that they name', () => {
    expect(notes('chapter:1')).toEqual(
      expect.arrayContaining([
        '0 includes: diseases generally recognized as communicable or transmissible',
        '1 useAdditionalCode: code to identify resistance to antimicrobial drugs (Z16.-)',
      ]),
    );
    const linked = release.concepts.flatMap(
      ({ noteSet }) => noteSet?.notes.flatMap(({ links }) => links) ?? [],
    );
    expect(linked.length).toBeGreaterThan(100);
    for (const { from } of linked)
      expect(release.concepts.some(({ key }) => key.startsWith(from))).toBe(true);
  });

  it('are all there, and empty ones are said to be left out', async () => {
    const count = release.concepts.reduce((sum, { noteSet }) => sum + (noteSet?.notes.length ?? 0), 0);
    expect(count).toBe(789);
    const files = await withChanged(await sampleFiles('2026'), 'tabular-list', (text) =>
      text.replace('diseases generally recognized as communicable or transmissible', ' '),
    );
    const changed = await normalize(files, releaseName('2026'), silent);
    expect(changed.findings.filter(({ rule }) => rule === 'empty-note')).toHaveLength(1);
  });

  it('that are mistyped keep their kind and are pointed out', async () => {
    const files = await withChanged(await sampleFiles('2026'), 'tabular-list', (text) =>
      text.replace(/<inclusionTerm>(\s*)<note>/, '<inclusionTerm>$1<note>Excludes 2:\t'),
    );
    const changed = await normalize(files, releaseName('2026'), silent);
    expect(changed.findings).toContainEqual(
      expect.objectContaining({ rule: 'mistyped-note', severity: 'warning' }),
    );
  });
});

describe('7th characters', () => {
  it('are defined where the tabular list defines them, with the notes on them', () => {
    const defined = concept('S52').noteSet?.seventhCharacters;
    expect(defined).toHaveLength(16);
    expect(defined?.[1]).toEqual({
      character: 'B',
      meaning: 'initial encounter for open fracture type I or II',
      notes: ['initial encounter for open fracture NOS'],
    });
    expect(concept('S52.521').noteSet?.seventhCharacters).toBeNull();
  });

  it('say what the last character of a code means, by the nearest definition', () => {
    expect(concept('S52.521A').noteSet?.seventhCharacter?.meaning).toBe(
      'initial encounter for closed fracture',
    );
    expect(concept('S12.8XXA').noteSet?.seventhCharacter?.meaning).toBe('initial encounter');
    expect(concept('H54.512A').noteSet?.seventhCharacter).toBeNull();
    expect(byKey.has('S06.1X7D')).toBe(false);
    expect(byKey.has('S06.1X7A')).toBe(true);
  });

  it('come with the placeholder mark and the table of visual impairment', () => {
    expect(concept('T42.4X').noteSet?.placeholder).toBe(true);
    expect(concept('H54.8').noteSet?.tables[0]?.rows[0]?.[0]).toBe('Category of visual impairment');
  });
});

describe('the POA-exempt list', () => {
  it('is a property of selectable codes only', () => {
    const values = (selectable: boolean) =>
      release.concepts
        .filter(({ content }) => content.selectable === selectable)
        .map(({ propertySet }) => propertySet?.properties[0]?.value);
    expect(values(true).filter((value) => value === true)).toHaveLength(90);
    expect(values(true).filter((value) => value === false)).toHaveLength(262 - 90);
    expect(new Set(values(false))).toEqual(new Set([undefined]));
  });

  it('is not known, rather than empty, in a release without one', async () => {
    const files = (await sampleFiles('2026')).filter(({ role }) => role !== 'poa-exempt-list');
    const without = await normalize(files, releaseName('2026'), silent);
    expect(without.concepts.every(({ propertySet }) => propertySet === null)).toBe(true);
    expect(without.parts).not.toContain('poa-exempt-list');
  });
});

describe('a release without its tabular list', () => {
  it('has the same parents among codes, no notes, and says so', async () => {
    const files = (await sampleFiles('2027')).filter(({ role }) => role !== 'tabular-list');
    const orderOnly = await normalize(files, releaseName('2027'), silent);
    const full = await normalize(await sampleFiles('2027'), releaseName('2027'), silent);
    const parents = (concepts: readonly ConceptRecord[]) =>
      concepts
        .filter(({ parentKey }) => parentKey !== null && !/^(block|chapter):/.test(parentKey))
        .map(({ key, parentKey }) => `${parentKey} > ${key}`);
    expect(parents(orderOnly.concepts)).toEqual(parents(full.concepts));
    expect(orderOnly.concepts).toHaveLength(497);
    expect(orderOnly.concepts.every(({ noteSet }) => noteSet === null)).toBe(true);
    expect(orderOnly.findings).toContainEqual(
      expect.objectContaining({ rule: 'order-only', severity: 'warning' }),
    );
    expect(orderOnly.parts).not.toContain('tabular-list');
  });

  it('names orphans', async () => {
    const files = (await sampleFiles('2027')).filter(({ role }) => role === 'order-file');
    const changed = await withChanged(files, 'order-file', (text) =>
      text.replace('I25.10'.replace('.', ''), 'K9910'),
    );
    const { findings } = await normalize(changed, releaseName('2027'), silent);
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'orphan', severity: 'error' }));
  });
});

describe('mixed files', () => {
  it('of two years give errors', async () => {
    const order = (await sampleFiles('2027')).filter(({ role }) => role === 'order-file');
    const rest = (await sampleFiles('2026')).filter(({ role }) => role !== 'order-file');
    const { findings } = await normalize([...order, ...rest], releaseName('2027'), silent);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ message }) => message)).toContain(
      'T81.32XA follows from the tabular list and is not in the order file.',
    );
    expect(errors.map(({ message }) => message)).toContain(
      "T81.320A is in the order file and doesn't follow from the tabular list.",
    );
  });

  it('of far years are told by their own version', async () => {
    const { findings } = await normalize(await sampleFiles('2026'), releaseName('2030'), silent);
    expect(
      findings.filter(({ rule, severity }) => rule === 'xml-version' && severity === 'error'),
    ).toHaveLength(5);
  });

  it('without an order file are refused', async () => {
    await expect(normalize([], releaseName('2026'), silent)).rejects.toMatchObject({ code: 'FILE_MISSING' });
  });

  it('that are damaged are refused with their place', async () => {
    const files = await withChanged(await sampleFiles('2026'), 'drug-table', (text) => text.slice(0, 3000));
    await expect(normalize(files, releaseName('2026'), silent)).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringMatching(/icd10cm-drug-2026\.xml:\d+:\d+/),
    });
  });
});

describe('index and front matter', () => {
  it('hold every line of the four files', () => {
    const kinds = ['diseases', 'external-causes', 'neoplasms', 'drugs'];
    expect(
      kinds.map((kind) => [kind, release.index.filter((record) => record.kind === kind).length]),
    ).toEqual([
      ['diseases', 300],
      ['external-causes', 32],
      ['neoplasms', 19],
      ['drugs', 22],
    ]);
    expect(release.frontMatter.indexes.map(({ kind, columns }) => [kind, columns.length])).toEqual([
      ['diseases', 0],
      ['external-causes', 0],
      ['neoplasms', 7],
      ['drugs', 7],
    ]);
    expect(release.frontMatter.introduction[0]?.title).toBe(
      'ICD-10-CM TABULAR LIST of DISEASES and INJURIES',
    );
  });
});
