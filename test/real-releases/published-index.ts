// An index read a second way, to hold index diffs against: a scan over the text of the XML, every line by its whole path.
import { editionFiles } from './icd-10-cm-editions.ts';

/** A line of a published index. */
export interface PublishedLine {
  /** The terms from the main term down to its own, as `pathForm` writes them. */
  readonly path: string;
  /** The whole title. */
  readonly title: string;
  /** Where it leads, as `leadForm` writes it. */
  readonly leads: readonly string[];
}

/** Forms by term: the same terms come again and again. */
const forms = new Map<string, string>();

const letter = /(?<=\d)[\s\-–.,]+(?=\d)|[^\s\-–—,.;:'"()[\]{}’‘“”]+/gu;

/** Terms without case, blanks and punctuation, but for what stands between two digits. */
export function pathForm(terms: readonly string[]): string {
  return terms.map(formOf).join(' > ');
}

function formOf(term: string): string {
  const held = forms.get(term);
  if (held !== undefined) return held;
  const letters = term.toLowerCase().match(letter) ?? [];
  const form = letters.map((text) => text.trim()).join('') || term;
  forms.set(term, form);
  return form;
}

/** A lead by its kind, the column of a cell, and its text. */
export function leadForm(kind: string, column: number | string | null, text: string): string {
  return [kind, column, text].filter((part) => part !== null).join(' ');
}

/** The files of editions, which are listed once. */
const files = new Map<string, ReturnType<typeof editionFiles>>();

/** The lines of an index of an edition, in the order of the file. */
export async function publishedLines(version: string, role: string): Promise<PublishedLine[]> {
  const listing = files.get(version) ?? editionFiles(version);
  files.set(version, listing);
  const found = (await listing).find((file) => file.role === role);
  if (!found) throw new Error(`${version} has no ${role}`);
  return scan((await found.file.read()).toString('utf8')).map((line) => ({
    path: pathForm(linesTo(line).map(({ own, title }) => (own.trim() === '' ? title : own))),
    title: folded(line.title),
    leads: line.leads.map(({ kind, column, text }) => leadForm(kind, column, folded(text))),
  }));
}

/** A `mainTerm` or `term` as far as it was scanned. */
interface ScannedLine {
  readonly above: ScannedLine | null;
  /** The title without its modifiers. */
  own: string;
  title: string;
  readonly leads: { readonly kind: string; readonly column: string | null; text: string }[];
}

const leadElements: Readonly<Record<string, string>> = {
  code: 'code',
  manif: 'manifestation',
  cell: 'cell',
  see: 'see',
  seeAlso: 'seeAlso',
  seecat: 'seeCategory',
  subcat: 'seeSubcategory',
};

const token = /<(\/?)([\w.]+)([^>]*)>|([^<]+)/g;

function scan(xml: string): ScannedLine[] {
  const lines: ScannedLine[] = [];
  const inside: string[] = [];
  let line = null as ScannedLine | null;
  for (const [, close, name = '', attributes = '', text] of xml.matchAll(token)) {
    const isLine: boolean = name === 'mainTerm' || name === 'term';
    if (text !== undefined) {
      if (line) addText(line, inside.at(-1) ?? '', decoded(text));
    } else if (close) {
      inside.pop();
      if (isLine) line = line?.above ?? null;
    } else {
      inside.push(name);
      if (isLine) {
        line = { above: line, own: '', title: '', leads: [] };
        lines.push(line);
      }
      const kind = leadElements[name];
      const column = /col="(\d+)"/.exec(attributes)?.[1] ?? null;
      if (kind) line?.leads.push({ kind, column, text: '' });
    }
  }
  return lines;
}

function addText(line: ScannedLine, element: string, text: string): void {
  const lead = line.leads.at(-1);
  if (element === 'title') line.own += text;
  if (element === 'title' || element === 'nemod') line.title += text;
  else if (leadElements[element] && lead) lead.text += text;
}

function linesTo(line: ScannedLine): ScannedLine[] {
  return line.above ? [...linesTo(line.above), line] : [line];
}

/** Line ends and tabs as one blank, as every text of the publisher is kept. */
function folded(text: string): string {
  return text.replace(/ *[\t\r\n][ \t\r\n]*/g, ' ').trim();
}

function decoded(text: string): string {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(\w+);/g, (whole, name: string) => signs[name] ?? whole);
}
