// Comparing releases of different make, and back in time, over small releases in a real database.
import { connectDatabase, type Database } from '@codeset/database';
import { openReader, type PublishedRelease, type Reader } from '@codeset/database/read';
import {
  buildRelease,
  hcpcs2017,
  hcpcs2018,
  hcpcs2018April,
  release2026,
  release2027,
  type ReleaseToBuild,
  type ThrowAwayDatabase,
  throwAwayDatabase,
} from '@codeset/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareReleases } from './compare-releases.ts';
import { totalChanges } from './diff-totals.ts';
import { filterChanges, everyChange } from './filter-changes.ts';
import { listSelectableBelow } from './list-selectable-below.ts';
import type { ReleaseDiff } from './release-diff.ts';

/** The codes of 2026 once more, as a release that came without its tabular list. */
const orderOnly: ReleaseToBuild = {
  ...release2026,
  version: '2028',
  effectiveFrom: '2027-10-01',
  scheduledTo: '2028-09-30',
  parts: ['order-file'],
  concepts: release2026.concepts
    .filter(({ key }) => !key.includes(':'))
    .map((concept) => ({
      ...concept,
      parentKey: concept.parentKey?.includes(':') ? null : concept.parentKey,
      noteSet: null,
      propertySet: null,
    })),
  index: [],
};

let database: ThrowAwayDatabase;
let client: Database;
let reader: Reader;
let held: readonly PublishedRelease[];

beforeAll(async () => {
  database = await throwAwayDatabase();
  for (const release of [release2027, hcpcs2018April, orderOnly, hcpcs2018, release2026, hcpcs2017]) {
    await buildRelease(database.sql, release);
  }
  client = connectDatabase({ url: database.url, applicationName: 'compare test', readOnly: true, max: 3 });
  reader = openReader(client);
  held = await reader.listPublishedReleases();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function compare(codeSystem: string, from: string, to: string): Promise<ReleaseDiff> {
  const ofSystem = held.filter((release) => release.codeSystem === codeSystem);
  const [a, b] = [from, to].map((version) => ofSystem.find((release) => release.version === version));
  const definition = (await reader.listCodeSystems()).find(({ id }) => id === codeSystem);
  if (!a || !b || !definition) throw new Error(`${codeSystem} ${from} or ${to} is not held`);
  return await compareReleases(reader, { definition, from: a, to: b, held: ofSystem });
}

const changeOf = ({ changes }: ReleaseDiff, key: string) => changes.find((change) => change.key === key);

test('a release that came without its tabular list has not lost chapters, and codes have not left them', async () => {
  const diff = await compare('icd-10-cm', '2026', '2028');
  expect(diff.parts).toMatchObject({ groupings: false, onlyFrom: ['tabular-list', 'poa-exempt-list'] });
  expect(diff.changes).toEqual([]);
});

test('a code of a release without chapters is counted under the chapter of what it stands under in the other', async () => {
  const diff = await compare('icd-10-cm', '2027', '2028');
  expect(changeOf(diff, 'T81.32XA')).toMatchObject({
    kinds: ['added', 'reinstated'],
    chapterKey: 'chapter:19',
  });
  const { chapters } = totalChanges(diff, diff.changes);
  expect(chapters.every(({ chapter }) => chapter !== null)).toBe(true);
});

test('subdividing, reinstating and terminating are told forward in time only', async () => {
  const forward = await compare('icd-10-cm', '2026', '2027');
  expect(changeOf(forward, 'T81.32XA')?.kinds).toEqual(['subdivided']);
  const versions = held.filter(({ codeSystem }) => codeSystem === 'hcpcs').map(({ version }) => version);
  const kindsOf = ({ changes }: ReleaseDiff) => new Set(changes.flatMap(({ kinds }) => kinds));
  const there = new Set<string>();
  for (const [i, to] of versions.entries()) {
    const from = versions[i - 1];
    if (!from) continue;
    for (const kind of kindsOf(await compare('hcpcs', from, to))) there.add(kind);
    const back = kindsOf(await compare('hcpcs', to, from));
    expect(back.has('reinstated') || back.has('terminated')).toBe(false);
  }
  expect(there).toContain('terminated');
});

test('everything below a concept is found, page after page', async () => {
  const release = held.find(({ version }) => version === '2026');
  const [chapter] = release ? await reader.listConceptsByKey(release.id, ['chapter:19']) : [];
  if (!release || !chapter) throw new Error('no chapter 19');
  const whole = await listSelectableBelow(reader, release.id, chapter);
  expect(whole.length).toBeGreaterThan(2);
  for (const page of [1, 2, whole.length, whole.length + 1]) {
    expect(await listSelectableBelow(reader, release.id, chapter, page)).toEqual(whole);
  }
});

test('filters: kinds, subtree in either release, selectable, words of code or display', async () => {
  const diff = await compare('icd-10-cm', '2026', '2027');
  const keysOf = (filter: Partial<typeof everyChange>) =>
    filterChanges(diff, { ...everyChange, ...filter }).map(({ key }) => key);
  expect(keysOf({})).toEqual(diff.changes.map(({ key }) => key));
  expect(keysOf({ kinds: ['subdivided'] })).toEqual(['T81.32XA']);
  const chapter = diff.changes.find(({ key }) => key === 'T81.32XA')?.from;
  const range = { position: chapter?.position ?? 0, subtreeEnd: chapter?.subtreeEnd ?? 0 };
  expect(keysOf({ under: { from: range, to: null } })).toEqual(['T81.32XA']);
  expect(keysOf({ under: { from: null, to: null } })).toEqual([]);
  expect(keysOf({ text: 'MICROVASCULAR i21' })).toEqual(['I21.B']);
  expect(keysOf({ text: 'no such words' })).toEqual([]);
  expect(keysOf({ selectableOnly: true }).length).toBeLessThan(diff.changes.length);
});
