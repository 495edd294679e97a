// A small XML file → one tree, read by xml2js: its tables, and the second opinion on what the stream gives.
import { Parser } from 'xml2js';
import type { SourceLimits } from './source-limits.ts';
import { positionsIn, type TextPosition } from './text-position.ts';
import { isBlank, type XmlElement } from './xml-element.ts';
import { excerpt, type XmlHandlers, xmlEvents, xmlFault } from './xml-events.ts';
import { decodeXml } from './xml-guard.ts';

/** xml2js's node as it is with the options below; its types say `any`. */
interface Xml2jsNode {
  readonly '#name': string;
  readonly '#text'?: string;
  readonly '#attributes'?: Readonly<Record<string, string>>;
  readonly '#children'?: readonly Xml2jsNode[];
}

/** The sax parser that xml2js drives, as far as it is used here. */
interface SaxParser {
  startTagPosition: number;
  position: number;
  onopentag: (node: object) => void;
  onerror: (error: Error) => void;
}

// xml2js keeps element names, '_', '$' and '__text__' in one object: a mark that no name can have keeps them apart.
const elementMark = '<';
const textNode = '__text__';

const options = {
  attrkey: '#attributes',
  charkey: '#text',
  childkey: '#children',
  explicitRoot: false,
  explicitChildren: true,
  preserveChildrenOrder: true,
  charsAsChildren: true,
  // xml2js drops no-break spaces and a written \n otherwise: the rule for blanks is applied below.
  includeWhiteChars: true,
  tagNameProcessors: [(name: string) => elementMark + name],
};

/**
 * The whole file as one tree, the same as xmlElements would give for its root. Before xml2js sees it the guard has run,
 * and saxes has found it well-formed: sax lets pass control characters, attributes given twice and the entities of HTML.
 * Throws SourceFileError as checkXmlBytes and xmlElements do.
 */
export async function readXmlTree(
  bytes: Buffer,
  file: string,
  limits?: Partial<SourceLimits>,
): Promise<XmlElement> {
  const text = decodeXml(bytes, file, limits).replaceAll('\r\n', '\n');
  for (const _ of xmlEvents(text, file, ignoring, limits));
  // XML asks for LF whatever the file has; sax leaves that to its caller.
  const { root, starts } = await parse(text.replaceAll('\r', '\n'), file);
  const positionOf = positionsIn(text);
  let next = 0;
  return toElement(root, () => positionOf(starts[next++] ?? 0));
}

const ignoring: XmlHandlers = { open() {}, text() {}, close() {}, aside() {} };

/** The tree as xml2js has it, and where each start tag begins, in document order. */
async function parse(text: string, file: string): Promise<{ root: Xml2jsNode; starts: readonly number[] }> {
  const parser = new Parser(options);
  const { saxParser } = parser as unknown as { saxParser: SaxParser };
  const starts: number[] = [];
  let fault: Error | null = null;
  const build = saxParser.onopentag;
  saxParser.onopentag = (node) => {
    starts.push(saxParser.startTagPosition - 1);
    build(node);
  };
  saxParser.onerror = (error) => {
    const reason = error.message.split('\n', 1)[0];
    fault = xmlFault(
      text,
      file,
      saxParser.position,
      excerpt(text, saxParser.position),
      `well-formed XML (${reason})`,
      error,
    );
    throw fault;
  };
  const root: Xml2jsNode | null = await parser.parseStringPromise(text);
  // xml2js answers at the end of the root and forgets what is wrong after it.
  if (fault !== null) throw fault;
  if (root === null) throw xmlFault(text, file, 0, 'no element', 'well-formed XML');
  return { root, starts };
}

function toElement(node: Xml2jsNode, nextPosition: () => TextPosition): XmlElement {
  const position = nextPosition();
  const children: (XmlElement | string)[] = [];
  let pending = '';
  const flush = () => {
    if (!isBlank(pending)) children.push(pending);
    pending = '';
  };
  for (const child of node['#children'] ?? []) {
    if (child['#name'] === textNode) pending += child['#text'] ?? '';
    else {
      flush();
      children.push(toElement(child, nextPosition));
    }
  }
  flush();
  const name = node['#name'].slice(elementMark.length);
  return { name, attributes: attributesOf(node), children, ...position };
}

/** XML asks for blanks in place of line ends and tabs in a value; sax leaves that to its caller. */
function attributesOf(node: Xml2jsNode): Readonly<Record<string, string>> {
  const entries = Object.entries(node['#attributes'] ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [name, value.replace(/[\t\n]/g, ' ')]));
}
