// Searching a release as it was published, over the gateway: what leads where, and the quality that the README claims.
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { handQueries, type Query } from '../../scripts/bench/search-queries.ts';
import type { ReleasesUnderTest } from './releases-under-test.ts';

/** A release with its tabular list and the index to diseases. */
const version = '2023';

/** Words of the index's own, which no title has, and how its lines lead on. */
const leads: readonly (readonly [string, string, string])[] = [
  ['heart attack', 'I21.9', 'INDEX'],
  ['attack heart', 'I21.9', 'INDEX'],
  ['whooping cough', 'A37', 'TITLE'],
  ['whoping cough', 'A37', 'TITLE'],
  ['cough whooping with pneumonia', 'A37.91', 'INDEX'],
  ['lockjaw', 'A35', 'INDEX'],
  ['german measles', 'B06', 'INDEX'],
  ['cholera', 'A00', 'TITLE'],
  ['menieres disease', 'H81.0', 'TITLE'],
  ['Ménière’s disease', 'H81.0', 'TITLE'],
  ['e119', 'E11.9', 'CODE'],
  ['E11.9', 'E11.9', 'CODE'],
];

/** How the README of the search calls the lists of the hand-written questions. */
const lists: Readonly<Record<string, string>> = {
  lay: 'lay terms',
  slip: 'slips of spelling',
  code: 'pieces of codes',
  short: 'abbreviations',
  typing: 'while typing',
};

interface Hit {
  readonly matched: string;
  readonly concept: {
    readonly code: string | null;
    readonly kind: string;
    readonly ancestors: readonly { code: string | null }[];
  };
}

const searchQuery = `query ($version: String!, $text: String!) {
  release(codeSystem: "icd-10-cm", version: $version) {
    search(text: $text, first: 10) { totalCount nodes { matched concept { code kind ancestors { code } } } }
  }
}`;

/** Registers the tests; the release is loaded before them. */
export function testSearch({ ask }: Pick<ReleasesUnderTest, 'ask'>): void {
  async function search(
    text: string,
  ): Promise<{ readonly totalCount: number; readonly nodes: readonly Hit[] }> {
    const data = await ask<{ release: { search: { totalCount: number; nodes: Hit[] } } }>(searchQuery, {
      version,
      text,
    });
    return data.release.search;
  }

  describe(`searching ${version}`, () => {
    test.each(leads)('“%s” leads to %s by %s', { timeout: 60_000 }, async (text, code, matched) => {
      const { nodes } = await search(text);
      const [first] = nodes;
      const codes = [first?.concept.code, ...(first?.concept.ancestors ?? []).map((above) => above.code)];
      expect([codes, first?.matched]).toEqual([expect.arrayContaining([code]), matched]);
    });

    test('“whooping cough” leads where the index leads, too', async () => {
      const { nodes } = await search('whooping cough');
      const ofIndex = nodes.filter(({ matched }) => matched === 'INDEX').map(({ concept }) => concept.code);
      expect(ofIndex).toContain('A37.90');
    });

    test('“broken wrist” leads to fractures of the wrist, as the index does', async () => {
      const { nodes } = await search('broken wrist');
      const places = nodes.map(({ concept }) => isRight(concept, 'S62.10', true));
      expect(places.slice(0, 3)).toContain(true);
    });

    test('what nothing has is found by nothing', async () => {
      expect(await search('qqqqqq zzzzzz')).toEqual({ totalCount: 0, nodes: [] });
    });

    describe('the questions written by hand', () => {
      let readme = '';
      beforeAll(async () => {
        readme = await readFile(new URL('../../packages/search/README.md', import.meta.url), 'utf8');
      });

      test.each(Object.entries(lists))('%s are answered as well as the README says', async (sort, list) => {
        const queries = handQueries().filter((query) => query.sort === sort);
        let [found, reciprocal] = [0, 0];
        for (const query of queries) {
          const place = (await search(query.text)).nodes.findIndex(({ concept }) => isAnswer(concept, query));
          if (place >= 0) [found, reciprocal] = [found + 1, reciprocal + 1 / (place + 1)];
        }
        const [recall, rank] = [found, reciprocal].map((sum) => (sum / queries.length).toFixed(3));
        expect(readme).toContain(
          `| ${version} | by hand: ${list} | everything | ${queries.length} | ${recall} | ${rank} |`,
        );
      });
    });
  });
}

function isAnswer(concept: Hit['concept'], { right }: Query): boolean {
  return right.some(({ code, below }) => isRight(concept, code, below));
}

/** A block may go by the code of the category in it, which is meant. */
function isRight({ code, kind, ancestors }: Hit['concept'], right: string, below: boolean): boolean {
  return (code === right && kind !== 'block') || (below && ancestors.some((above) => above.code === right));
}
