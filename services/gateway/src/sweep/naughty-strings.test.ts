// Hostile texts in every text argument of the schema: no 5xx, nothing unmasked, and the gateway goes on.
import {
  aMapping,
  buildMap,
  icd11Of2018,
  icd11Of2024,
  release2025,
  release2026,
  release2027,
  type SmallDatabase,
  smallDatabase,
  smallMap,
} from '@codeset/test-kit';
import type { PlainDate } from '@codeset/terminology';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';
import { hostileStrings, sampleOf } from './hostile-strings.ts';
import { naughtyStrings } from './naughty-strings.ts';
import { unmaskedText } from './unmasked-text.ts';

let under: GatewayUnderTest<SmallDatabase>;
beforeAll(async () => {
  const database = await smallDatabase([release2027, release2026, release2025, icd11Of2024, icd11Of2018]);
  for (const version of ['2025', '2026']) {
    await buildMap(database.sql, {
      definition: { ...smallMap, id: 'map', sourceCodeSystem: 'icd-10-cm', targetCodeSystem: 'icd-11-mms' },
      name: { version, effectiveFrom: `${version}-01-01` as PlainDate, scheduledTo: null, draft: false },
      mappings: [aMapping('E11.9', version === '2025' ? '1A01' : '1A02')],
      mentions: [],
    });
  }
  under = await gatewayUnderTest(database);
});
afterAll(() => under.close());

const icd10 = {
  codeSystem: 'icd-10-cm',
  version: '2026',
  from: '2025',
  to: '2026',
  code: 'E11.9',
  codes: ['E11.9'],
  text: 'diabetes',
  conceptMap: 'map',
  'conceptMap.id': 'map',
  'ConceptMap.release.version': '2026',
  'translate.from': 'icd-10-cm',
  'translate.to': 'icd-11-mms',
};
const icd11 = {
  ...icd10,
  codeSystem: 'icd-11-mms',
  version: '2024-01',
  from: '2018',
  to: '2024-01',
  code: '1A01',
};

test('every argument is swept, and nothing breaks', async () => {
  const summary = await naughtyStrings({
    url: `${under.listening.url}/graphql`,
    known: [icd10, icd11],
    textsFor: (n) => sampleOf(hostileStrings, 10, n), // other ones for each argument: together most of the list
  });
  expect(summary.failures).toEqual([]);
  expect(summary.unreached).toEqual([]);
  expect(summary.arguments.length).toBeGreaterThan(60);
  expect(summary.statuses['200']).toBeGreaterThan(50); // not all is refused
  expect((await under.ask('{ limits { codes } }')).status).toBe(200);
  expect(under.log.filter(({ msg }) => msg === 'failed')).toEqual([]);
});

test('the list is the whole of the naughty strings, and of what they lack', () => {
  expect(hostileStrings.length).toBeGreaterThan(485);
});

test('a text that is not masked is seen, what the client sent itself is not', () => {
  const answer = (message: string) => JSON.stringify({ errors: [{ message, extensions: {} }] });
  expect(unmaskedText(answer('There is no code system x'), [])).toBeNull();
  expect(unmaskedText(answer('column "display" does not exist'), [])).toBe('column "');
  expect(unmaskedText(answer('There is no code system column "a"'), ['column "a"'])).toBeNull();
  expect(unmaskedText('Error: no\n    at run (/x/y.ts:3:4)', [])).toMatch(/at run/);
});
