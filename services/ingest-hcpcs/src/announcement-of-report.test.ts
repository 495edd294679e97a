// A transaction report in our words: what it says changed, each change once.
import { describe, expect, it } from 'vitest';
import { announcementOfReport } from './announcement-of-report.ts';
import { normalize } from './normalize.ts';
import { releaseName } from './release-name.ts';
import { sampleFiles } from './source-file-in-memory.ts';
import type { Transaction } from './transaction-report.ts';

const row = (
  line: number,
  code: string,
  change: string,
  texts: readonly [string, string] | null = null,
): Transaction => ({
  place: `report.xlsx!row ${line}`,
  line,
  code,
  change,
  shortDescription: texts === null ? null : texts[0],
  longDescription: texts === null ? null : texts[1],
});

describe('a transaction report', () => {
  it('announces what is added, discontinued, re-activated and otherwise changed, in its own words too', () => {
    const { scope, totals, changes } = announcementOfReport({
      file: 'report.xlsx',
      rows: [
        row(2, 'A0001', 'ADD', ['Ambul', 'Ambulance']),
        row(3, 'A0002', 'No change'),
        row(4, 'A0003', 'Discontinued'),
        row(5, 'A0004', 'Re-activated'),
        row(6, 'A0005', 'Payment Change'),
        row(7, 'A0006', 'Long/Short Description Change', ['', 'Van']),
        row(8, 'A0007', 'Looked at'),
        row(2, 'A0001', 'Add', ['Ambul', 'Ambulance, other']),
      ],
    });
    expect({ scope, totals }).toEqual({ scope: 'all', totals: [] });
    expect(changes.map(({ line, action, words, code }) => [line, action, words, code])).toEqual([
      [2, 'add', 'ADD', 'A0001'],
      [4, 'terminate', 'Discontinued', 'A0003'],
      [5, 'reinstate', 'Re-activated', 'A0004'],
      [6, 'revise', 'Payment Change', 'A0005'],
      [7, 'revise', 'Long/Short Description Change', 'A0006'],
    ]);
    expect(changes.map(({ before }) => before)).toEqual(changes.map(() => null));
    expect(changes.map(({ after }) => after)).toEqual([
      { display: 'Ambulance', designations: [{ use: 'short-description', language: 'en', value: 'Ambul' }] },
      null,
      null,
      null,
      { display: 'Van', designations: [] },
    ]);
  });

  it('comes with the release: of two that say the same the fuller', async () => {
    const { announcements } = await normalize(
      await sampleFiles('2026-04'),
      releaseName('2026-04'),
      () => undefined,
    );
    expect(announcements.map(({ file }) => file)).toEqual([expect.stringMatching(/ChangesbyAction\.prn$/)]);
    expect(announcements[0]?.changes.map(({ code, action }) => `${code} ${action}`)).toEqual([
      'BX add',
      'C9003 add',
      'J0121 add',
      'J9380 add',
      'Q4999 add',
      'A0425 revise',
      'A4221 revise',
      'J0120 terminate',
      'K0001 revise',
    ]);
    const january = await normalize(await sampleFiles('2026-01'), releaseName('2026-01'), () => undefined);
    expect(january.announcements).toEqual([]);
  });
});
