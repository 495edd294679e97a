// A chapter's overview against its sections.
import { describe, expect, it } from 'vitest';
import type { TabularDiag, TabularSection } from '../tabular.ts';
import { sectionIndexAgrees } from './section-index.ts';

const entry = { line: 9, lists: [], extensions: null };
const diag: TabularDiag = {
  ...entry,
  desc: '',
  name: 'A00',
  lowerCaseX: false,
  placeholder: false,
  visualImpairment: null,
  diags: [],
};
const section = (id: string, desc: string, diags = [diag]): TabularSection => ({
  ...entry,
  desc,
  id,
  hasId: true,
  diags,
});
const ref = (id: string, text: string, [first, last] = id.split('-')) => ({
  line: 3,
  id,
  first: first ?? null,
  last: last ?? first ?? null,
  text,
});

function found(refs: ReturnType<typeof ref>[], sections: TabularSection[]) {
  const chapter = { ...entry, desc: '', name: '1', sectionRefs: refs, sections };
  return sectionIndexAgrees(chapter, 't.xml').map(({ severity, message }) => `${severity}: ${message}`);
}

describe('sectionIndexAgrees', () => {
  it('is quiet where both agree, whatever the blanks', () => {
    expect(found([ref('A00-A09', '\n  Intestinal\n')], [section('A00-A09', 'Intestinal (A00-A09)')])).toEqual(
      [],
    );
  });

  it.each([
    [
      [ref('A00-A09', 'Other')],
      [section('A00-A09', 'Intestinal (A00-A09)')],
      'warning: The overview calls A00-A09 “Other”',
    ],
    [
      [ref('A00-A09', 'Intestinal', ['A00', 'A08'])],
      [section('A00-A09', 'Intestinal')],
      'warning: The overview gives A00-A09 the range A00-A08',
    ],
    [
      [ref('A00-A09', 'Intestinal'), ref('B20', 'x')],
      [section('A00-A09', 'Intestinal')],
      'warning: The overview lists B20',
    ],
    [
      [ref('A00-A09', 'Intestinal')],
      [section('A00-A09', 'Intestinal'), section('B20', 'x')],
      'warning: The section B20',
    ],
    [
      [ref('A00-A09', 'Intestinal')],
      [section('A00-A09', 'Intestinal'), section('B20', 'x', [])],
      'info: The group heading B20',
    ],
  ])('tells what differs', (refs, sections, message) => {
    expect(found(refs, sections)).toEqual([expect.stringContaining(message)]);
  });
});
