// Which release serves a request, why, and what is said when it cannot be had.
import { type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from './gateway-under-test.ts';

let under: GatewayUnderTest<SmallDatabase>;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase(), { limits: { releases: 2 } });
});
afterAll(() => under.close());

const served = async (query: string) => {
  const { status, body } = await under.ask(query);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body.extensions.releases.map(({ digest, ...rest }: { digest: string; [name: string]: unknown }) => {
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    return rest;
  });
};

describe('which release served an answer, and why', () => {
  const release = { codeSystem: 'icd-10-cm', sample: false };

  test('by version', async () => {
    expect(await served('{ release(codeSystem: "icd-10-cm", version: "2027") { version } }')).toEqual([
      { ...release, version: '2027', by: 'VERSION', date: null, doubt: null },
    ]);
  });

  test('by date', async () => {
    expect(await served('{ release(codeSystem: "icd-10-cm", on: "2025-09-30") { version } }')).toEqual([
      { ...release, version: '2025', by: 'DATE', date: '2025-09-30', doubt: null },
    ]);
  });

  test('by neither: the one in force today', async () => {
    expect(await served('{ release(codeSystem: "icd-10-cm") { version selection { by date } } }')).toEqual([
      { ...release, version: '2026', by: 'TODAY', date: '2026-01-15', doubt: null },
    ]);
  });

  test('with doubt, when the publisher’s calendar ends before the date', async () => {
    const [only] = await served('{ release(codeSystem: "icd-10-cm", on: "2030-01-01") { version } }');
    expect(only).toMatchObject({ version: '2027', doubt: expect.stringContaining('ends it on 2027-09-30') });
  });

  test('one release asked for in two ways is named with both', async () => {
    const both = await served(
      '{ a: release(codeSystem: "icd-10-cm") { version } b: release(codeSystem: "icd-10-cm", version: "2026") { version } c: release(codeSystem: "icd-10-cm", version: "2026") { version } }',
    );
    expect(both.map(({ by }: { by: string }) => by)).toEqual(['TODAY', 'VERSION']);
  });

  test('a release out of a list is named when something is read from it', async () => {
    const list = '{ codeSystem(id: "icd-10-cm") { releases { version } } }';
    expect(await served(list)).toEqual([]);
    const query =
      '{ release(codeSystem: "icd-10-cm", version: "2027") { lookUp(code: "T81.32XA") { ... on CodeInOtherReleases { concept { display } } } } }';
    expect(
      (await served(query)).map(({ version, by }: { version: string; by: string }) => [version, by]),
    ).toEqual([
      ['2027', 'VERSION'],
      ['2026', 'LIST'],
    ]);
  });
});

describe('a release that cannot be had', () => {
  test.each([
    [
      'both version and date',
      'codeSystem: "icd-10-cm", version: "2026", on: "2026-01-01"',
      400,
      'BAD_REQUEST',
      'not by both',
    ],
    [
      'a version that is not published',
      'codeSystem: "icd-10-cm", version: "2031"',
      404,
      'RELEASE_UNKNOWN',
      'Release 2031 of icd-10-cm is not published. Published: 2025, 2026, 2027.',
    ],
    [
      'a date before all releases',
      'codeSystem: "icd-10-cm", on: "2001-01-01"',
      404,
      'RELEASE_UNKNOWN',
      'the first, 2025, is effective from 2024-10-01',
    ],
    [
      'an unknown code system',
      'codeSystem: "icd-11"',
      404,
      'CODE_SYSTEM_UNKNOWN',
      'There is no code system icd-11. There are: icd-10-cm.',
    ],
  ])('%s', async (_name, argument, status, code, message) => {
    const answer = await under.ask(`{ codeSystems { id } release(${argument}) { version } }`);
    expect(answer.status).toBe(status);
    expect(answer.body.data).toBeNull();
    expect(answer.body.errors).toHaveLength(1);
    expect(answer.body.errors[0]).toMatchObject({ path: ['release'], extensions: { code } });
    expect(answer.body.errors[0].message).toContain(message);
  });

  test('more releases than one request may read', async () => {
    const answer = await under.ask(
      '{ codeSystem(id: "icd-10-cm") { releases { concept(code: "E11.9") { code } } } }',
    );
    expect([answer.status, answer.body.errors[0].extensions]).toEqual([
      400,
      { code: 'QUERY_TOO_EXPENSIVE', limit: 'releases', maximum: 2, found: 3 },
    ]);
  });
});

test('what is published or withdrawn between requests shows in the next; one request sees one state', async () => {
  const versions = '{ codeSystem(id: "icd-10-cm") { releases { version effectiveTo } } }';
  const setStatus = (status: string) =>
    under.database.sql`update codeset.release set status = ${status} where version = '2027'`;
  const listed = async () =>
    (await under.ask(versions)).body.data.codeSystem.releases.map(
      ({ version }: { version: string }) => version,
    );
  await setStatus('withdrawn');
  expect(await listed()).toEqual(['2025', '2026']);
  await setStatus('published');
  expect(await listed()).toEqual(['2025', '2026', '2027']);

  // Withdrawn while the request runs: its snapshot was taken with the first statement, so it goes on with it.
  const seen = new Promise<void>((resolve) => {
    const note = under.database.reader.options.debug;
    under.database.reader.options.debug = (connection, text, parameters, types) => {
      if (typeof note === 'function') note(connection, text, parameters, types);
      if (text.includes('look_up_form')) void setStatus('withdrawn').then(() => resolve());
    };
  });
  const answer = await under.ask(
    '{ release(codeSystem: "icd-10-cm", version: "2027") { concept(code: "I21.B") { display parent { code children { code releases { version } } } } } }',
  );
  await seen;
  expect(answer.body.data.release.concept.parent.children[1]).toEqual({
    code: 'I21.B',
    releases: [{ version: '2027' }],
  });
  expect(await listed()).toEqual(['2025', '2026']);
});
