// Drives saxes over a text in chunks: events with positions, caps and errors of ours.
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { quoted, SourceFileError } from './source-file-error.ts';
import { type SourceLimits, sourceLimits } from './source-limits.ts';
import { positionsIn } from './text-position.ts';

// What saxes is given at a time, in UTF-16 units.
const chunkLength = 64 * 1024;

/** What is done with the events; offsets are UTF-16 units from the start of the text, never smaller than the one before. */
export interface XmlHandlers {
  /** A start tag that begins at `offset`; an empty-element tag opens and closes. */
  open(tag: SaxesTagPlain, offset: number): void;
  /** All the text up to the next tag, CDATA included and comments left out; it begins at `offset`. */
  text(text: string, offset: number): void;
  close(name: string): void;
  /** A comment or a processing instruction, which carry no data. */
  aside(kind: '#comment' | '#instruction'): void;
}

/**
 * Calls the handlers while it is drawn on, yielding after each chunk. Throws SourceFileError with line and column where
 * the XML is malformed or cut off, has a DOCTYPE, or passes the caps on depth, elements and text.
 */
export function* xmlEvents(
  text: string,
  file: string,
  handlers: XmlHandlers,
  limits?: Partial<SourceLimits>,
): Generator<undefined, void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const checkProgress = connect(parser, text, file, handlers, sourceLimits(limits));
  for (let at = 0; at < text.length; at += chunkLength) {
    parser.write(text.slice(at, at + chunkLength));
    checkProgress();
    yield;
  }
  parser.close();
  yield;
}

/** Leads the parser's events to the handlers; gives a check that is to be called after each chunk. */
function connect(
  parser: SaxesParser<{ position: false; xmlns: false }>,
  text: string,
  file: string,
  handlers: XmlHandlers,
  caps: SourceLimits,
): () => void {
  let lastTagEnd = 0;
  let pending = '';
  let depth = 0;
  let elements = 0;

  const refuse = (found: string, expected: string, cause?: unknown): never => {
    throw xmlFault(text, file, parser.position, found, expected, cause);
  };
  const collect = (piece: string) => {
    if (depth > 0) pending += piece;
  };
  const flush = () => {
    if (pending === '') return;
    if (pending.length > caps.xmlTextBytes) refuse('a longer text', `at most ${caps.xmlTextBytes} bytes`);
    handlers.text(pending, lastTagEnd);
    pending = '';
  };

  // Seven handlers at most: an eighth turns saxes's object into a dictionary, four times slower (saxes 6.0.0, Node 20).
  parser.on('error', (error) =>
    refuse(excerpt(text, parser.position), `well-formed XML (${error.message})`, error),
  );
  parser.on('text', collect);
  parser.on('cdata', collect);
  parser.on('comment', () => handlers.aside('#comment'));
  parser.on('processinginstruction', () => handlers.aside('#instruction'));
  parser.on('opentag', (tag) => {
    flush();
    // saxes stands just behind the tag, and no attribute can hold a `<`.
    const start = text.lastIndexOf('<', parser.position - 1);
    if (elements === 0) refuseDoctype(text, file, start);
    depth += 1;
    elements += 1;
    if (depth > caps.xmlDepth)
      refuse(`elements ${depth} deep`, `at most ${caps.xmlDepth} inside one another`);
    if (elements > caps.xmlElements) refuse(`more than ${caps.xmlElements} elements`, 'fewer');
    handlers.open(tag, start);
    lastTagEnd = parser.position;
  });
  parser.on('closetag', ({ name }) => {
    flush();
    depth -= 1;
    handlers.close(name);
    lastTagEnd = parser.position;
  });

  return () => {
    const allowed = caps.xmlTextBytes;
    if (parser.position - lastTagEnd <= allowed + chunkLength) return;
    refuse(`more than ${allowed} bytes without a tag`, `at most ${allowed}`);
  };
}

function refuseDoctype(text: string, file: string, rootStart: number): void {
  const at = text.lastIndexOf('<!DOCTYPE', rootStart);
  if (at === -1) return;
  throw xmlFault(text, file, at + 1, 'a DOCTYPE declaration', 'XML without a document type');
}

/** The fault at an offset of an XML text. */
export function xmlFault(
  text: string,
  file: string,
  position: number,
  found: string,
  expected: string,
  cause?: unknown,
): SourceFileError {
  const offset = Math.max(0, Math.min(position, text.length) - 1);
  const advice = 'The file is damaged or hostile; take it as the publisher released it.';
  return new SourceFileError({ file, ...positionsIn(text)(offset), found, expected, advice, cause });
}

/** What stands just before a position, or that the text ends there. */
export function excerpt(text: string, position: number): string {
  const before = quoted(text.slice(Math.max(0, position - 30), position).trimStart());
  return position >= text.length ? `the end of the file after ${before}` : before;
}
