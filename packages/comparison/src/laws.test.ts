// The laws of diffs, on generated releases in a real database.
import { connectDatabase, type Database } from '@codeset/database';
import { openReader, type PublishedRelease, type Reader } from '@codeset/database/read';
import {
  buildRelease,
  randomOf,
  randomRelease,
  type ReleaseToBuild,
  smallCodeSystem,
  type ThrowAwayDatabase,
  throwAwayDatabase,
} from '@codeset/test-kit';
import type { ConceptRecord } from '@codeset/terminology';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareReleases } from './compare-releases.ts';
import { contentReader } from './concept-parts.ts';
import { type ChangeDetail, describeChanges } from './describe-changes.ts';
import { historyOf } from './history.ts';
import type { Change, ReleaseDiff } from './release-diff.ts';

/** Releases of one chain; each is compared with each. */
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

let database: ThrowAwayDatabase;
let client: Database;
let reader: Reader;
let held: readonly PublishedRelease[];
const built = new Map<string, ReleaseToBuild>();

beforeAll(async () => {
  database = await throwAwayDatabase();
  for (const seed of seeds) {
    const release = randomRelease(randomOf(seed * 7_919), `20${10 + seed}`, 2009 + seed);
    built.set(release.version, release);
    await buildRelease(database.sql, release);
  }
  client = connectDatabase({ url: database.url, applicationName: 'laws of diffs', readOnly: true, max: 3 });
  reader = openReader(client);
  held = await reader.listPublishedReleases();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function compare(from: string, to: string): Promise<ReleaseDiff> {
  const find = (version: string) => {
    const release = held.find((candidate) => candidate.version === version);
    if (!release) throw new Error(`no ${version}`);
    return release;
  };
  return await compareReleases(reader, { definition: smallCodeSystem, from: find(from), to: find(to), held });
}

const recordsOf = (version: string) => built.get(version)?.concepts ?? [];
const keysOf = (changes: readonly Change[]) => new Set(changes.map(({ key }) => key));
const entering = ({ changes }: ReleaseDiff) => keysOf(changes.filter(({ from }) => from === null));
const leaving = ({ changes }: ReleaseDiff) => keysOf(changes.filter(({ to }) => to === null));

/** Every pair of neighbours and some far apart. */
const pairs = [...seeds.slice(1).map((seed) => [seed - 1, seed]), [1, 8], [2, 6]].map(
  ([a = 0, b = 0]) => [`20${10 + a}`, `20${10 + b}`] as const,
);

describe('laws', () => {
  test('a release does not differ from itself', async () => {
    for (const version of built.keys()) expect((await compare(version, version)).changes).toEqual([]);
  });

  test.each(pairs)('what enters from %s to %s leaves on the way back', async (a, b) => {
    const [there, back] = [await compare(a, b), await compare(b, a)];
    expect(entering(there)).toEqual(leaving(back));
    expect(leaving(there)).toEqual(entering(back));
    expect(keysOf(there.changes)).toEqual(keysOf(back.changes));
    for (const kind of ['moved', 'reworded', 'selectableChanged'] as const) {
      const having = ({ changes }: ReleaseDiff) =>
        keysOf(changes.filter(({ kinds }) => kinds.includes(kind)));
      expect(having(there)).toEqual(having(back));
    }
    const added = keysOf(there.changes.filter(({ kinds }) => kinds.includes('added')));
    const goneBack = back.changes.filter(({ to, kinds }) => to === null && kinds.length === 1);
    expect(added).toEqual(keysOf(goneBack)); // removed, or subdivided
  });

  test.each(pairs)('what changed from %s to %s, applied to the first, gives the second', async (a, b) => {
    const diff = await compare(a, b);
    const details = await describeChanges(contentReader(reader), diff, diff.changes);
    const target = new Map(recordsOf(b).map((record) => [record.key, record]));
    const applied = new Map(recordsOf(a).map((record) => [record.key, plain(record)]));
    for (const [i, change] of diff.changes.entries()) {
      const detail = details[i];
      const record = target.get(change.key);
      if (!record) applied.delete(change.key);
      else if (change.from === null) applied.set(change.key, plain(record));
      else if (detail) applied.set(change.key, apply(applied.get(change.key) ?? {}, change, detail, record));
    }
    expect(sorted(applied)).toEqual(
      sorted(new Map([...target].map(([key, record]) => [key, plain(record)]))),
    );
  });

  test.each([
    ['2011', '2012', '2013'],
    ['2013', '2016', '2018'],
    ['2018', '2011', '2014'],
  ])('%s to %s, and on to %s, is what leads from the first to the last', async (a, b, c) => {
    const [first, second, whole] = [await compare(a, b), await compare(b, c), await compare(a, c)];
    const touched = new Set([...keysOf(first.changes), ...keysOf(second.changes)]);
    for (const key of keysOf(whole.changes)) expect(touched).toContain(key);
    const inA = new Set(recordsOf(a).map(({ key }) => key));
    const came = [...entering(first), ...entering(second)].filter((key) => !inA.has(key));
    const stayed = came.filter((key) => recordsOf(c).some((record) => record.key === key));
    expect(entering(whole)).toEqual(new Set(stayed));
  });

  test('the order is the same whatever is asked, and that of the second release', async () => {
    const { changes } = await compare('2011', '2018');
    const positions = changes.flatMap(({ to }) => to?.position ?? []);
    expect(positions).toEqual([...positions].sort((x, y) => x - y));
    expect(changes.length).toBeGreaterThan(10);
  });

  test('the history of every concept is what the diffs from release to release say of it', async () => {
    const told = new Map<string, string[]>();
    for (const [i, to] of held.entries()) {
      const from = held[i - 1];
      if (!from) continue;
      for (const { key, kinds, heirs } of (await compare(from.version, to.version)).changes) {
        told.set(key, [...(told.get(key) ?? []), `${to.version} ${kinds.join()} ${heirs.join()}`]);
      }
    }
    const keys = new Set([...built.keys()].flatMap((version) => recordsOf(version).map(({ key }) => key)));
    for (const key of keys) {
      const asked = { definition: smallCodeSystem, held, key };
      const events = await historyOf(reader, contentReader(reader), asked);
      const changes = events.flatMap(({ to, change }) =>
        change ? [`${to.version} ${change.kinds.join()} ${change.heirs.join()}`] : [],
      );
      expect(changes, key).toEqual(told.get(key) ?? []);
    }
    expect(keys.size).toBeGreaterThan(30);
  });

  test('every kind of change occurs in what was generated', async () => {
    const kinds = new Set<string>();
    for (const [a, b] of pairs)
      for (const { kinds: of } of (await compare(a, b)).changes) for (const kind of of) kinds.add(kind);
    expect([...kinds].sort()).toEqual([
      'added',
      'changed',
      'moved',
      'reinstated',
      'removed',
      'reworded',
      'selectableChanged',
      'subdivided',
      'terminated',
    ]);
  });
});

/** A concept as lists of words, so that order within a list says nothing. */
type Plain = Readonly<Record<string, readonly string[]>>;

function plain({ parentKey, content, noteSet, propertySet }: ConceptRecord): Plain {
  const notes = noteSet?.notes ?? [];
  return {
    parent: [String(parentKey)],
    selectable: [String(content.selectable)],
    kind: [content.kind],
    effectiveFrom: [String(content.effectiveFrom)],
    effectiveTo: [String(content.effectiveTo)],
    texts: [
      `display en ${content.display}`,
      ...content.designations.map(({ use, language, value }) => `${use} ${language} ${value}`),
      ...(noteSet?.title == null ? [] : [`tabular-title en ${noteSet.title}`]),
    ].sort(),
    property: [...content.properties, ...(propertySet?.properties ?? [])]
      .map(({ code, value }) => `${code} ${value}`)
      .sort(),
    notes: notes.map(({ kind, text }) => `${kind} ${text}`).sort(),
    seventhCharacter: (noteSet?.seventhCharacters ?? []).map(
      ({ character, meaning }) => `${character} ${meaning}`,
    ),
    placeholder: [String(noteSet?.placeholder)],
    table: (noteSet?.tables ?? []).map(({ title, rows }) => `${title} ${rows.flat().join()}`),
  };
}

/** Takes away what was before and puts what is after, as the detail says it and nothing else. */
function apply(before: Plain, change: Change, detail: ChangeDetail, record: ConceptRecord): Plain {
  const lists = new Map(Object.entries(before).map(([name, values]) => [name, [...values]]));
  const swap = (list: string, left: string | null, came: string | null) => {
    const values = lists.get(list) ?? [];
    if (left !== null) {
      const at = values.indexOf(left);
      expect(at, `${change.key} ${list} ${left}`).toBeGreaterThanOrEqual(0);
      values.splice(at, 1);
    }
    if (came !== null) values.push(came);
    lists.set(list, values.sort());
  };
  const named = (name: string, value: string | null) => (value === null ? null : `${name} ${value}`);
  for (const { use, language, before: left, after } of detail.rewordings) {
    swap('texts', named(`${use} ${language}`, left), named(`${use} ${language}`, after));
  }
  for (const { field, name, before: left, after } of detail.fieldChanges) {
    if (field === 'noteOrder') continue;
    if (name !== null) swap(field, named(name, left), named(name, after));
    else swap(field, String(left), String(after));
  }
  for (const { kind, before: left, after } of detail.noteChanges)
    swap('notes', named(kind, left), named(kind, after));
  if (change.kinds.includes('selectableChanged')) {
    swap('selectable', String(change.before?.selectable), String(change.after?.selectable));
  }
  if (change.kinds.includes('moved')) lists.set('parent', [String(record.parentKey)]);
  return Object.fromEntries(lists);
}

function sorted(records: ReadonlyMap<string, Plain>): [string, Plain][] {
  return [...records].sort(([a], [b]) => (a < b ? -1 : 1));
}
