// The addenda of the sample and of 2014 in our words.
import type { Announcement } from '@codeset/terminology';
import { beforeAll, describe, expect, it } from 'vitest';
import { announcementOfAddenda } from './announcement-of-addenda.ts';
import { normalize } from './normalize.ts';
import { parseDiff2014 } from './parse-diff-2014.ts';
import { releaseName } from './release-name.ts';
import { sampleFiles } from './source-file-in-memory.ts';

describe('the addenda of a release', () => {
  let announcements: readonly Announcement[];
  beforeAll(async () => {
    ({ announcements } = await normalize(await sampleFiles('2027'), releaseName('2027'), () => undefined));
  });
  const changesOf = (code: string) =>
    announcements[0]?.changes
      .filter((change) => change.code === code)
      .map(({ line: _, ...change }) => change);
  const short = (value: string) => [{ use: 'short-title', language: 'en', value }];

  it('are kept file by file, the fullest first', () => {
    expect(announcements.map(({ file, scope }) => [file, scope])).toEqual([
      [expect.stringMatching(/icd10cm-order-addenda-2027\.txt$/), 'all'],
      [expect.stringMatching(/icd10cm-codes-addenda-2027\.txt$/), 'selectable'],
    ]);
  });

  it('give additions, deletions and revisions with their texts; a flag that changes is both of the first two', () => {
    expect(changesOf('E10.A0')).toEqual([
      {
        action: 'add',
        words: null,
        code: 'E10.A0',
        selectable: true,
        before: null,
        after: {
          display: 'Type 1 diabetes mellitus, presymptomatic, unspecified',
          designations: short('Type 1 diabetes mellitus, presymptomatic, unspecified'),
        },
      },
    ]);
    expect(changesOf('E66.8')?.map(({ action, selectable }) => [action, selectable])).toEqual([
      ['delete', true],
      ['add', false],
    ]);
    const display = 'Iron deficiency anemia secondary to blood loss (chronic)';
    expect(changesOf('D50.0')).toMatchObject([
      {
        action: 'revise',
        before: { display, designations: short('Iron deficiency anemia secondary to blood loss') },
        after: { display, designations: short(display) },
      },
    ]);
    expect(announcements[0]?.changes[0]).toMatchObject({ action: 'revise', line: 2 });
  });

  it('give the totals of their footers', () => {
    expect(announcements[0]?.totals).toEqual([
      {
        of: 'selectable',
        from: 262,
        to: 285,
        fromFile: 'icd10cm_order_2026.txt',
        toFile: 'icd10cm_order_2027.txt',
        additions: 29,
        deletions: 6,
        revisions: 5,
        ofWhich: { both: 3, displayOnly: 1, designationsOnly: 1 },
        line: expect.any(Number),
      },
      expect.objectContaining({ of: 'header', from: 201, to: 212, additions: 11, revisions: 1 }),
    ]);
    expect(announcements[1]?.totals).toMatchObject([{ of: 'selectable', revisions: 4, ofWhich: null }]);
    expect(
      announcements[1]?.changes.every(
        ({ before, after }) => !before?.designations.length && !after?.designations.length,
      ),
    ).toBe(true);
  });
});

it('the differences of 2014 are an announcement like others', () => {
  const text =
    'O L705    Acne excoriée\r\nN L705    Acne excoriee\r\nD M4717   Other spondylosis\r\n' +
    ' 3 old_lines_read\r\n 2 new_lines_read\r\n 0 additions\r\n 1 deletions\r\n 1 changes\r\n';
  const { scope, totals, changes } = announcementOfAddenda(parseDiff2014(Buffer.from(text), 'd.txt'));
  expect(scope).toBe('selectable');
  expect(totals).toMatchObject([
    { from: 3, to: 2, fromFile: null, deletions: 1, revisions: 1, ofWhich: null },
  ]);
  expect(
    changes.map(({ action, code, before, after }) => [action, code, before?.display, after?.display]),
  ).toEqual([
    ['revise', 'L70.5', 'Acne excoriée', 'Acne excoriee'],
    ['delete', 'M47.17', 'Other spondylosis', undefined],
  ]);
});
