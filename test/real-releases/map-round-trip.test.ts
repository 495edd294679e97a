// Published maps from file to GraphQL and back: every row of a file is found again, as it was published.
import { connectDatabase, type Database } from '@codeset/database';
import { findHeldRelease, verifyRelease } from '@codeset/database/load';
import { createGateway } from '@codeset/gateway';
import { loadMap, type MapLoadReport, recogniseFiles } from '@codeset/ingestion';
import { mapServices } from '@codeset/operator';
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataFolder, skipReason } from './icd-10-cm-editions.ts';

/** A side of a mapping as GraphQL gives it. */
interface Side {
  readonly publishedCode: string | null;
  readonly title: string | null;
  readonly kind: string | null;
  readonly depthInKind: number | null;
  readonly chapter: string | null;
}

interface Node {
  readonly relationship: string;
  readonly source: Side | null;
  readonly target: Side | null;
  readonly properties: readonly { readonly code: string; readonly value: string }[];
}

interface Release {
  readonly map: string;
  readonly version: string;
  readonly folder: string;
  readonly print: (node: Node) => string;
  /** Rows of the file. */
  readonly rows: number;
  readonly header: boolean;
  /** Too long for every run: two minutes for all of these. */
  readonly long?: boolean;
}

const gem = (columns: number) => ({
  header: false,
  print: ({ source, target, properties }: Node) => {
    const plain = (side: Side | null) => (side?.publishedCode ?? 'NoDx').replace('.', '');
    return `${plain(source).padEnd(columns)} ${plain(target).padEnd(12 - columns)} ${propertyOf(properties, 'flags')}`;
  },
});
const fromTen = { header: true, print: (node: Node) => whoLine(node, true) };
const fromEleven = { header: true, print: (node: Node) => whoLine(node, false) };
const gemFolder = (version: string) => ({ version, folder: `gem/${version}` });
const whoFolder = (version: string) => ({ version, folder: `who-icd-10-icd-11/${version}` });

const releases: readonly Release[] = [
  { map: 'gem-icd-9-cm-icd-10-cm', ...gemFolder('2016'), ...gem(5), rows: 23_947, long: true },
  { map: 'gem-icd-9-cm-icd-10-cm', ...gemFolder('2018'), ...gem(5), rows: 24_860 },
  { map: 'gem-icd-10-cm-icd-9-cm', ...gemFolder('2016'), ...gem(7), rows: 79_192, long: true },
  { map: 'gem-icd-10-cm-icd-9-cm', ...gemFolder('2018'), ...gem(7), rows: 81_593, long: true },
  { map: 'who-icd-10-icd-11-one', ...whoFolder('2019-04'), ...fromTen, rows: 12_483, long: true },
  { map: 'who-icd-10-icd-11-one', ...whoFolder('2024-01'), ...fromTen, rows: 12_597, long: true },
  { map: 'who-icd-10-icd-11-multiple', ...whoFolder('2019-04'), ...fromTen, rows: 15_466, long: true },
  { map: 'who-icd-10-icd-11-multiple', ...whoFolder('2024-01'), ...fromTen, rows: 15_658, long: true },
  { map: 'who-icd-11-icd-10-one', ...whoFolder('2019-04'), ...fromEleven, rows: 17_746, long: true },
  { map: 'who-icd-11-icd-10-one', ...whoFolder('2024-01'), ...fromEleven, rows: 17_908 },
];
const asked = releases.filter(({ long }) => !long || process.env['CODESET_ALL_MAPS'] === '1');

/** The one code that is published in lower case, GEM of 2018; a finding tells of it. */
const lowerCase = /\bv5889\b/;

const query = `query ($map: String!, $version: String!, $after: String) { conceptMap(id: $map) { release(version: $version) {
  mappings(first: 500, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { relationship properties { code value }
      source { publishedCode title kind depthInKind chapter } target { publishedCode title kind depthInKind chapter } } } } } }`;

// Skipped only where the published files are not there, and never in CI: the title then says why.
describe.skipIf(skipReason !== null)(`published maps ${skipReason ?? ''}`, () => {
  let database: ThrowAwayDatabase;
  let reader: Database;
  let close: () => Promise<void>;
  let url: string;
  const reports = new Map<Release, MapLoadReport>();

  beforeAll(async () => {
    database = await throwAwayDatabase();
    const observer = { step: () => undefined, progress: () => undefined };
    const environment = { sql: database.sql, observer, clock: () => performance.now() };
    for (const release of asked) {
      const { version } = release;
      const request = { service: serviceOf(release), version, paths: [pathOf(release)] };
      reports.set(release, await loadMap(request, environment));
    }
    reader = connectDatabase({ url: database.url, role: 'codeset_reader', applicationName: 'round trip' });
    const listening = await createGateway({ database: reader, clock: () => new Date() }).listen({
      port: 0,
      host: '127.0.0.1',
    });
    ({ url, close } = { url: listening.url, close: () => listening.close() });
  }, 240_000);
  afterAll(async () => {
    await close?.();
    await reader?.end();
    await database?.drop();
  });

  test.each(asked)(
    '$map $version: every row is found again over HTTP',
    { timeout: 120_000 },
    async (release) => {
      const report = reports.get(release);
      expect(report).toMatchObject({ outcome: 'published', counts: { mappings: release.rows } });
      const lines = await publishedLines(release);
      expect(lines).toHaveLength(release.rows);
      const found: string[] = [];
      for (let after: string | null = null; ; ) {
        const { totalCount, pageInfo, nodes } = await page(release, after);
        expect(totalCount).toBe(release.rows);
        found.push(...(nodes as Node[]).map(release.print));
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      const differing = lines.flatMap((line, i) => (line === found[i] ? [] : [[line, found[i]]]));
      const slips = lines
        .filter((line) => lowerCase.test(line))
        .map((line) => [line, line.replace('v5889', 'V5889')]);
      expect(differing).toEqual(slips);
      expect(found).toHaveLength(lines.length);
      const held = await findHeldRelease(database.sql, release.map, release.version);
      expect(held && (await verifyRelease(database.sql, held))).toMatchObject({
        digest: report?.digest,
        problems: [],
      });
    },
  );

  async function page({ map, version }: Release, after: string | null) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { map, version, after } }),
    });
    const body = await response.json();
    expect(body.errors).toBeUndefined();
    return body.data.conceptMap.release.mappings;
  }
});

function pathOf({ folder }: Release): string {
  return `${dataFolder}/maps/${folder}`;
}

function serviceOf({ map }: Release) {
  const service = mapServices.find(({ definition }) => definition.id === map);
  if (!service) throw new Error(`no service of ${map}`);
  return service;
}

async function publishedLines(release: Release): Promise<string[]> {
  const { used } = await recogniseFiles(serviceOf(release), [pathOf(release)], () => undefined);
  const text = (await used[0]?.file.read())?.toString('utf8') ?? '';
  const lines = text.split('\r\n').filter((line) => line !== '');
  return release.header ? lines.slice(1) : lines;
}

function whoLine({ relationship, source, target, properties }: Node, fromIcd10: boolean): string {
  const unmapped = relationship === 'UNMAPPED';
  const title = (side: Side | null, name: string) => propertyOf(properties, name) || side?.title;
  const uris = ['foundation-uri', 'linearization-uri'].map((code) => propertyOf(properties, code));
  const [from, to] = [title(source, 'source-title'), title(target, 'target-title')];
  const fields = fromIcd10
    ? [
        ...[source?.kind, source?.depthInKind, source?.publishedCode, source?.chapter, from],
        ...(unmapped
          ? ['', '', 'No Mapping', '', '', '', '']
          : [target?.kind, target?.depthInKind, ...uris, target?.publishedCode, target?.chapter, to]),
      ]
    : [
        ...[uris[1], source?.publishedCode, source?.chapter, from],
        ...(unmapped ? ['No Mapping', '', ''] : [target?.publishedCode, target?.chapter, to]),
      ];
  return fields.join('\t');
}

function propertyOf(properties: Node['properties'], code: string): string {
  return properties.find((property) => property.code === code)?.value ?? '';
}
