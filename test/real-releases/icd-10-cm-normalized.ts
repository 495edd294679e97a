// An ICD-10-CM edition from its published files to normalized records: totals, tree, texts, checks.
import { coverage } from '@codeset/ingest-icd-10-cm';
import type { LoadReport, RecognisedFile } from '@codeset/ingestion';
import { type ConceptRecord, type Finding, layOut, type NormalizedRelease } from '@codeset/terminology';
import { beforeAll, expect, it } from 'vitest';
import type { Edition } from './icd-10-cm-editions.ts';
import { bare, difference, textsOf } from './icd-10-cm-published-texts.ts';
import type { LoadedRelease } from './loaded-releases.ts';

/** Registers the tests; call it within the describe that loads the edition. */
export function testNormalized(edition: Edition, loaded: () => LoadedRelease): void {
  let files: readonly RecognisedFile[];
  let release: NormalizedRelease;
  let report: LoadReport;
  let byKey: ReadonlyMap<string, ConceptRecord>;
  beforeAll(() => {
    ({ files, release, report } = loaded());
    byKey = new Map(release.concepts.map((concept) => [concept.key, concept]));
  });

  async function xmlOf(...roles: readonly string[]): Promise<string[]> {
    const wanted = files.filter(({ role }) => roles.includes(role));
    return await Promise.all(wanted.map(async ({ file }) => (await file.read()).toString('utf8')));
  }

  it("has the publisher's totals and a tree without a fault", () => {
    const codes = release.concepts.filter(({ content }) => !['chapter', 'block'].includes(content.kind));
    expect(codes).toHaveLength(edition.billable + edition.header);
    expect(codes.filter(({ content }) => content.selectable)).toHaveLength(edition.billable);
    expect(layOut(release.concepts).problems).toEqual([]);
    const chapters = release.concepts.filter(({ content }) => content.kind === 'chapter').length;
    expect(chapters).toBe(edition.tabular ? (edition.version < '2021' ? 21 : 22) : 0);
    expect(release.parts.includes('tabular-list')).toBe(edition.tabular);
  });

  it('has every code that the tabular list stands for, and no other; nothing is dropped in silence', () => {
    const rules = new Set(release.findings.map(({ rule }) => rule));
    expect(rules.has('tabular-equals-order')).toBe(false);
    expect(rules.has('not-captured')).toBe(false);
    expect(rules.has('order-only')).toBe(!edition.tabular);
    expect(release.concepts.every(({ noteSet }) => (noteSet !== null) === edition.tabular)).toBe(true);
  });

  it('passes its checks, with the changes that the publisher kept silent about', () => {
    const { findings } = report;
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const applied = findings.filter(({ rule }) => rule === 'addenda-applied');
    expect(applied.filter(({ severity }) => severity === 'warning')).toHaveLength(edition.silent ?? 0);
    expect(repeats(findings)).toEqual(
      edition.version === '2016' ? ['2014'] : edition.version === '2025-04' ? ['2025'] : [],
    );
  });

  // An order-only edition has no tabular list to compare with; the six that have one always run.
  it.runIf(edition.tabular)('has every note and every other text of the tabular list', async () => {
    const [xml = ''] = await xmlOf('tabular-list');
    const sets = release.concepts.flatMap(({ noteSet }) => noteSet ?? []);
    const defined = sets.flatMap(({ seventhCharacters }) => seventhCharacters ?? []);
    const { introduction } = release.frontMatter;
    const ours = {
      note: [
        ...sets.flatMap(({ notes }) => notes.map(({ text }) => text)),
        ...defined.flatMap(({ notes }) => notes),
        ...introduction.flatMap(({ instructions }) => instructions),
      ],
      extension: defined.map(({ meaning }) => meaning),
      title: introduction.map(({ title }) => title),
      cell: sets
        .flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flat()))
        .filter((cell) => cell !== ''),
    };
    expect(difference(textsOf(xml, 'note'), ours.note.map(bare))).toEqual({});
    expect(difference(textsOf(xml, 'extension'), ours.extension.map(bare))).toEqual({});
    expect(difference(textsOf(xml, 'title'), ours.title.map(bare))).toEqual({});
    expect(difference(textsOf(xml, 'heading', 'value'), ours.cell.map(bare))).toEqual({});
    expect(ours.note.length).toBeGreaterThan(20_000);
  });

  it.runIf(edition.tabular)('has every code, title and overview line of the tabular list', async () => {
    const [xml = ''] = await xmlOf('tabular-list');
    const published = textsByKey(xml);
    const ours = new Map(
      release.concepts
        .filter(({ key }) => published.has(key))
        .map(({ key, content, noteSet }) => [key, bare(noteSet?.title ?? content.display)]),
    );
    expect(ours.size).toBe(published.size);
    expect([...ours].filter(([key, text]) => text !== published.get(key))).toEqual([]);
    const displays = new Set(release.concepts.map(({ content }) => bare(content.display)));
    const reported = release.findings
      .filter(({ rule }) => rule === 'section-index')
      .map(({ message }) => message);
    for (const text of textsOf(xml, 'sectionRef')) {
      expect(displays.has(text) || reported.some((message) => message.includes(`“${text}”`))).toBe(true);
    }
  });

  it('has every title and every lead of its indexes', async () => {
    const xml = (
      await xmlOf('index-to-diseases', 'external-cause-index', 'neoplasm-table', 'drug-table')
    ).join('\n');
    const leads = release.index.flatMap(({ content }) => content.references.map(({ text }) => bare(text)));
    const published = textsOf(xml, 'code', 'manif', 'see', 'seeAlso', 'seecat', 'subcat', 'cell');
    expect(difference(published, leads)).toEqual({});
    const letters = release.index.filter(
      ({ content }, at) => content.letter !== null && isNewLetter(release, at),
    );
    const titles = [
      ...release.index.map(({ content }) => bare(content.title)),
      ...letters.map(({ content }) => content.letter ?? ''),
      ...release.frontMatter.indexes.flatMap(({ title }) => title ?? []),
    ];
    expect(difference(textsOf(xml, 'title'), titles)).toEqual({});
    const columns = release.frontMatter.indexes.flatMap((index) => index.columns.map(({ title }) => title));
    expect(difference(textsOf(xml, 'head'), columns)).toEqual({});
  });

  // In every edition the load itself finds nothing that is not captured; here a reading of its own says the same.
  it.runIf(['2017', '2025'].includes(edition.version))('has all its XML covered', async () => {
    const reports = await coverage(files);
    expect(reports.flatMap(({ lines }) => lines.filter(({ captured }) => !captured))).toEqual([]);
  });

  it('has S52.521A and H54.512A in their places', () => {
    expect(ancestors(byKey, 'S52.521A').slice(0, 4)).toEqual(['S52.521', 'S52.52', 'S52.5', 'S52']);
    if (edition.tabular) {
      expect(byKey.get('S52.521A')?.noteSet?.seventhCharacter?.meaning).toBe(
        'initial encounter for closed fracture',
      );
      expect(ancestors(byKey, 'S52.521A').slice(4)).toEqual(['block:S50-S59', 'chapter:19']);
      expect(byKey.get('S52')?.noteSet?.notes.length).toBeGreaterThan(3);
      expect(byKey.get('chapter:19')?.noteSet?.notes.length).toBeGreaterThan(1);
    }
    if (byKey.has('H54.512A')) {
      // Since 2024 the header H54.512 is there, and takes it from the list of H54.511.
      const parent = byKey.has('H54.512') ? 'H54.512' : 'H54.511';
      expect(ancestors(byKey, 'H54.512A').slice(0, 3)).toEqual([parent, 'H54.51', 'H54.5']);
    }
    expect(byKey.has('H54.512A')).toBe(edition.version >= '2018');
  });

  it('has T81.32XA, or the family that it was divided into', () => {
    const divided = edition.version >= '2024';
    expect(ancestors(byKey, divided ? 'T81.320A' : 'T81.32XA').slice(0, 3)).toEqual(
      divided ? ['T81.320', 'T81.32', 'T81.3'] : ['T81.32', 'T81.3', 'T81'],
    );
    expect(byKey.has('T81.32XA')).toBe(!divided);
    expect(byKey.has('T81.329S')).toBe(divided);
  });
}

/** The desc of every chapter, section and diag, by our key. */
function textsByKey(xml: string): Map<string, string> {
  const texts = new Map<string, string>();
  const entry =
    /<(chapter|section|diag)(?:\s[^>]*?id="([^"]+)")?[^>]*>\s*(?:<name>([^<]*)<\/name>\s*)?(<desc>[^<]*<\/desc>)/g;
  for (const [, element, id, name = '', desc = ''] of xml.matchAll(entry)) {
    const key =
      element === 'diag' ? name.trim() : element === 'chapter' ? `chapter:${name.trim()}` : `block:${id}`;
    texts.set(key, textsOf(desc, 'desc')[0] ?? '');
  }
  return texts;
}

function ancestors(concepts: ReadonlyMap<string, ConceptRecord>, key: string): string[] {
  const parentKey = concepts.get(key)?.parentKey ?? null;
  return parentKey === null ? [] : [parentKey, ...ancestors(concepts, parentKey)];
}

/** True for the first main term of its letter. */
function isNewLetter({ index }: NormalizedRelease, at: number): boolean {
  const here = index[at];
  for (let before = at - 1; before >= 0; before -= 1) {
    const record = index[before];
    if (record?.kind !== here?.kind) return true;
    if (record?.content.letter != null) return record.content.letter !== here?.content.letter;
  }
  return true;
}

function repeats(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ rule, message }) => {
    const version = / repeats (\S+):/.exec(message)?.[1];
    return rule === 'repeats-held' && version !== undefined ? [version] : [];
  });
}
