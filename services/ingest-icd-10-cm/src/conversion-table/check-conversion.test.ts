// The conversion table against the codes of held releases, and against its own earlier releases.
import type { HeldForMap, NamedCode } from '@codeset/ingestion';
import type { DatedRelease, Mapping } from '@codeset/terminology';
import { describe, expect, test } from 'vitest';
import { checkConversion } from './check-conversion.ts';
import { normalizeRows, tableHeader } from './table-in-memory.ts';

const quiet = () => undefined;

const release = (version: string, effectiveFrom: string, scheduledTo: string): DatedRelease => ({
  version,
  effectiveFrom,
  scheduledTo,
  draft: false,
});
const fy2019 = release('2019', '2018-10-01', '2019-09-30');
const fy2020 = release('2020', '2019-10-01', '2020-09-30');

/** Holds the codes given, those that end in 0 as headers. */
function held(
  releases: readonly DatedRelease[],
  codes: Readonly<Record<string, readonly string[]>>,
  earlier: readonly Mapping[] = [],
): HeldForMap {
  return {
    releases: earlier.length === 0 ? [] : [fy2019],
    listMappings: async () => [...earlier],
    codeSystem: async () => ({
      releases,
      findKeys: async () => new Map(),
      findCodes: async (version, asked) => {
        const there = asked.filter((code) => codes[version]?.includes(code));
        return new Map(there.map((code): [string, NamedCode] => [code, { selectable: !code.endsWith('0') }]));
      },
    }),
  };
}

describe('the checks', () => {
  test('find codes that are not where the table says, one finding each', async () => {
    const rows = [
      'A92.5,2019,A92.8',
      'E11.3X11,2019,E11.9',
      'Q52.12,2019,"Q25.12, C44.10"',
      'K59.03,2019,K59.09 and a code from T36-',
    ];
    const { map, files } = await normalizeRows(rows);
    const holds = held([fy2019, fy2020], {
      2019: ['A92.8', 'E11.9', 'C44.10', 'K59.09', 'T36'],
      2020: ['A92.5', 'Q52.12', 'K59.03'],
    });
    const findings = await checkConversion(map, files, holds, quiet);
    expect(findings).toEqual([
      {
        severity: 'warning',
        rule: 'current-codes-held',
        message: 'E11.3X11 is not in release 2020, which takes effect on the day of the code.',
        where: 'table.csv:5',
      },
      {
        severity: 'warning',
        rule: 'previous-codes-held',
        message: 'Q25.12, a previous code of Q52.12, is not in release 2019, in force the day before.',
        where: 'table.csv:6',
      },
      {
        severity: 'info',
        rule: 'previous-codes-held',
        message: 'C44.10, a previous code of Q52.12, is a header in release 2019, in force the day before.',
        where: 'table.csv:6',
      },
    ]);
  });

  test('say which dates could not be compared, and compare with no release that may not have been in force', async () => {
    const { map, files } = await normalizeRows(['A92.5,2017,A92.8', 'A92.6,2019,A92.8']);
    const findings = await checkConversion(
      map,
      files,
      held([release('2014', '2013-10-01', '2014-09-30')], {}),
      quiet,
    );
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'codes-not-compared',
        severity: 'info',
        message: expect.stringContaining('2017-10-01, 2019-10-01'),
      }),
    ]);
  });

  test('tell what an earlier release of the table said otherwise', async () => {
    const { map: earlier } = await normalizeRows(
      ['I82.451,2018,I80.491', 'A92.5,2018,A92.8', 'B60.0,2018,None'],
      '2019',
      [tableHeader],
    );
    const { map, files } = await normalizeRows([
      'I82.451,2018,I82.491',
      'A92.5,2018,A92.8',
      'C49.4,2019,None',
    ]);
    const findings = await checkConversion(map, files, held([fy2019, fy2020], {}, earlier.mappings), quiet);
    expect(findings.filter(({ rule }) => rule.startsWith('cumulative'))).toEqual([
      {
        severity: 'warning',
        rule: 'cumulative-vanished',
        message: 'B60.0 is no longer in the table; release 2019 had it.',
        where: 'B60.0',
      },
      {
        severity: 'info',
        rule: 'cumulative-changed',
        message: 'I82.451 comes from I82.491 (2018-10-01); release 2019 said I80.491 (2018-10-01).',
        where: 'table.csv:4',
      },
      {
        severity: 'info',
        rule: 'cumulative',
        message:
          'Against release 2019 of the table: 1 current codes added, 1 vanished, 1 with other previous codes or dates.',
        where: null,
      },
    ]);
  });
});
