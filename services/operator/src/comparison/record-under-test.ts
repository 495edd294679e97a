// Changes as tests of the formats need them: with texts that files and readers trip over.
import type { CodeSystemDefinition } from '@codeset/terminology';
import type { ChangeRecord, ChangeSide } from './change-record.ts';

/** Texts that break careless writers: quotes, line ends, pipes, formulas, marks, characters beyond the first plane. */
export const hostileTexts = [
  'say "hello", then leave',
  'one\nline\r\nand\ranother',
  '=HYPERLINK("http://example.org")',
  '=1+1\n2',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  'a | b || c',
  '**bold** _it_ ~~gone~~ `code` [link](http://example.org) <b>tag</b> &amp; $x$ \\',
  '# heading',
  '1. first',
  '- item',
  '🦴 fracture of 👩‍⚕️, Sézary, Ménière, 中文',
  ' blanks before and after ',
  ',',
  "'",
  'a byte order \uFEFFmark',
  'separated\u2028lines',
];

const side: ChangeSide = {
  code: 'A00.1',
  kind: 'code',
  display: 'Cholera',
  selectable: true,
  effectiveFrom: null,
  effectiveTo: null,
};

/** A change in which nothing differs but what is given. */
export function aChange(given: Partial<ChangeRecord>): ChangeRecord {
  return {
    key: 'A00.1',
    code: 'A00.1',
    kinds: ['changed'],
    cosmetic: false,
    chapter: { key: 'chapter:1', code: '1', display: 'Infections' },
    before: side,
    after: side,
    parents: null,
    subdividedInto: [],
    rewordings: [],
    fieldChanges: [],
    noteChanges: [],
    ...given,
  };
}

/** What a release says of the concept, with what is given. */
export function aSide(given: Partial<ChangeSide>): ChangeSide {
  return { ...side, ...given };
}

/** One change for each hostile text, which came in the place of the one before it. */
export function hostileChanges(): ChangeRecord[] {
  return hostileTexts.map((after, i) => {
    const before = hostileTexts.at(i - 1) ?? '';
    return aChange({
      key: `K${i}`,
      code: `K${i}`,
      kinds: ['reworded', 'changed'],
      before: aSide({ code: `K${i}`, display: before }),
      after: aSide({ code: `K${i}`, display: after, selectable: i % 2 === 0 }),
      rewordings: [{ use: 'display', language: 'en', before, after, cosmetic: i % 3 === 0 }],
      fieldChanges: [{ field: 'property', name: 'price', before: null, after: before }],
      noteChanges: [{ change: 'added', kind: 'includes', before: null, after, cosmetic: false, other: null }],
    });
  });
}

/** Every kind of difference once. */
export function variedChanges(): ChangeRecord[] {
  const other = { key: 'A00', code: 'A00', display: 'Above' };
  return [
    aChange({ kinds: ['added'], before: null }),
    aChange({ kinds: ['removed'], after: null }),
    aChange({
      kinds: ['subdivided', 'selectableChanged'],
      after: aSide({ selectable: false }),
      subdividedInto: [
        { key: 'A00.10', code: 'A00.10', display: 'Cholera, mild' },
        { key: 'A00.11', code: 'A00.11', display: 'Cholera, severe' },
      ],
    }),
    aChange({ kinds: ['recoded'], before: aSide({ code: null }), chapter: null }),
    aChange({ kinds: ['terminated'], after: aSide({ effectiveTo: '2026-03-31' }), fieldChanges: [ended] }),
    aChange({ kinds: ['moved'], parents: { before: null, after: other } }),
    aChange({
      kinds: ['reworded'],
      rewordings: [
        { use: 'short-title', language: 'en', before: 'Cholera', after: 'cholera', cosmetic: true },
        { use: 'title', language: 'es', before: null, after: 'Cólera', cosmetic: false },
      ],
    }),
    aChange({
      kinds: ['changed'],
      noteChanges: [
        { change: 'movedUp', kind: 'excludes1', before: 'plague', after: null, cosmetic: false, other },
      ],
    }),
  ];
}

const ended = { field: 'effectiveTo', name: null, before: null, after: '2026-03-31' } as const;

/** The comparison that rows are of. */
export const context = {
  definition: { id: 'small', language: 'en' },
  from: { version: '2026', sample: false },
  to: { version: '2027', sample: true },
};

/** A code system with a word for each sort. */
export const definition: CodeSystemDefinition = {
  id: 'small',
  uri: 'http://example.org/small',
  title: 'A small code system',
  publisher: 'Nobody',
  licence: 'None.',
  attribution: null,
  cadence: 'Never.',
  hierarchyMeaning: 'is-a',
  language: 'en',
  versionForm: 'A year.',
  kinds: [
    { code: 'chapter', title: 'Chapter', description: '', isCode: false },
    { code: 'code', title: 'Code', description: '', isCode: true },
  ],
  properties: [
    {
      code: 'action',
      title: 'Action',
      description: '',
      type: 'code',
      values: [{ code: 'N', title: 'No change', description: '' }],
    },
  ],
  noteKinds: [{ code: 'excludes1', title: 'Excludes1', description: '' }],
  designationUses: [{ code: 'short-title', title: 'Short title', description: '' }],
  indexKinds: [],
  parts: [],
  identifierForms: [],
  expressions: null,
};

/** Pages as the reader gives them. */
export async function* pagesOf<T>(records: readonly T[], size = 3): AsyncGenerator<readonly T[]> {
  for (let start = 0; start < records.length; start += size) yield records.slice(start, start + size);
}

/** All pieces of a text in one. */
export async function wholeText(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
