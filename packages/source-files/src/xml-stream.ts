// A large XML file → complete elements of the kinds asked for, and the tags and texts between them.
import type { SaxesTagPlain } from 'saxes';
import type { SourceLimits } from './source-limits.ts';
import { positionsIn, type TextPosition } from './text-position.ts';
import { isBlank, type XmlElement } from './xml-element.ts';
import { xmlEvents } from './xml-events.ts';

/** Names from the root down to an element, itself included. */
export type XmlPath = readonly string[];

/** What comes out of the stream, in document order. */
export type XmlStreamItem =
  /** A complete element that `recordPath` asked for, with all that is in it. */
  | { readonly type: 'record'; readonly element: XmlElement; readonly path: XmlPath }
  /** The start of any other element: its attributes are there, its children are still to come as items of their own. */
  | { readonly type: 'open'; readonly element: XmlElement; readonly path: XmlPath }
  /** Text directly inside the element at `path`, outside records; `line` is where it begins. */
  | { readonly type: 'text'; readonly text: string; readonly line: number; readonly path: XmlPath }
  /** The end of an element that was opened. */
  | { readonly type: 'close'; readonly name: string; readonly path: XmlPath };

const noAttributes: Readonly<Record<string, string>> = Object.freeze({});

/**
 * Reads an XML text as a stream, never more than one record held. `recordPath` is asked for each element outside a
 * record, with a path that is only good during the call. Text of blanks alone is dropped. Throws SourceFileError with
 * line and column for malformed or cut-off XML, a DOCTYPE, and what passes the caps.
 */
export function* xmlElements(
  text: string,
  file: string,
  recordPath: (path: XmlPath) => boolean,
  limits?: Partial<SourceLimits>,
): Generator<XmlStreamItem> {
  const items: XmlStreamItem[] = [];
  const events = xmlEvents(text, file, elementBuilder(text, recordPath, items), limits);
  for (const _ of events) {
    yield* items;
    items.length = 0;
  }
}

/** Handlers that put finished items into `items`. */
function elementBuilder(text: string, recordPath: (path: XmlPath) => boolean, items: XmlStreamItem[]) {
  const path: string[] = [];
  const inRecord: XmlElement[] = [];
  const positionOf = positionsIn(text);
  return {
    open(tag: SaxesTagPlain, offset: number) {
      path.push(tag.name);
      const element = startElement(tag, positionOf(offset));
      const parent = inRecord.at(-1);
      parent?.children.push(element);
      if (parent !== undefined || recordPath(path)) inRecord.push(element);
      else items.push({ type: 'open', element, path: [...path] });
    },
    text(found: string, offset: number) {
      if (isBlank(found)) return;
      const parent = inRecord.at(-1);
      if (parent !== undefined) parent.children.push(found);
      else items.push({ type: 'text', text: found, line: positionOf(offset).line, path: [...path] });
    },
    close(name: string) {
      const element = inRecord.pop();
      if (element === undefined) items.push({ type: 'close', name, path: [...path] });
      else if (inRecord.length === 0) items.push({ type: 'record', element, path: [...path] });
      path.pop();
    },
    aside() {},
  };
}

function startElement(tag: SaxesTagPlain, { line, column }: TextPosition): XmlElement {
  return { name: tag.name, attributes: attributesOf(tag), children: [], line, column };
}

function attributesOf({ attributes }: SaxesTagPlain): Readonly<Record<string, string>> {
  for (const _ in attributes) return attributes;
  return noAttributes;
}
