// The ranking as the README has it, each rule over a few texts made for it.
import { smallCodeSystem } from '@codeset/test-kit';
import { expect, test } from 'vitest';
import type { ConceptTextsRow, IndexLineRow } from '@codeset/database/read';
import { buildSearch, type ReleaseSearch } from './build-search.ts';
import { search } from './search.ts';

type Row = Partial<ConceptTextsRow> & { readonly code: string; readonly display: string };
type Line = Partial<IndexLineRow> & { readonly term: string };

/** A search over these concepts, one below the other in order, and these lines of an index. */
async function over(concepts: readonly Row[], lines: readonly Line[] = []): Promise<ReleaseSearch> {
  const none = { tabularTitle: null, translations: null, noteKinds: null, notes: null, designations: [] };
  const rows = concepts.map((row, position) => ({
    ...{ position, subtreeEnd: position, kind: 'code', selectable: true, ...none, ...row },
  }));
  const entries = lines.map((line, position) => ({
    ...{
      position,
      subtreeEnd: position,
      parent: null,
      kind: 'diseases',
      title: line.term,
      references: [],
      ...line,
    },
  }));
  const readPage = <T extends { readonly position: number }>(all: T[]) => {
    return async (_id: number, after: number | null, limit: number) =>
      all.filter(({ position }) => position > (after ?? -1)).slice(0, limit);
  };
  const reader = {
    listReleaseTexts: readPage<ConceptTextsRow>(rows),
    listIndexLines: readPage<IndexLineRow>(entries),
    listFrontMatters: async () => [],
  };
  return await buildSearch(reader, smallCodeSystem, 1);
}

const leadingTo = (code: string) => [{ kind: 'code' as const, text: code, code, column: null, below: false }];
const seeing = (text: string) => [{ kind: 'see' as const, text, code: null, column: null, below: false }];

function find(release: ReleaseSearch, text: string): number[] {
  const fields = new Set(['code', 'title', 'inclusionTerm', 'designation', 'index'] as const);
  const question = { text, fields, selectableOnly: false, kinds: null, within: null, among: null };
  return search(release, question, 50).hits.map(({ position }) => position);
}

test('a text of nothing else stands first, what says “unspecified” before what says “other”', async () => {
  const release = await over([
    { code: 'A1', display: 'Other obesity' },
    { code: 'A2', display: 'Obesity in childhood with apnea' },
    { code: 'A3', display: 'Obesity, unspecified' },
    { code: 'A4', display: 'Obesity' },
  ]);
  expect(find(release, 'obesity')).toEqual([3, 2, 0, 1]);
});

test('words of the line itself count more than nonessential modifiers, and these more than words of “see”', async () => {
  const release = await over(
    [
      { code: 'A1', display: 'One' },
      { code: 'A2', display: 'Two' },
      { code: 'A3', display: 'Three' },
    ],
    [
      { term: 'Angina', subtreeEnd: 1 },
      { term: 'unstable', parent: 0, references: leadingTo('A1') },
      { term: 'Fit', title: 'Fit (attack) (heart)', references: leadingTo('A2') },
      { term: 'Attack, attacks', subtreeEnd: 4 },
      { term: 'heart', parent: 3, references: leadingTo('A3') },
      { term: 'Heart attack pain', references: seeing('Angina') },
    ],
  );
  expect(find(release, 'heart attack')).toEqual([2, 1, 0]);
});

test('slips are looked for in all words where nothing has all of them, before words are left out', async () => {
  const release = await over([
    { code: 'A1', display: 'Hart disease' },
    { code: 'A2', display: 'Heart attack' },
    { code: 'A3', display: 'Shark attack' },
  ]);
  expect(find(release, 'hart attack')).toEqual([1]);
  expect(find(release, 'hart attack zebra')).toEqual([]);
  expect(find(release, 'zebra attack')).toEqual([1, 2]);
});

test('abbreviations: of short titles, initials of the words before a comma, words that “see” another', async () => {
  const fractures = ['wrist', 'ankle', 'elbow'].map((site, i) => ({
    code: `A${i}`,
    display: `Displaced fracture of ${site}`,
    designations: [`Disp fx of ${site}`],
  }));
  const release = await over(
    [
      ...fractures,
      { code: 'B1', display: 'Fracture of rib' },
      { code: 'C1', display: 'Urinary tract infection, site not specified' },
      { code: 'D1', display: 'Malignant neoplasm of prostate' },
    ],
    [{ term: 'Neoplasm' }, { term: 'Cancer', references: seeing('Neoplasm, by site, malignant') }],
  );
  expect(find(release, 'fx rib')).toEqual([3]);
  expect(find(release, 'UTI')).toEqual([4]);
  expect(find(release, 'uti prostate')).not.toContain(3);
  expect(find(release, 'prostate cancer')).toEqual([5]);
});

test('two words may be one, w/o is without, a letter at the end is the letter itself first', async () => {
  const release = await over([
    { code: 'A1', display: 'Acute hepatitis' },
    { code: 'A2', display: 'Hepatitis A' },
    { code: 'A3', display: 'Pinkeye' },
    { code: 'A4', display: 'Diabetes without complications' },
    { code: 'A5', display: 'Diabetes with complications' },
  ]);
  expect(find(release, 'hepatitis a')).toEqual([1, 0]);
  expect(find(release, 'pink eye')).toEqual([2]);
  expect(find(release, 'diabetes w/o complications')[0]).toBe(3);
});

test('what has all words but one is found, but never for a single letter alone', async () => {
  const release = await over([
    { code: 'A1', display: 'Vitamin A deficiency' },
    { code: 'A2', display: 'Vitamin D deficiency' },
    { code: 'A3', display: 'Alcohol deficiency' },
  ]);
  expect(find(release, 'vitamin xqzwk d')).toEqual([1, 0]);
  expect(find(release, 'xqzwk deficiency a')).toEqual([0, 2]);
  expect(find(release, 'xqzwk a')).toEqual([]);
});

test('the same question has the same answer, and fewer hits are the first of more', async () => {
  const concepts = Array.from({ length: 3_000 }, (_none, i) => ({
    code: `A${String(i).padStart(4, '0')}`,
    display: `Wound ${'of the left hand '.repeat(i % 4)}${i % 7}`,
  }));
  const release = await over(concepts);
  const fields = new Set(['title'] as const);
  const question = { text: 'wound', selectableOnly: false, kinds: null, within: null, among: null } as const;
  const ask = (most: number) => search(release, { ...question, fields }, most);
  const { total, hits: all } = ask(3_000);
  expect([total, new Set(all.map(({ position }) => position)).size]).toEqual([3_000, 3_000]);
  for (const most of [0, 1, 50, 1_000]) expect(ask(most)).toMatchObject({ total, hits: all.slice(0, most) });
  const scores = all.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});
