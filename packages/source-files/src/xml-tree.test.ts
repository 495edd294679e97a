// xml2js against saxes: two parsers, one tree; and what the tree reader refuses.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { caughtLater } from './caught.ts';
import { drawing } from './drawing.ts';
import { publishedData, withoutPublishedData } from './published-data.ts';
import { SourceFileError } from './source-file-error.ts';
import type { XmlElement } from './xml-element.ts';
import { decodeXml } from './xml-guard.ts';
import { xmlElements } from './xml-stream.ts';
import { readXmlTree } from './xml-tree.ts';

function streamed(bytes: Buffer): XmlElement | undefined {
  const [item] = xmlElements(decodeXml(bytes, 'f.xml'), 'f.xml', () => true);
  return item?.type === 'record' ? item.element : undefined;
}

test.each([
  ['mixed content', '<t>Abscess <!-- c -->of<n>(a)</n>\r\n <![CDATA[<b> ]]>&amp; x <i> </i> </t>'],
  [
    'names that xml2js uses itself',
    '<_><__text__>a</__text__><cdata>b</cdata><constructor _="1"/><_/>\\n</_>',
  ],
  ['names of the language', '<__proto__><toString>a</toString><length/><toString/></__proto__>'],
  ['no-break spaces and written line ends', '<a>\u00a0<b>\\n</b>\u00a0</a>'],
  ['line ends in texts and values', '<a\r\n b="x\r\ny\tz">\r\n x\r\n\r\n<b>\r</b></a>'],
  ['blanks in CDATA', '<a><![CDATA[ ]]><b><![CDATA[]]></b></a>'],
  ['an instruction and a mark', '\ufeff<?xml version="1.0"?><?pi x?><a>1<?pi y?>2</a>'],
  ['character references', '<a b="&#65;&quot;">&#xe9;&lt;</a>'],
  ['lone CRs', '<a>\r<b>x\ry</b>\r\n<c/></a>'],
  ['an empty root', '<a/>'],
])('both give the same tree for %s', async (_, xml) => {
  const tree = await readXmlTree(Buffer.from(xml), 'f.xml');
  expect(tree).toEqual(streamed(Buffer.from(xml)));
});

test.for([
  'icd-10-cm/2025/icd-10-cm-neoplasm-2025.xml',
  'icd-10-cm/2025/icd-10-cm-drug-2025.xml',
  'icd-10-cm/2025/icd-10-cm-eindex-2025.xml',
  'icd-10-cm/2019/icd10cm_eindex_2019.xml',
])('both give the same tree for the published %s', async (file, { skip }) => {
  const path = publishedData(file);
  if (path === null) return skip(withoutPublishedData);
  const bytes = readFileSync(path);
  const tree = await readXmlTree(bytes, file);
  // Compared as text: comparing two large trees node by node takes the test runner many seconds.
  expect(JSON.stringify(tree) === JSON.stringify(streamed(bytes))).toBe(true);
  expect(tree.name).toBe('ICD10CM.index');
});

test.each([
  ['a wrong end tag', '<a>\n<b></c></a>', 2],
  ['a file cut off', '<a>\n<b>text', 2],
  ['text behind the root', '<a/>\nx', 2],
  ['a second root', '<a/>\n<b/>', 2],
  ['an attribute twice', '<a>\n\n<b c="1" c="2"/></a>', 3],
  ['an entity of HTML', '<a>\n&nbsp;</a>', 2],
  ['an entity by a name of the language', '<a>\n&constructor;</a>', 2],
  ['a control character', '<a>\n\u0001</a>', 2],
  ['a DOCTYPE', '<a/>\n<!DOCTYPE a>', 2],
  ['no element', '  \n ', 2],
])('%s is refused with its line', async (_, xml, line) => {
  const error = await caughtLater(readXmlTree(Buffer.from(xml), 'f.xml'));
  expect(error).toMatchObject({ file: 'f.xml', line });
});

test('10,000 elements inside one another never reach xml2js', async () => {
  const error = await caughtLater(readXmlTree(Buffer.from('<a>'.repeat(10_000)), 'f.xml'));
  expect(error.found).toBe('an element inside 64 others');
});

test('whatever happens to a file, both refuse it or give the same tree', async () => {
  const sound = Buffer.from(
    '<?xml version="1.0" encoding="utf-8"?>\r\n<i>\r\n <l a="1"><t>A <n>(x &amp; y)</n> é</t><!-- c --><![CDATA[z]]></l>\r\n</i>',
  );
  const marks = Buffer.from('<>/&;"=! -abc]\r\n\t\u0000\u0001é');
  const draw = drawing(7);
  let alike = 0;
  for (let round = 0; round < 2_000; round += 1) {
    const bytes = Buffer.from(sound.subarray(0, draw(5) === 0 ? draw(sound.length) : sound.length));
    if (bytes.length > 0) bytes[draw(bytes.length)] = marks[draw(marks.length)] ?? 0;
    const tree = await readXmlTree(bytes, 'f.xml').catch(orRefused);
    const stream = await Promise.resolve(bytes).then(streamed).catch(orRefused);
    expect(tree, bytes.toString()).toEqual(stream);
    if (tree !== 'refused') alike += 1;
  }
  expect(alike).toBeGreaterThan(100);
});

function orRefused(error: unknown): 'refused' {
  if (error instanceof SourceFileError) return 'refused';
  throw error;
}
