// The tabular list: what is read out of its elements, in today's form and in that of an older edition.
import { XmlCoverage } from '@codeset/source-files';
import { describe, expect, it } from 'vitest';
import { capturedInTabular } from './captured-tabular.ts';
import { parseTabular } from './parse-tabular.ts';
import type { TabularChapter } from './tabular.ts';

function parse(xml: string) {
  const coverage = new XmlCoverage(capturedInTabular);
  const items = [...parseTabular(Buffer.from(xml), 't.xml', coverage)];
  const chapters = items.flatMap((item): TabularChapter[] => (item.type === 'chapter' ? [item.chapter] : []));
  return { items, chapters, uncaptured: coverage.uncaptured().map(({ path }) => path) };
}

const root = (inside: string) => `<?xml version="1.0"?><ICD10CM.tabular>${inside}</ICD10CM.tabular>`;
const chapter = (inside: string, name = '19') =>
  root(`<chapter><name>${name}</name><desc>Injury (S00-T88)</desc>${inside}</chapter>`);
const section = (inside: string) =>
  chapter(`<section id="S50-S59"><desc>Elbow (S50-S59)</desc>${inside}</section>`);

describe('parseTabular', () => {
  it('gives version and introduction', () => {
    const intro =
      '<introduction><introSection type="title"><title>List</title></introSection>' +
      '<introSection type="instruction"><title>Includes:</title><instruction><note>One</note><note>Two</note></instruction></introSection></introduction>';
    const { items, uncaptured } = parse(root(`<version>2023</version>${intro}`));
    expect(items).toEqual([
      { type: 'version', text: '2023' },
      { type: 'introSection', section: { type: 'title', title: 'List', instructions: [] } },
      {
        type: 'introSection',
        section: { type: 'instruction', title: 'Includes:', instructions: ['One', 'Two'] },
      },
    ]);
    expect(uncaptured).toEqual([]);
  });

  it('keeps repeated lists apart and in order, with the notes as published', () => {
    const { chapters } = parse(
      section(
        '<diag><name>S52</name><desc>Fracture</desc><excludes1><note>a\t(S50.-)</note></excludes1>' +
          '<notes><note>b</note></notes><excludes1><note>c</note><note/></excludes1></diag>',
      ),
    );
    const lists = chapters[0]?.sections[0]?.diags[0]?.lists.map(({ element, notes }) => [element, notes]);
    expect(lists).toEqual([
      ['excludes1', ['a\t(S50.-)']],
      ['notes', ['b']],
      ['excludes1', ['c', '']],
    ]);
  });

  it('takes notes that stand after the sections, on the chapter itself', () => {
    const { chapters } = parse(
      chapter('<section id="S50"><desc>Elbow</desc></section><notes><note>late</note></notes>'),
    );
    expect(chapters[0]?.lists).toMatchObject([{ element: 'notes', notes: ['late'] }]);
  });

  it('puts a note in a definition on the extension before it', () => {
    const { chapters } = parse(
      section(
        '<diag><name>S52</name><desc>F</desc><sevenChrDef><extension char="A">first</extension>' +
          '<extension char="B">open</extension><note>\topen NOS</note><extension char="S">sequela</extension></sevenChrDef></diag>',
      ),
    );
    expect(chapters[0]?.sections[0]?.diags[0]?.extensions).toEqual([
      { char: 'A', text: 'first', notes: [] },
      { char: 'B', text: 'open', notes: ['\topen NOS'] },
      { char: 'S', text: 'sequela', notes: [] },
    ]);
  });

  it('reads the forms of an older edition: no section id, zero-padded chapter, lower-case x', () => {
    const { chapters } = parse(
      chapter(
        '<section><desc>Elbow (S50-S59)</desc><diag><name>S52.x</name><desc>F</desc></diag></section>',
        '07',
      ),
    );
    expect(chapters[0]?.name).toBe('07');
    expect(chapters[0]?.sections[0]).toMatchObject({ id: 'S50-S59', hasId: false });
    expect(chapters[0]?.sections[0]?.diags[0]).toMatchObject({ name: 'S52.X', lowerCaseX: true });
  });

  it('reads the table of visual impairment row by row', () => {
    const table =
      '<visualImpairment><visCategory><heading>Category</heading><visRange><heading>Acuity</heading>' +
      '<visMax><heading>Less than:</heading></visMax><visMin><heading>At least:</heading></visMin></visRange></visCategory>' +
      '<visCategory><value>1</value><visRange><visMax><value>6/18</value></visMax><visMin><value>6/60</value></visMin></visRange>' +
      '<visRange><visMax><value>20/70</value></visMax></visRange></visCategory></visualImpairment>';
    const { chapters, uncaptured } = parse(section(`<diag><name>H54.8</name><desc>F</desc>${table}</diag>`));
    expect(chapters[0]?.sections[0]?.diags[0]?.visualImpairment).toEqual([
      ['Category', 'Acuity', ''],
      ['', 'Less than:', 'At least:'],
      ['1', '6/18', '6/60'],
      ['', '20/70', ''],
    ]);
    expect(uncaptured).toEqual([]);
  });

  it('counts what it does not capture', () => {
    const { uncaptured } = parse(
      section('<deactivated from="S53" thru="S54"/><diag><name>S52</name><desc>F</desc></diag>'),
    );
    expect(uncaptured).toEqual(['deactivated@from', 'deactivated@thru', 'section>deactivated']);
  });

  it.each([
    ['a diag without a code', section('<diag><name>52</name><desc>F</desc></diag>'), 't.xml:1: found "52"'],
    ['an entry without a title', section('<diag><name>S52</name></diag>'), 'a diag without desc'],
    ['a chapter without a number', chapter('', 'XIX'), 'found "XIX"'],
    [
      'a definition of two characters',
      section(
        '<diag><name>S52</name><desc>F</desc><sevenChrDef><extension char="AB">x</extension></sevenChrDef></diag>',
      ),
      'one letter or digit',
    ],
    [
      'a section without id, range and diags',
      chapter('<section><desc>Elbow</desc></section>'),
      'a section with an id',
    ],
  ])('refuses %s', (_, xml, message) => {
    expect(() => parse(xml)).toThrow(message);
  });

  it.each([
    ['a file cut off', section('<diag><name>S52</name>').slice(0, -40)],
    ['a DTD', `<!DOCTYPE a [<!ENTITY b "c">]>${root('')}`],
  ])('refuses %s with its place', (_, xml) => {
    expect(() => parse(xml)).toThrow(/t\.xml:1:\d+/);
  });
});
