// Three code systems in one request: each has its own release in force on a day; drafts never are.
import {
  hcpcs2017,
  hcpcs2018,
  hcpcs2018April,
  icd11Draft,
  icd11Of2018,
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
  const releases = [
    ...[icd11Draft, release2027, hcpcs2018, icd11Of2018, release2025],
    ...[hcpcs2018April, icd11Of2024, hcpcs2017, release2026],
  ];
  under = await gatewayUnderTest(await smallDatabase(releases));
});
afterAll(() => under.close());

const onDay = `query ($day: Date!) {
  cm: release(codeSystem: "icd-10-cm", on: $day) { ...R concept(code: "E11.9") { display } }
  mms: release(codeSystem: "icd-11-mms", on: $day) { ...R concept(code: "http://id.who.int/icd/entity/104") { code } }
  hcpcs: release(codeSystem: "hcpcs", on: $day) { ...R lookUp(code: "J0010") { __typename on } }
}
fragment R on Release { version draft effectiveFrom effectiveTo selection { by date } }`;

describe('release(on: date) over three code systems', () => {
  test('gives each its own release in force, in one request', async () => {
    under.statements.length = 0;
    const { status, body } = await under.ask(onDay, { day: '2025-10-01' });
    expect([status, body.errors]).toEqual([200, undefined]);
    const { cm, mms, hcpcs } = body.data;
    const selection = { by: 'DATE', date: '2025-10-01' };
    expect(cm).toMatchObject({ version: '2026', effectiveFrom: '2025-10-01', selection, draft: false });
    expect(mms).toMatchObject({
      version: '2024-01',
      effectiveTo: null,
      selection,
      concept: { code: '1A01' },
    });
    expect(hcpcs).toMatchObject({
      version: '2018-04',
      selection,
      lookUp: { __typename: 'SelectableCode', on: '2025-10-01' },
    });
    // published releases, the concepts of each release, contents; of the identifier no more than its key
    expect(under.statements).toHaveLength(1 + 3 + 1);
  });

  test('another day, other releases', async () => {
    const { data } = (await under.ask(onDay, { day: '2024-10-01' })).body;
    expect([data.cm.version, data.mms.version, data.hcpcs.version]).toEqual(['2025', '2024-01', '2018-04']);
  });

  test('fails as a whole where one of them has none on the day', async () => {
    const { status, body } = await under.ask(onDay, { day: '2018-12-31' });
    expect([status, body.data]).toEqual([404, null]);
    expect(body.errors[0].message).toContain('No published release of icd-10-cm was in force on 2018-12-31');
  });

  test('shows the attribution of the one that asks for it, and only of that one', async () => {
    const { releases } = (await under.ask(onDay, { day: '2025-10-01' })).body.extensions;
    const attributions = releases.map((release: Record<string, unknown>) => [
      release['codeSystem'],
      'attribution' in release ? release['attribution'] : 'none',
    ]);
    expect(attributions).toEqual([
      ['icd-10-cm', 'none'],
      ['icd-11-mms', 'Made up in the shape of ICD-11; nothing of it is by WHO.'],
      ['hcpcs', 'none'],
    ]);
  });
});

describe('a draft', () => {
  test('is listed and marked, ends nothing and is never in force', async () => {
    const query = `{ codeSystem(id: "icd-11-mms") { releases { version draft effectiveFrom effectiveTo } }
      release(codeSystem: "icd-11-mms", on: "2025-01-01") { version selection { doubt } } }`;
    expect((await under.ask(query)).body.data).toEqual({
      codeSystem: {
        releases: [
          { version: '2018-12', draft: false, effectiveFrom: '2018-12-18', effectiveTo: '2024-01-20' },
          { version: '2024-01', draft: false, effectiveFrom: '2024-01-21', effectiveTo: null },
          { version: '2024-11-draft', draft: true, effectiveFrom: '2024-11-01', effectiveTo: null },
        ],
      },
      release: { version: '2024-01', selection: { doubt: null } },
    });
  });

  test('is served when its version is named', async () => {
    const query =
      '{ release(codeSystem: "icd-11-mms", version: "2024-11-draft") { draft concept(code: "XD1") { display } lookUp(code: "1A00") { ... on CodeInOtherReleases { standing releases { version } } } } }';
    expect((await under.ask(query)).body.data.release).toEqual({
      draft: true,
      concept: { display: 'At dawn' },
      lookUp: { standing: 'EARLIER', releases: [{ version: '2018-12' }] },
    });
  });

  test('alone leaves a code system without a release in force, and the refusal says so', async () => {
    const alone = await gatewayUnderTest(await smallDatabase([icd11Draft]));
    try {
      const asked = await alone.ask('{ release(codeSystem: "icd-11-mms") { version } }');
      expect([asked.status, asked.body.errors[0].extensions.code]).toEqual([404, 'RELEASE_UNKNOWN']);
      expect(asked.body.errors[0].message).toBe(
        'No published release of icd-11-mms was in force on 2026-01-15: all that are published are drafts, which are never in force. Ask for one by its version: 2024-11-draft.',
      );
    } finally {
      await alone.close();
    }
  });

  test('before all others is not called the first', async () => {
    const query = '{ release(codeSystem: "icd-11-mms", on: "2018-01-01") { version } }';
    expect((await under.ask(query)).body.errors[0].message).toContain(
      'the first, 2018-12, is effective from 2018-12-18',
    );
  });
});
