// Searching a release over GraphQL: codes, words, indexes, slips; what matched; filters, order and pages.
import {
  icd11Of2024,
  release2025,
  release2026,
  release2027,
  type SmallDatabase,
  smallDatabase,
} from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';

let under: GatewayUnderTest<SmallDatabase>;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase([release2027, release2025, release2026, icd11Of2024]));
});
afterAll(() => under.close());

interface Hit {
  readonly concept: { readonly code: string | null };
  readonly matched: string;
  readonly text: string;
  readonly highlights: readonly { readonly start: number; readonly end: number }[];
  readonly indexEntry: { readonly title: string } | null;
}

async function search(text: string, rest = '', release = 'codeSystem: "icd-10-cm", version: "2026"') {
  const { status, body } = await under.ask(
    `query ($text: String!) { release(${release}) { search(text: $text${rest}) { totalCount
      pageInfo { hasNextPage endCursor } nodes { concept { code } matched text highlights { start end } indexEntry { title } } } } }`,
    { text },
  );
  return { status, body, found: body.data?.release.search as { totalCount: number; nodes: Hit[] } };
}
const codes = async (text: string, rest?: string, release?: string) =>
  (await search(text, rest, release)).found.nodes.map(({ concept }) => concept.code);
/** The parts of the text that are to be shown as matched. */
const marked = ({ text, highlights }: Hit) => highlights.map(({ start, end }) => text.slice(start, end));

describe('finds', () => {
  test('a code however it is written, then those that begin with it, in tabular order', async () => {
    const { found } = await search('e11');
    expect(found.nodes.slice(0, 4).map(({ concept, matched }) => [concept.code, matched])).toEqual([
      ['E11', 'CODE'],
      ['E11.6', 'CODE'],
      ['E11.65', 'CODE'],
      ['E11.9', 'CODE'],
    ]);
    expect((await codes('E11.9'))[0]).toBe('E11.9');
    expect((await codes('s52 521a'))[0]).toBe('S52.521A');
    const parts = (await search('e116')).found.nodes.map(marked);
    expect(parts).toEqual([['E11.6'], ['E11.6']]); // of E11.6 and of E11.65 what was typed
  });

  test('words in any order, the last still being typed, plurals, accents and a slip of spelling', async () => {
    for (const text of ['forearm fracture', 'fractures of the forearm', 'Forearm frac', 'fracture forearn']) {
      expect((await codes(text))[0], text).toBe('S52');
    }
    const [hit] = (await search('complicatións specified')).found.nodes;
    expect(hit).toMatchObject({ concept: { code: 'E11.6' }, matched: 'TITLE' });
    expect(hit && marked(hit)).toEqual(['specified', 'complications']);
  });

  test("the publisher's abbreviations, inclusion terms, and what the tabular list says otherwise", async () => {
    const [short] = (await search('diabetes w/o')).found.nodes;
    expect(short).toMatchObject({
      concept: { code: 'E11.9' },
      matched: 'DESIGNATION',
      text: 'Type 2 diabetes w/o complications',
    });
    const [term] = (await search('plain diabetes')).found.nodes;
    expect(term).toMatchObject({ concept: { code: 'E11.9' }, matched: 'INCLUSION_TERM' });
    expect((await codes('uncomplicated'))[0]).toBe('E11.9');
  });

  test('what the index leads to, by its own words and where it says “see”', async () => {
    const [sugar] = (await search('sugar diabetes')).found.nodes;
    expect(sugar).toMatchObject({
      concept: { code: 'E11.9' },
      matched: 'INDEX',
      indexEntry: { title: expect.any(String) },
    });
    const [seen] = (await search('inflammation')).found.nodes;
    expect(seen).toMatchObject({ concept: { code: 'I21.9' }, matched: 'INDEX', text: 'Inflammation' });
    const [cell] = (await search('neoplasm malignant primary')).found.nodes;
    expect(cell).toMatchObject({ concept: { code: 'C7A.1' }, matched: 'INDEX' });
  });

  test('what has all words in several texts, and all but one where nothing has all', async () => {
    expect(await codes('plain sugar')).toEqual(['E11.9']); // an inclusion term and a line of the index
    const most = await search('diabetes zebra');
    expect(most.found.nodes.map(({ concept }) => concept.code)).toContain('E11.9');
  });

  test('texts of translations, and notes where they are asked for', async () => {
    const who = 'codeSystem: "icd-11-mms", version: "2024-01"';
    expect(await codes('enredo', '', who)).toEqual(['1A01']);
    expect(await codes('transitory newborn')).toEqual([]);
    expect(await codes('transitory newborn', ', in: [NOTE]')).toEqual(['4']);
  });
});

describe('a search', () => {
  test('is bounded to codes that may be sent, to kinds, and to a subtree', async () => {
    expect(await codes('diabetes', ', selectableOnly: true')).toEqual(['E11.9', 'E11.65']);
    expect(await codes('diabetes', ', kinds: ["block"]')).toEqual(['E08-E13']);
    const unknown = await search('diabetes', ', kinds: ["block", "block category"]');
    expect(unknown.status).toBe(400);
    expect(unknown.body.errors[0].message).toContain('no kind `block category`. There are: chapter, block, ');
    expect(await codes('diabetes', ', kinds: ["block", "category"]')).toContain('E08-E13');
    const below = await codes('fracture', ', under: "S52.5"');
    expect(below.sort()).toEqual(['S52.5', 'S52.521', 'S52.521A', 'S52.521B']);
  });

  test('is bounded to concepts that have properties, from whatever source, in the words of the definition', async () => {
    const having = (code: string, value: string, release?: string) =>
      search('diabetes', `, properties: [{code: "${code}", value: "${value}"}]`, release);
    const codesOf = async (code: string, value: string) =>
      (await having(code, value)).found.nodes.map(({ concept }) => concept.code);
    expect(await codesOf('course', 'C')).toEqual(['E11.9']);
    expect(await codesOf('poa-exempt', 'true')).toEqual(['E11.9']);
    expect(await codesOf('poa-exempt', 'false')).toEqual([]);
    const both =
      ', properties: [{code: "course", value: "C"}, {code: "poa-exempt", value: "true"}], kinds: ["code"]';
    expect(await codes('diabetes', both)).toEqual(['E11.9']);
    const refused = async (...asked: Parameters<typeof having>) => {
      const { status, body } = await having(...asked);
      expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
      return body.errors[0].message as string;
    };
    expect(await refused('colour', 'red')).toBe(
      'icd-10-cm has no property `colour`. There are: poa-exempt, course.',
    );
    expect(await refused('course', 'X')).toContain('there are C');
    expect(await refused('poa-exempt', 'yes')).toContain('`true` or `false`');
    const orderFileAlone = 'codeSystem: "icd-10-cm", version: "2025"';
    expect(await refused('poa-exempt', 'true', orderFileAlone)).toContain('came without poa-exempt-list');
    const mms = 'codeSystem: "icd-11-mms", version: "2024-01"';
    expect(await refused('browser-link', 'x', mms)).toContain("follows from a concept's identifier");
    const eleven = Array.from({ length: 11 }, () => '{code: "course", value: "C"}').join(' ');
    const many = await search('diabetes', `, properties: [${eleven}]`);
    expect(many.body.errors[0].extensions).toMatchObject({
      limit: 'searchProperties',
      maximum: 10,
      found: 11,
    });
  });

  test('gives each concept once, page by page, with an honest total', async () => {
    const { found: all } = await search('fracture', ', first: 100');
    const seen: (string | null)[] = [];
    let after: string | null = null;
    do {
      const rest: string = `, first: 2${after === null ? '' : `, after: "${after}"`}`;
      const { body } = await search('fracture', rest);
      const page = body.data.release.search;
      seen.push(...page.nodes.map(({ concept }: Hit) => concept.code));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(all.nodes.map(({ concept }) => concept.code));
    expect([seen.length, new Set(seen).size]).toEqual([all.totalCount, all.totalCount]);
  });

  test('of nothing finds nothing; of too many words, and under what is not there, is refused', async () => {
    for (const text of ['', '   ', '—', 'qqqqqqqq']) expect(await codes(text)).toEqual([]);
    const long = await search(Array.from({ length: 17 }, (_none, i) => `w${i}`).join(' '));
    expect(long.body.errors[0].extensions).toMatchObject({ limit: 'searchWords', maximum: 16, found: 17 });
    expect(long.status).toBe(400);
    const nowhere = await search('fracture', ', under: "X99"');
    expect([nowhere.status, nowhere.body.errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });

  test('reads the texts of a release once', async () => {
    await search('diabetes');
    under.statements.length = 0;
    await search('fracture');
    expect(under.statements.some((text) => text.includes('"noteKinds"'))).toBe(false);
  });
});
