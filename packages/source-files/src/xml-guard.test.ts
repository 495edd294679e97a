// XML files that are refused before a parser sees them.
import { expect, test } from 'vitest';
import { caught } from './caught.ts';
import { checkXmlBytes, decodeXml } from './xml-guard.ts';

const refusal = (xml: string | Buffer, limits = {}) =>
  caught(() => checkXmlBytes(Buffer.from(xml), 'f.xml', limits));

test('plain files pass, with a byte order mark, comments, CDATA and quoted signs too', () => {
  const xml =
    '<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- <a> --><a b=\'>\' c="/>"><b/><![CDATA[<x>]]>é</a>\n';
  expect(decodeXml(Buffer.from(xml), 'f.xml')).toBe(xml);
  expect(decodeXml(Buffer.from(`\ufeff${xml}`), 'f.xml')).toBe(xml);
  expect(decodeXml(Buffer.from('<a/>'), 'f.xml')).toBe('<a/>');
  expect(decodeXml(Buffer.from('<?xml version="1.0" encoding="us-ascii"?><a/>'), 'f.xml')).toContain('<a/>');
});

test('billion laughs and external entities are refused at the DOCTYPE, in microseconds of work', () => {
  const laughs = '<?xml version="1.0"?>\n<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<l>&b;</l>';
  expect(refusal(laughs)).toMatchObject({ line: 2, column: 1, offset: 22, found: 'a DOCTYPE declaration' });
  const external = '<!DOCTYPE l SYSTEM "file:///etc/passwd"><l/>';
  expect(refusal(external)).toMatchObject({ line: 1, offset: 0, found: 'a DOCTYPE declaration' });
  expect(refusal('<a>\n <!ENTITY x "y"></a>')).toMatchObject({
    line: 2,
    column: 2,
    found: 'a ENTITY declaration',
  });
  expect(refusal('<a><!doctype a></a>').found).toBe('a doctype declaration');
});

test.each([
  ['utf-16', '<?xml version="1.0" encoding="utf-16"?><a/>', 'the declared encoding "utf-16"'],
  ['latin 1', "<?xml version='1.0' encoding='ISO-8859-1'?><a/>", 'the declared encoding "iso-8859-1"'],
  ['XML 1.1', '<?xml version="1.1"?><a/>', 'XML version "1.1"'],
  [
    'an encoding behind a mark',
    '\ufeff<?xml version="1.0" encoding="cp1252"?><a/>',
    'the declared encoding "cp1252"',
  ],
])('a file that declares %s is refused', (_, xml, found) => {
  expect(refusal(xml)).toMatchObject({ found, line: 1 });
});

test('a file that is not in the encoding it declares is refused at the first byte', () => {
  const latin = Buffer.from('<?xml version="1.0" encoding="utf-8"?>\n<a>Ménière</a>', 'latin1');
  expect(refusal(latin)).toMatchObject({ line: 2, column: 5, found: 'the bytes 0xE96E69E8' });
  const ascii = '<?xml version="1.0" encoding="us-ascii"?><a>é</a>';
  expect(refusal(ascii)).toMatchObject({ column: 45, expected: 'ASCII, as the file declares' });
  expect(refusal(Buffer.from('\ufeff<a/>', 'utf16le')).found).toBe('text in UTF-16');
  expect(refusal(Buffer.from('<?xml version="1.0"?><a/>', 'utf16le')).found).toBe('text in UTF-16');
  expect(refusal('<a>\u0000</a>')).toMatchObject({ found: 'a NUL byte', offset: 3 });
});

test('10,000 elements inside one another are refused at the 65th', () => {
  const deep = '<a>'.repeat(10_000) + '</a>'.repeat(10_000);
  expect(refusal(deep)).toMatchObject({ offset: 64 * 3, found: 'an element inside 64 others' });
  expect(refusal('<a>'.repeat(2_000_000)).offset).toBe(64 * 3);
  const allowed = '<a>'.repeat(64) + '</a>'.repeat(64);
  expect(decodeXml(Buffer.from(allowed), 'f.xml')).toBe(allowed);
});

test('long texts, tags and comments are refused, and what never ends', () => {
  const long = 'x'.repeat(101);
  const limits = { xmlTextBytes: 100 };
  expect(refusal(`<a>${long}</a>`, limits)).toMatchObject({
    offset: 3,
    found: 'a text of more than 100 bytes',
  });
  expect(refusal(`<a b="${long}"/>`, limits).found).toBe('a tag of more than 100 bytes');
  expect(refusal(`<a><!--${long}--></a>`, limits)).toMatchObject({ offset: 3 });
  expect(refusal(`<a><![CDATA[${long}`, limits)).toMatchObject({ offset: 3 });
  expect(refusal(`<a>${long}`, limits)).toMatchObject({ offset: 3 });
});

test('too many elements and a second root are refused', () => {
  expect(refusal(`<a>${'<b/>'.repeat(10)}</a>`, { xmlElements: 10 }).found).toBe('more than 10 elements');
  expect(refusal('<a/>\n<b/>')).toMatchObject({ line: 2, found: 'a second root element' });
});
