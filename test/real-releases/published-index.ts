// An index read a second way, to hold index diffs against: a scan over the text of the XML, and every line by its whole path.
import { editionFiles } from './icd-10-cm-editions.ts';

/** A line of a published index. */
export interface PublishedLine {
  /** The terms above and its own, without modifiers, blanks and case. */
  readonly path: string;
  /** The whole title, as published but for line ends. */
  readonly title: string;
  /** Where it leads: element, column and text of each. */
  readonly leads: readonly string[];
}

/** The form in which paths are compared here: no blanks at all, no case. */
export function pathForm(terms: readonly string[]): string {
  return terms.map((term) => term.toLowerCase().replace(/\s+/g, '')).join(' > ');
}

/** One line as one text. */
export function textOfLine({ path, title, leads }: PublishedLine): string {
  return [path, title, ...leads].join(' | ');
}

/** The lines of an edition's index, in the order of the file. */
export async function publishedLines(version: string, role: string): Promise<PublishedLine[]> {
  const found = (await editionFiles(version)).find((file) => file.role === role);
  if (!found) throw new Error(`${version} has no ${role}`);
  return linesIn((await found.file.read()).toString('utf8'));
}

interface OpenLine {
  own: string;
  title: string;
  leads: string[];
  path: string[];
}

const leadElements = new Set(['code', 'manif', 'see', 'seeAlso', 'seecat', 'subcat', 'cell']);

function linesIn(xml: string): PublishedLine[] {
  const lines: OpenLine[] = [];
  const open: OpenLine[] = [];
  const inside: string[] = [];
  for (const [, close, name = '', attributes = '', text] of xml.matchAll(
    /<(\/?)([\w.]+)((?:\s[^>]*)?)>|([^<]+)/g,
  )) {
    const line = open.at(-1);
    if (text !== undefined) addText(line, inside, decoded(text));
    else if (close) {
      inside.pop();
      if (isLine(name)) open.pop();
    } else {
      if (isLine(name)) {
        const made = { own: '', title: '', leads: [], path: [] };
        lines.push(made);
        open.push(made);
      } else if (leadElements.has(name)) {
        line?.leads.push(`${name}${/col="(\d)"/.exec(attributes)?.[1] ?? ''} `);
      }
      inside.push(name);
      if (isLine(name)) (lines.at(-1) as OpenLine).path = open.map(() => '');
    }
  }
  return lines.map((line) => line as never);
}

function isLine(name: string): boolean {
  return name === 'mainTerm' || name === 'term';
}

function addText(line: OpenLine | undefined, inside: readonly string[], text: string): void {
  if (!line) return;
}

function decoded(text: string): string {
  return text;
}
