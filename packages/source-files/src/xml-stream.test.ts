// The stream of records, tags and texts, and how bad XML is refused.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { caught } from './caught.ts';
import { publishedData, withoutPublishedData } from './published-data.ts';
import { textOf, type XmlElement } from './xml-element.ts';
import { decodeXml } from './xml-guard.ts';
import { type XmlPath, type XmlStreamItem, xmlElements } from './xml-stream.ts';

const isDiag = (path: XmlPath) => path.at(-1) === 'diag';
const refusal = (xml: string, limits = {}) => caught(() => xmlElements(xml, 'f.xml', isDiag, limits));

const chapter = `<?xml version="1.0" encoding="utf-8"?>
<tabular>
  <chapter>
    <name>1</name>
    <section id="A00-A09">
      <desc>Intestinal &lt;infectious&gt; diseases</desc>
      <diag>
        <name>A00</name>
        <diag><name>A00.0</name></diag>
      </diag>
      <diag placeholder="true"/>
    </section>
  </chapter>
</tabular>
`;

test('outermost records come whole, all else as opens, texts and closes in document order', () => {
  const seen = [...xmlElements(chapter, 'f.xml', isDiag)].map(inShort);
  expect(seen).toEqual([
    'open tabular 2:1',
    'open tabular/chapter 3:3',
    'open tabular/chapter/name 4:5',
    'text tabular/chapter/name 4 "1"',
    'close tabular/chapter/name',
    'open tabular/chapter/section 5:5 id=A00-A09',
    'open tabular/chapter/section/desc 6:7',
    'text tabular/chapter/section/desc 6 "Intestinal <infectious> diseases"',
    'close tabular/chapter/section/desc',
    'record tabular/chapter/section/diag 7:7 "A00A00.0"',
    'record tabular/chapter/section/diag 11:7 placeholder=true ""',
    'close tabular/chapter/section',
    'close tabular/chapter',
    'close tabular',
  ]);
});

function inShort(item: XmlStreamItem): string {
  const path = item.path.join('/');
  if (item.type === 'close') return `close ${path}`;
  if (item.type === 'text') return `text ${path} ${item.line} "${item.text}"`;
  const { line, column, attributes } = item.element;
  const pairs = Object.entries(attributes).map(([name, value]) => ` ${name}=${value}`);
  const text = item.type === 'record' ? ` "${textOf(item.element)}"` : '';
  return `${item.type} ${path} ${line}:${column}${pairs.join('')}${text}`;
}

function record(xml: string): XmlElement {
  const items = [...xmlElements(xml, 'f.xml', () => true)];
  const [item] = items;
  if (items.length !== 1 || item?.type !== 'record') throw new Error('expected one record');
  return item.element;
}

test('mixed content keeps its order, its blanks and its stretches, across comments and CDATA', () => {
  const title = record(
    '<title>Abscess <!-- c -->of<nemod>(acute)</nemod>\r\n <![CDATA[<b> ]]>&amp; x <i> </i> </title>',
  );
  expect(title.children.map((child) => (typeof child === 'string' ? child : child.name))).toEqual([
    'Abscess of',
    'nemod',
    '\n <b> & x ',
    'i',
  ]);
});

test('a no-break space is kept, text of blanks is not', () => {
  expect(record('<a>\u00a0<b> \t\r\n </b></a>').children[0]).toBe('\u00a0');
});

test('positions hold across chunks, line ends of both kinds, and letters beyond ASCII', () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => `  <diag n="${index}"\r\n>é𝄞</diag>\n`);
  const items = [...xmlElements(`<r>\r\n${rows.join('')}</r>`, 'f.xml', isDiag)];
  const records = items.flatMap((item) => (item.type === 'record' ? [item.element] : []));
  const found = records.map(({ line, column, attributes }) => `${attributes['n']} ${line}:${column}`);
  expect(found).toEqual(rows.map((_, index) => `${index} ${2 + 2 * index}:3`));
  expect(new Set(records.map(textOf))).toEqual(new Set(['é𝄞']));
});

test.each([
  ['a wrong end tag', '<a>\n<b></c></a>', 2, 'unexpected close tag'],
  ['an end too many', '<a></a></a>', 1, ''],
  ['a text cut off in a tag', '<a>\n<b attr="x', 2, 'the end of the file'],
  ['a text cut off in an element', '<a>\n<diag>text', 2, 'the end of the file'],
  ['an empty text', '', 1, 'document must contain a root element'],
  ['an unknown entity', '<a>\n\n&nbsp;</a>', 3, 'undefined entity'],
  ['a bare ampersand', '<a>Q & A</a>', 1, ''],
  ['an attribute twice', '<a b="1" b="2"/>', 1, 'duplicate attribute'],
  ['text behind the root', '<a/>\nx', 2, 'text data outside of root node'],
  ['two roots', '<a/>\n<b/>', 2, 'only one root'],
  ['a control character', '<a>\u0001</a>', 1, 'disallowed character'],
])('%s is refused with line and column', (_, xml, line, words) => {
  const error = refusal(xml);
  expect(error).toMatchObject({ file: 'f.xml', line, column: expect.any(Number) });
  expect(error.message).toContain(words);
});

test('a DOCTYPE is refused even where the guard was passed by', () => {
  expect(refusal('<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toMatchObject({
    line: 2,
  });
});

test('depth, elements and text are capped in the stream too', () => {
  expect(refusal('<a>'.repeat(10_000)).found).toBe('elements 65 deep');
  expect(refusal(`<a>${'<b/>'.repeat(20)}</a>`, { xmlElements: 20 }).found).toBe('more than 20 elements');
  expect(refusal(`<a>${'x'.repeat(200)}</a>`, { xmlTextBytes: 100 }).found).toBe('a longer text');
  expect(refusal(`<a>${'x'.repeat(2_000_000)}`).found).toContain('bytes without a tag');
});

test('the tabular list of 2023 has 45,869 diags, in records that are never all held', ({ skip }) => {
  const path = publishedData('icd-10-cm/2023/icd10cm_tabular_2023.xml');
  if (path === null) return skip(withoutPublishedData);
  let diags = 0;
  let records = 0;
  for (const item of xmlElements(decodeXml(readFileSync(path), 'tabular'), 'tabular', isDiag)) {
    if (item.type !== 'record') continue;
    records += 1;
    diags += countDiags(item.element);
  }
  expect({ records, diags }).toEqual({ records: 1_914, diags: 45_869 });
});

function countDiags(element: XmlElement): number {
  const own = element.name === 'diag' ? 1 : 0;
  return element.children.reduce(
    (sum, child) => sum + (typeof child === 'string' ? 0 : countDiags(child)),
    own,
  );
}
