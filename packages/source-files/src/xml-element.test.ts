// What is asked of an element.
import { expect, test } from 'vitest';
import { childElements, isBlank, ownText, textOf, type XmlElement } from './xml-element.ts';

const element = (name: string, children: (XmlElement | string)[]): XmlElement => ({
  name,
  attributes: {},
  children,
  line: 1,
  column: 1,
});

const title = element('title', ['Abscess ', element('nemod', ['(acute)']), ' of', element('b', ['x'])]);

test('text of an element is that of all inside, its own text is not', () => {
  expect(textOf(title)).toBe('Abscess (acute) ofx');
  expect(ownText(title)).toBe('Abscess  of');
  expect(textOf(element('empty', []))).toBe('');
});

test('child elements come in order, all or by name', () => {
  expect(childElements(title).map(({ name }) => name)).toEqual(['nemod', 'b']);
  expect(childElements(title, 'b')).toHaveLength(1);
  expect(childElements(title, 'c')).toEqual([]);
});

test('a no-break space is text', () => {
  expect(isBlank(' \t\r\n')).toBe(true);
  expect(isBlank('\u00a0')).toBe(false);
});
