// An XML element and what is in it, in document order.

/** An element. Text of blanks alone is not kept, all other text is, as it stands; line ends are LF. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and texts as they follow one another; no two texts stand side by side. */
  readonly children: (XmlElement | string)[];
  /** Where its start tag begins, both from 1; the column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
}

/** The elements directly inside, all or those of one name, in document order. */
export function childElements(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** All the text inside, that of inner elements too, in document order and as it stands. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The text directly inside, without that of inner elements. */
export function ownText(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('');
}

/** Whether a text has nothing but XML white space; a no-break space is not. */
export function isBlank(text: string): boolean {
  return !/[^ \t\r\n]/.test(text);
}
