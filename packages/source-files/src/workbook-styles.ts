// Which of a workbook's cell styles show a number as a date.
import { childElements, type XmlElement } from './xml-element.ts';
import { localName } from './xml-name.ts';

// Formats that need no definition: those with a day or a year, of Excel everywhere and of its East Asian editions.
const dateFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** For each style, in the order in which cells count them, whether it shows a date. */
export function dateStyles(styles: XmlElement): readonly boolean[] {
  const dates = new Map([...dateFormats].map((id) => [String(id), true]));
  for (const { attributes } of children(styles, 'numFmts', 'numFmt')) {
    dates.set(attributes['numFmtId'] ?? '', showsDate(attributes['formatCode'] ?? ''));
  }
  return children(styles, 'cellXfs', 'xf').map(
    ({ attributes }) => dates.get(attributes['numFmtId'] ?? '') ?? false,
  );
}

/** Whether a format such as `mm/dd/yy;@` has a day or a year; what is quoted, escaped or in brackets is not part of it. */
export function showsDate(format: string): boolean {
  const [positive = ''] = format.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '').split(';');
  return /[dy]/i.test(positive);
}

function children(root: XmlElement, list: string, name: string): XmlElement[] {
  return childElements(root)
    .filter((element) => localName(element.name) === list)
    .flatMap((element) => childElements(element))
    .filter((element) => localName(element.name) === name);
}
