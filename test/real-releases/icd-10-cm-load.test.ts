// Every ICD-10-CM edition at hand: looked at while it is loaded, out of order, and asked for over the gateway.
import { findHeldRelease, verifyRelease } from '@codeset/database/load';
import { describe, expect, test } from 'vitest';
import { committedDigests, updateDigests } from './committed-digests.ts';
import { editionFiles, editions, skipReason } from './icd-10-cm-editions.ts';
import { testChanges } from './icd-10-cm-changes.ts';
import { testIndexChanges } from './icd-10-cm-index-changes.ts';
import { testNormalized } from './icd-10-cm-normalized.ts';
import { bare, difference, textsOf } from './icd-10-cm-published-texts.ts';
import { testReconciliations } from './icd-10-cm-reconciliations.ts';
import { testSearch } from './icd-10-cm-search.ts';
import { releasesUnderTest } from './releases-under-test.ts';

const digestFile = 'icd-10-cm-digests.json';

/** Out of the order of their dates, but for what addenda start from: they are applied to it where it is held. */
const loadOrder = [
  '2025',
  '2014',
  '2016',
  '2017',
  '2018',
  '2025-04',
  '2019',
  '2020',
  '2021',
  '2021-01',
  '2022',
  '2022-04',
  '2023',
];

// Skipped only where the published files are not there, and never in CI: the title then says why.
describe.skipIf(skipReason !== null)(`ICD-10-CM, loaded out of order ${skipReason ?? ''}`, () => {
  const { database, reports, ask, loadHere } = releasesUnderTest();

  describe.each(loadOrder)('%s', (version) => {
    const edition = editions.find((one) => one.version === version) ?? expect.fail(version);
    testNormalized(edition, loadHere({ codeSystem: 'icd-10-cm', version }));
  });

  testReconciliations(reports);
  testIndexChanges(() => database().url);
  testSearch({ ask });
  testChanges({ ask, url: () => database().url, owner: () => database().sql });

  test('all are published, in the order of their dates', async () => {
    expect(reports.map(({ version, outcome }) => [version, outcome])).toEqual(
      loadOrder.map((version) => [version, 'published']),
    );
    const data = await ask<{ codeSystem: { releases: { version: string }[] } }>(
      '{ codeSystem(id: "icd-10-cm") { releases { version } } }',
      {},
    );
    expect(data.codeSystem.releases.map(({ version }) => version)).toEqual(
      editions.map(({ version }) => version),
    );
  });

  test('a release that repeats another one writes no new content', () => {
    const repeated = reports.find(({ version }) => version === '2016');
    expect(repeated?.contents['concepts']?.added).toBe(0);
    expect(repeated?.contents['indexLines']?.added).toBe(0);
  });

  test('the digests are those that are committed', () => {
    const digests = Object.fromEntries(reports.map(({ version, digest }) => [version, digest ?? '']));
    updateDigests(digestFile, digests);
    expect(digests).toEqual(committedDigests(digestFile));
  });

  test.each(editions)("$version has the publisher's totals", async ({ version, billable, header }) => {
    const query =
      'query ($version: String!) { release(codeSystem: "icd-10-cm", version: $version) { counts { name count } } }';
    const data = await ask<{ release: { counts: { name: string; count: number }[] } }>(query, { version });
    const counts = Object.fromEntries(data.release.counts.map(({ name, count }) => [name, count]));
    expect(counts).toMatchObject({ selectable: billable, header, 'code rows': billable + header });
  });

  test.each(editions.filter(({ tabular }) => tabular))(
    '$version gives every note of the tabular list back',
    { timeout: 300_000 },
    async ({ version }) => {
      const file = (await editionFiles(version)).find(({ role }) => role === 'tabular-list');
      const xml = (await file?.file.read())?.toString('utf8') ?? '';
      const published = textsOf(xml, 'note').filter((text) => text !== '');
      expect(published.length).toBeGreaterThan(20_000);
      expect(difference(await notesServed(version), published)).toEqual({});
    },
  );

  /** Every note the gateway gives: of all concepts page by page, of 7th characters, of the introduction. */
  async function notesServed(version: string): Promise<string[]> {
    const data = await ask<{
      release: { introduction: { instructions: string[] }[]; roots: { nodes: Noted[] } };
    }>(rootsQuery, { version });
    const texts = data.release.introduction.flatMap(({ instructions }) => instructions);
    const definers: string[] = [];
    for (const root of data.release.roots.nodes) {
      for await (const noted of withDescendants(version, root)) {
        texts.push(...noted.notes.map(({ text }) => text));
        if (noted.notes.some(({ kind }) => kind === 'seventhCharacter') && noted.code)
          definers.push(noted.code);
      }
    }
    const ownDefinitions = await ask<{ release: { concepts: Defining[] } }>(definersQuery, {
      version,
      codes: definers,
    });
    for (const { key, seventhCharacters } of ownDefinitions.release.concepts) {
      texts.push(
        ...seventhCharacters.filter(({ definedBy }) => definedBy.key === key).flatMap(({ notes }) => notes),
      );
    }
    return texts.map(bare);
  }

  async function* withDescendants(version: string, root: Noted): AsyncGenerator<Noted> {
    yield root;
    let after: string | null = null;
    do {
      const data: DescendantsPage = await ask<DescendantsPage>(descendantsQuery, {
        version,
        code: root.code,
        after,
      });
      const { nodes, pageInfo } = data.release.concept.descendants;
      yield* nodes;
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
  }

  test('S52.521A sits under S52.521, says what its 7th character means, and inherits notes with their origin', async () => {
    const data = await ask<{ release: { concept: Inheriting } }>(inheritingQuery, {
      version: '2023',
      code: 's52521a',
    });
    const { concept } = data.release;
    expect(concept.code).toBe('S52.521A');
    expect(concept.parent.code).toBe('S52.521');
    expect(concept.seventhCharacter.meaning).toBe('initial encounter for closed fracture');
    const origins = new Set(concept.notes.map(({ origin }) => `${origin.kind} ${origin.code}`));
    expect([...origins]).toEqual(expect.arrayContaining(['chapter 19', 'category S52', 'subcategory S52.5']));
  });

  test.each([
    ['2023', 'H54.512A', 'H54.511'],
    ['2022', 'H54.512A', 'H54.511'],
    ['2023', 'T81.32XA', 'T81.32'],
    ['2025', 'T81.320A', 'T81.320'],
    ['2025', 'T81.329S', 'T81.329'],
  ])('in %s, %s sits under %s', async (version, code, parent) => {
    const data = await ask<{ release: { concept: Inheriting } }>(inheritingQuery, { version, code });
    expect(data.release.concept.parent.code).toBe(parent);
  });

  test.each(['2017', '2018', '2025'])(
    '%s as stored is what was published',
    { timeout: 120_000 },
    async (version) => {
      const release = await findHeldRelease(database().sql, 'icd-10-cm', version);
      expect(release && (await verifyRelease(database().sql, release)).problems).toEqual([]);
    },
  );
});

interface Noted {
  readonly key: string;
  readonly code: string | null;
  readonly notes: readonly { readonly kind: string; readonly text: string }[];
}

interface Defining {
  readonly key: string;
  readonly seventhCharacters: readonly {
    readonly notes: readonly string[];
    readonly definedBy: { readonly key: string };
  }[];
}

interface DescendantsPage {
  readonly release: {
    readonly concept: {
      readonly descendants: {
        readonly nodes: readonly Noted[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      };
    };
  };
}

interface Inheriting {
  readonly code: string;
  readonly parent: { readonly code: string };
  readonly seventhCharacter: { readonly meaning: string };
  readonly notes: readonly { readonly origin: { readonly kind: string; readonly code: string } }[];
}

const rootsQuery = `query ($version: String!) {
  release(codeSystem: "icd-10-cm", version: $version) {
    introduction { instructions } roots { nodes { key code notes { kind text } } }
  }
}`;

const descendantsQuery = `query ($version: String!, $code: String!, $after: String) {
  release(codeSystem: "icd-10-cm", version: $version) {
    concept(code: $code, kind: "chapter") {
      descendants(first: 500, after: $after) { nodes { key code notes { kind text } } pageInfo { hasNextPage endCursor } }
    }
  }
}`;

const definersQuery = `query ($version: String!, $codes: [String!]!) {
  release(codeSystem: "icd-10-cm", version: $version) {
    concepts(codes: $codes) { key seventhCharacters { notes definedBy { key } } }
  }
}`;

const inheritingQuery = `query ($version: String!, $code: String!) {
  release(codeSystem: "icd-10-cm", version: $version) {
    concept(code: $code) {
      code parent { code } seventhCharacter { meaning } notes(inherited: true) { origin { kind code } }
    }
  }
}`;
