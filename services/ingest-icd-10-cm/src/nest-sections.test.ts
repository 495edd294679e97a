// Group headings and what they stand above.
import { describe, expect, it } from 'vitest';
import { nestSections } from './nest-sections.ts';
import type { TabularSection } from './tabular.ts';

/** `C00-C14: C00 C14` has categories; `C00-C75:` is a heading. */
function section(text: string): TabularSection {
  const [id = '', names = ''] = text.split(':');
  const diags = names
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => ({
      line: 1,
      desc: '',
      lists: [],
      extensions: null,
      name,
      lowerCaseX: false,
      placeholder: false,
      visualImpairment: null,
      diags: [],
    }));
  return { line: 1, desc: '', lists: [], extensions: null, id, hasId: true, diags };
}

function nest(...texts: string[]) {
  const { sections, leftFlat } = nestSections(texts.map(section));
  const tree = sections.map(
    ({ section: { id }, parent }) => `${sections[parent ?? -1]?.section.id ?? '·'} > ${id}`,
  );
  return { tree, leftFlat };
}

describe('nestSections', () => {
  it('nests sections and headings by their place in tabular order, not by their characters', () => {
    const { tree, leftFlat } = nest(
      'C00-C96:',
      'C00-C75:',
      'C00-C14: C00 C14',
      'C73-C75: C73 C75',
      'C7A: C7A',
      'C76-C80: C76 C80',
      'C81-C96: C81 C96',
      'D00-D09: D00 D09',
      'D3A: D3A',
    );
    expect(tree).toEqual([
      '· > C00-C96',
      'C00-C96 > C00-C75',
      'C00-C75 > C00-C14',
      'C00-C75 > C73-C75',
      'C00-C96 > C7A',
      'C00-C96 > C76-C80',
      'C00-C96 > C81-C96',
      '· > D00-D09',
      '· > D3A',
    ]);
    expect(leftFlat).toEqual([]);
  });

  it('finds its bounds also where a range starts or ends in a gap', () => {
    expect(nest('V00-X58:', 'V01-V09: V01 V09', 'X52-X57: X52 X57', 'X71-X83: X71').tree).toEqual([
      '· > V00-X58',
      'V00-X58 > V01-V09',
      'V00-X58 > X52-X57',
      '· > X71-X83',
    ]);
  });

  it.each([
    [
      'another heading cuts it',
      ['A00-A50:', 'A00: A00', 'A40-A60:', 'A45: A45', 'A55: A55'],
      ['· > A00-A50', '· > A00', '· > A40-A60', 'A40-A60 > A45', 'A40-A60 > A55'],
    ],
    ['some of it comes before', ['A00: A00', 'A00-A50:', 'A45: A45'], ['· > A00', '· > A00-A50', '· > A45']],
  ])('leaves a heading beside the others when %s', (_, sections, expected) => {
    expect(nest(...sections)).toEqual({ tree: expected, leftFlat: ['A00-A50'] });
  });

  it('leaves a heading over nothing beside the others', () => {
    expect(nest('Q00-Q99:', 'A00: A00').tree).toEqual(['· > Q00-Q99', '· > A00']);
  });
});
