// Changes in long form: which rows a change has, and what they say.
import { describe, expect, test } from 'vitest';
import { changeRows } from './change-rows.ts';
import { aChange, aSide, context, variedChanges } from './record-under-test.ts';

const told = (record: Parameters<typeof changeRows>[0]) =>
  changeRows(record, context).map(({ differs, before, after, cosmetic, other_code }) => [
    differs,
    before,
    after,
    cosmetic,
    other_code,
  ]);

describe('the rows of a change', () => {
  test('tell each difference once, and what came or went in one row', () => {
    expect(variedChanges().map(told)).toEqual([
      [['concept', null, 'Cholera', false, null]],
      [['concept', 'Cholera', null, false, null]],
      [
        ['selectable', 'true', 'false', false, null],
        ['subdivided-into', 'Cholera', 'Cholera, mild', false, 'A00.10'],
        ['subdivided-into', 'Cholera', 'Cholera, severe', false, 'A00.11'],
      ],
      [['code', null, 'A00.1', false, null]],
      [['effective-to', null, '2026-03-31', false, null]],
      [['parent', null, 'A00', false, null]],
      [
        ['short-title', 'Cholera', 'cholera', true, null],
        ['title:es', null, 'Cólera', false, null],
      ],
      [['note:excludes1', 'plague', null, false, 'A00']],
    ]);
  });

  test('carry what is the same in all rows of the change and of the comparison', () => {
    const record = aChange({
      kinds: ['added', 'reinstated'],
      before: null,
      after: aSide({ selectable: false }),
    });
    expect(changeRows(record, context)).toEqual([
      {
        code: 'A00.1',
        kinds: 'added reinstated',
        differs: 'concept',
        before: null,
        after: 'Cholera',
        cosmetic: false,
        other_code: null,
        display_before: null,
        display_after: 'Cholera',
        selectable_before: null,
        selectable_after: false,
        concept_kind: 'code',
        chapter: '1',
        chapter_display: 'Infections',
        key: 'A00.1',
        code_system: 'small',
        from_version: '2026',
        to_version: '2027',
        sample: true,
      },
    ]);
  });
});
