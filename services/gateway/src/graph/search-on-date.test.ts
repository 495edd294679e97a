// One search over several code systems on a date: which releases answer, how hits are merged, pages and totals.
import {
  hcpcs2017,
  hcpcs2018,
  hcpcs2018April,
  icd11Draft,
  icd11Of2024,
  release2025,
  release2026,
  type SmallDatabase,
  smallDatabase,
} from '@codeset/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';

let under: GatewayUnderTest<SmallDatabase>;
beforeAll(async () => {
  const releases = [icd11Draft, release2026, hcpcs2018, release2025, hcpcs2018April, icd11Of2024, hcpcs2017];
  under = await gatewayUnderTest(await smallDatabase(releases));
});
afterAll(() => under.close());

interface Hit {
  readonly concept: {
    readonly code: string | null;
    readonly release: { readonly codeSystem: { readonly id: string }; readonly version: string };
  };
}

async function searchOn(text: string, rest = '') {
  const { status, body } = await under.ask(
    `query ($text: String!) { search(text: $text${rest}) { totalCount pageInfo { hasNextPage endCursor }
      nodes { concept { code release { codeSystem { id } version } } matched text } } }`,
    { text },
  );
  const nodes: Hit[] = body.data?.search.nodes ?? [];
  const named = nodes.map(
    ({ concept: { code, release } }) => `${release.codeSystem.id} ${release.version} ${code}`,
  );
  return { status, body, named };
}

test('finds in the release of each code system that is in force on the date', async () => {
  expect((await searchOn('injection', ', on: "2017-06-01"')).named).toEqual([
    'hcpcs 2017-01 J',
    'hcpcs 2017-01 J0010',
  ]);
  const { named, body } = await searchOn('diabetes', ', on: "2025-10-01", selectableOnly: true');
  expect(named).toEqual(['icd-10-cm 2026 E11.9', 'icd-10-cm 2026 E11.65']);
  const served = body.extensions.releases as {
    codeSystem: string;
    version: string;
    by: string;
    date: string;
  }[];
  expect(served.map(({ codeSystem, version, by, date }) => [codeSystem, version, by, date])).toEqual([
    ['hcpcs', '2018-04', 'DATE', '2025-10-01'],
    ['icd-10-cm', '2026', 'DATE', '2025-10-01'],
    ['icd-11-mms', '2024-01', 'DATE', '2025-10-01'],
  ]);
});

test('never finds in a draft; a code system that has nothing in force is left out, unless it is named', async () => {
  expect((await searchOn('dawn', ', on: "2025-10-01"')).named).toEqual([]);
  const early = await searchOn('ride', ', on: "2018-02-01"');
  expect(early.named).toEqual(['hcpcs 2018-01 A0001', 'hcpcs 2018-01 A0002']);
  const named = await searchOn('ride', ', on: "2018-02-01", codeSystems: ["hcpcs", "icd-11-mms"]');
  expect([named.status, named.body.errors[0].extensions.code]).toEqual([404, 'RELEASE_UNKNOWN']);
  const unknown = await searchOn('ride', ', codeSystems: ["snomed"]');
  expect(unknown.body.errors[0].extensions.code).toBe('CODE_SYSTEM_UNKNOWN');
});

test('is narrowed to kinds, to a subtree in the releases that have it, and to properties that all of them define', async () => {
  const on = ', on: "2025-10-01"';
  expect((await searchOn('diabetes', `${on}, kinds: ["block"]`)).named).toEqual(['icd-10-cm 2026 E08-E13']);
  const narrowed = await searchOn('diabetes', `${on}, under: "E11.6"`);
  expect(narrowed.named).toEqual(['icd-10-cm 2026 E11.65', 'icd-10-cm 2026 E11.6']);
  const course = 'properties: [{code: "course", value: "C"}]';
  const having = await searchOn('diabetes', `${on}, codeSystems: ["icd-10-cm"], ${course}`);
  expect(having.named).toEqual(['icd-10-cm 2026 E11.9']);
  for (const rest of [', kinds: ["planet"]', ', under: "X99"', `, ${course}`]) {
    const { status, body } = await searchOn('diabetes', `${on}${rest}`);
    expect([rest, status, body.errors?.[0].extensions.code]).toEqual([rest, 400, 'BAD_REQUEST']);
  }
});

test('merges by rank, whatever code system a hit is of', async () => {
  const wound = await searchOn('wound', ', on: "2025-10-01"');
  expect(wound.named).toEqual(['hcpcs 2018-04 A1', 'icd-10-cm 2026 T81.32', 'icd-10-cm 2026 T81.32XA']);
  const { named, body } = await searchOn('in', ', on: "2025-10-01"');
  // “Drugs by injection” stands between two titles of the other code system that say less and more besides.
  expect(named.slice(0, 3)).toEqual(['icd-10-cm 2026 I21.9', 'hcpcs 2018-04 J', 'icd-10-cm 2026 I21']);
  const codes = await searchOn('a1', ', on: "2025-10-01"');
  expect(codes.named).toEqual(['hcpcs 2018-04 A1']);
  expect(body.data.search.totalCount).toBe(named.length);
});

test('goes through all pages with one honest total, and refuses the cursor of another date', async () => {
  const all = await searchOn('of', ', on: "2025-10-01", first: 100');
  const total: number = all.body.data.search.totalCount;
  expect(new Set(all.named).size).toBe(total);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const more: string = after === null ? '' : `, after: "${after}"`;
    const page = await searchOn('of', `, on: "2025-10-01", first: 3${more}`);
    seen.push(...page.named);
    expect(page.body.data.search.totalCount).toBe(total);
    after = page.body.data.search.pageInfo.hasNextPage ? page.body.data.search.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toEqual(all.named);
  const cursor = (await searchOn('of', ', on: "2025-10-01", first: 1')).body.data.search.pageInfo.endCursor;
  const other = await searchOn('of', `, on: "2017-06-01", after: "${cursor}"`);
  expect([other.status, other.body.errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
});
