// The index files: what is read out of their elements, by the stream and by the tree alike.
import { XmlCoverage } from '@codeset/source-files';
import { describe, expect, it } from 'vitest';
import { capturedInIndex } from './captured-index.ts';
import type { IndexFileItem } from './index-file.ts';
import { indexRecordOf } from './index-records.ts';
import { parseIndex } from './parse-index.ts';
import { parseTable } from './parse-table.ts';
import { sampleFiles } from './source-file-in-memory.ts';

const index = (inside: string) =>
  Buffer.from(`<?xml version="1.0"?><ICD10CM.index><version>2023</version>${inside}</ICD10CM.index>`);

function parse(bytes: Buffer) {
  const coverage = new XmlCoverage(capturedInIndex);
  const items: IndexFileItem[] = [...parseIndex(bytes, 'i.xml', coverage)];
  const terms = items.flatMap((item) => (item.type === 'term' ? [item.term] : []));
  return { items, terms, uncaptured: coverage.uncaptured().map(({ path }) => path) };
}

describe('parseIndex', () => {
  it('gives terms before those under them, with letter, level and what they lead to', () => {
    const { terms, uncaptured } = parse(
      index(
        '<letter><title>A</title><mainTerm><title>Amyloid<nemod>(x)</nemod></title><see>Heart</see>' +
          '<term level="1"><title>heart</title><code>E85.4</code><manif>I43</manif>' +
          '<term level="2"><title>13</title><code>I70.-</code><seecat>I10</seecat><subcat>S52.5-</subcat></term></term>' +
          '</mainTerm></letter>',
      ),
    );
    const records = terms.map((term) => indexRecordOf('diseases', term));
    expect(records.map(({ depth, content }) => [depth, content.letter, content.term])).toEqual([
      [0, 'A', 'Amyloid'],
      [1, null, 'heart'],
      [2, null, '13'],
    ]);
    expect(records.flatMap(({ content }) => content.references)).toEqual([
      { kind: 'see', text: 'Heart', column: null, code: null, below: false },
      { kind: 'code', text: 'E85.4', column: null, code: 'E85.4', below: false },
      { kind: 'manifestation', text: 'I43', column: null, code: 'I43', below: false },
      { kind: 'code', text: 'I70.-', column: null, code: 'I70', below: true },
      { kind: 'seeCategory', text: 'I10', column: null, code: 'I10', below: false },
      { kind: 'seeSubcategory', text: 'S52.5-', column: null, code: 'S52.5', below: true },
    ]);
    expect(uncaptured).toEqual([]);
  });

  it('reads an older edition: etiology for manif, nemod beside the title', () => {
    const { terms, uncaptured } = parse(
      index(
        '<letter><title>A</title><mainTerm><title>Amyloid</title><nemod>(x)</nemod><etiology>I43</etiology></mainTerm></letter>',
      ),
    );
    const content = terms.map((term) => indexRecordOf('diseases', term).content)[0];
    expect(content).toMatchObject({ term: 'Amyloid', title: 'Amyloid(x)', modifiers: ['(x)'] });
    expect(content?.references).toMatchObject([{ kind: 'manifestation', code: 'I43' }]);
    expect(uncaptured).toEqual([]);
  });

  it('keeps words where a code should be, as text', () => {
    const { terms } = parse(
      index('<letter><title>A</title><mainTerm><title>A</title><manif> SCFE </manif></mainTerm></letter>'),
    );
    expect(terms.flatMap((term) => indexRecordOf('diseases', term).content.references)).toEqual([
      { kind: 'manifestation', text: 'SCFE', column: null, code: null, below: false },
    ]);
  });

  it.each([
    [
      'a term without a title',
      '<letter><title>A</title><mainTerm><code>I10</code></mainTerm></letter>',
      'a mainTerm without a title',
    ],
    [
      'a cell without a column',
      '<letter><title>A</title><mainTerm><title>A</title><cell>C80.1</cell></mainTerm></letter>',
      'found "col=\\"\\""',
    ],
  ])('refuses %s', (_, inside, message) => {
    expect(() => parse(index(inside))).toThrow(message);
  });

  it('counts what it does not capture', () => {
    const { uncaptured } = parse(
      index('<letter><title>A</title><mainTerm><title>A</title><warning>no</warning></mainTerm></letter>'),
    );
    expect(uncaptured).toEqual(['mainTerm>warning', 'warning#text']);
  });
});

describe('parseTable', () => {
  it('gives cells with their columns, missing and empty ones told apart', async () => {
    const items: IndexFileItem[] = [];
    const bytes = index(
      '<indexHeading><head col="1">Substance</head><head col="2">Poisoning</head></indexHeading>' +
        '<letter><title>#</title><mainTerm><title>1-propanol</title><cell col="2">T51.3X1</cell><cell col="6">--</cell></mainTerm></letter>',
    );
    for await (const item of parseTable(bytes, 'd.xml', new XmlCoverage(capturedInIndex))) items.push(item);
    expect(items.find(({ type }) => type === 'columns')).toEqual({
      type: 'columns',
      columns: [
        { column: 1, title: 'Substance' },
        { column: 2, title: 'Poisoning' },
      ],
    });
    const terms = items.flatMap((item) => (item.type === 'term' ? [indexRecordOf('drugs', item.term)] : []));
    expect(terms).toEqual([
      {
        kind: 'drugs',
        depth: 0,
        content: {
          term: '1-propanol',
          title: '1-propanol',
          modifiers: [],
          letter: '#',
          references: [
            { kind: 'cell', text: 'T51.3X1', column: 2, code: 'T51.3X1', below: false },
            { kind: 'cell', text: '--', column: 6, code: null, below: false },
          ],
        },
      },
    ]);
  });

  it('gives for every index of the sample what the stream gives', async () => {
    for (const { file, role } of await sampleFiles('2027')) {
      if (!['index-to-diseases', 'external-cause-index', 'neoplasm-table', 'drug-table'].includes(role))
        continue;
      const bytes = await file.read();
      const byTree: IndexFileItem[] = [];
      for await (const item of parseTable(bytes, file.name, new XmlCoverage())) byTree.push(item);
      expect(byTree).toEqual([...parseIndex(bytes, file.name, new XmlCoverage())]);
      expect(byTree.length).toBeGreaterThan(20);
    }
  });
});
