// The codes that a tabular list stands for.
import { describe, expect, it } from 'vitest';
import { deriveCodes } from './derive-codes.ts';
import type { Extension, NoteList, TabularChapter, TabularDiag, TabularSection } from './tabular.ts';

const entry = { line: 1, desc: '', lists: [], extensions: null };
const extensions = (characters: string): Extension[] =>
  [...characters].map((char) => ({ char, text: `meaning of ${char}`, notes: [] }));
const diag = (name: string, diags: TabularDiag[] = [], more: Partial<TabularDiag> = {}): TabularDiag => ({
  ...entry,
  name,
  lowerCaseX: false,
  placeholder: false,
  visualImpairment: null,
  diags,
  ...more,
});

function derive(...diags: TabularDiag[]) {
  const section: TabularSection = { ...entry, id: 'S00-S99', hasId: true, diags };
  const chapter: TabularChapter = { ...entry, name: '19', sectionRefs: [], sections: [section] };
  return [...deriveCodes(chapter, section)].map(({ code, parent, selectable, extension }) =>
    [code, parent ?? '', selectable ? '1' : '0', extension?.char ?? ''].join(' ').trim(),
  );
}

describe('deriveCodes', () => {
  it('takes diags as they are where there are no 7th characters', () => {
    expect(derive(diag('I10'), diag('E11', [diag('E11.9')]))).toEqual(['I10  1', 'E11  0', 'E119 E11 1']);
  });

  it('expands the last diags, padded with X, and makes headers of them', () => {
    const tree = diag('S12', [diag('S12.8'), diag('S12.01', [diag('S12.010')])], {
      extensions: extensions('AS'),
    });
    expect(derive(tree)).toEqual([
      'S12  0',
      'S128 S12 0',
      'S128XXA S128 1 A',
      'S128XXS S128 1 S',
      'S1201 S12 0',
      'S12010 S1201 0',
      'S12010A S12010 1 A',
      'S12010S S12010 1 S',
    ]);
  });

  it('lets a lower definition replace a higher one', () => {
    const tree = diag('S12', [diag('S12.8', [], { extensions: extensions('D') })], {
      extensions: extensions('AS'),
    });
    expect(derive(tree)).toEqual(['S12  0', 'S128 S12 0', 'S128XXD S128 1 D']);
  });

  it('leaves diags of seven characters as they are, with the meaning of their own last one', () => {
    const tree = diag('T81', [diag('T81.320', [diag('T81.320A')])], { extensions: extensions('A') });
    expect(derive(tree)).toEqual(['T81  0', 'T81320 T81 0', 'T81320A T81320 1 A']);
    expect(derive(diag('H54', [diag('H54.511A')]))).toEqual(['H54  0', 'H54511A H54 1']);
  });

  it('obeys a note that takes 7th characters away', () => {
    const note: NoteList = {
      element: 'notes',
      line: 1,
      notes: [
        '7th characters D and S do not apply to codes in category S06 with 6th character 7 - death, or 8 - death.',
      ],
    };
    const tree = diag('S06', [diag('S06.1X6'), diag('S06.1X7')], {
      extensions: extensions('ADS'),
      lists: [note],
    });
    expect(derive(tree).filter((code) => code.includes(' 1'))).toEqual([
      'S061X6A S061X6 1 A',
      'S061X6D S061X6 1 D',
      'S061X6S S061X6 1 S',
      'S061X7A S061X7 1 A',
    ]);
  });
});
