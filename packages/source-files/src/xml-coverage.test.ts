// The tally of what a file has, held against what is captured.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publishedData, withoutPublishedData } from './published-data.ts';
import { tallyXml, XmlCoverage } from './xml-coverage.ts';
import { decodeXml } from './xml-guard.ts';
import { xmlElements } from './xml-stream.ts';

const xml = '<r v="1"><!-- c --><note>a<b/>c</note><note> </note><cell col="2">-</cell></r>';

test('every element under its parent, every attribute and every stretch of text is counted', () => {
  const counts = tallyXml(xml, 'f')
    .report()
    .map(({ path, count }) => `${path} ${count}`);
  expect(counts).toEqual([
    '#document>r 1',
    'cell#text 1',
    'cell@col 1',
    'note#text 2',
    'note>b 1',
    'r>#comment 1',
    'r>cell 1',
    'r>note 2',
    'r@v 1',
  ]);
});

test('what is on the list is captured, by name or for any parent, attribute or element', () => {
  const coverage = new XmlCoverage(['#document>r', '*>note', 'cell@*', '*#text', 'r>cell']);
  coverage.meetAll(tallyXml(xml, 'f'));
  expect(coverage.uncaptured().map(({ path }) => path)).toEqual(['note>b', 'r>#comment', 'r@v']);
  coverage.capture('r>*', 'note>b', 'r@v');
  expect(coverage.uncaptured()).toEqual([]);
  expect(coverage.report().every(({ captured }) => captured)).toBe(true);
});

test('a list that names other things captures nothing', () => {
  const coverage = new XmlCoverage(['note', 'r>no', '*', '@v', '']);
  coverage.meet('r', 'note');
  coverage.meetAttribute('r', 'v');
  coverage.meetText('note');
  expect(coverage.uncaptured()).toHaveLength(3);
});

test('a tree met whole gives the same counts as the tally of its file', ({ skip }) => {
  const path = publishedData('icd-10-cm/2023/icd10cm_tabular_2023.xml');
  if (path === null) return skip(withoutPublishedData);
  const text = decodeXml(readFileSync(path), 'tabular');
  const tally = tallyXml(text, 'tabular');
  const coverage = new XmlCoverage();
  for (const item of xmlElements(text, 'tabular', () => true)) {
    if (item.type === 'record') coverage.meetTree('#document', item.element);
  }
  expect(coverage.report()).toEqual(tally.report());
  const countOf = (wanted: RegExp) =>
    tally.report().reduce((sum, { path: met, count }) => sum + (wanted.test(met) ? count : 0), 0);
  expect(countOf(/>diag$/)).toBe(45_869);
  expect(countOf(/>excludes1$/)).toBe(2_627);
  expect(countOf(/>sevenChrDef$/)).toBe(507);
});
