// What a workbook says of itself: its sheets in order, and the parts in which things are.
import { quoted } from './source-file-error.ts';
import { refusingAt } from './workbook-fault.ts';
import { type WorkbookPackage, workbookPart } from './workbook-package.ts';
import { workbookText } from './workbook-text.ts';
import { childElements, type XmlElement } from './xml-element.ts';
import { localName } from './xml-name.ts';

const relationshipsPart = 'xl/_rels/workbook.xml.rels';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The part that holds it, as the zip writes its name. */
  readonly part: string;
}

/** The workbook's own part, read. */
export interface WorkbookContents {
  /** In the workbook's order. */
  readonly sheets: readonly ListedSheet[];
  /** Whether days are counted from 1904, not from 1900. */
  readonly from1904: boolean;
  /** The part of the shared strings and that of the styles; null where the workbook has none. */
  readonly stringsPart: string | null;
  readonly stylesPart: string | null;
}

/** Reads it; throws SourceFileError for sheets without name or part, or two with the same, and for no sheet at all. */
export async function readContents(pack: WorkbookPackage): Promise<WorkbookContents> {
  const root = await pack.tree(workbookPart);
  const related = relationshipsOf(await pack.tree(relationshipsPart));
  const partOf = ({ target }: Relationship) => {
    const part = pack.find(partName(target));
    return part ?? refusingAt(() => pack.name)(`no part ${partName(target)}`, 'every part that it names');
  };
  const sheets = within(root, 'sheets', 'sheet').map((element) => {
    const { name: stored = '', state = 'visible' } = element.attributes;
    const refuse = refusingAt(() => `${pack.name}!${stored}`);
    const name = workbookText(stored, pack.limits.cellLength, refuse);
    const relationship = related.find(({ id }) => id === relationshipId(element));
    if (relationship === undefined) return refuse('a sheet without a part', 'a part for each sheet');
    return { name, hidden: state !== 'visible', part: partOf(relationship) };
  });
  checkSheets(sheets, pack.name);
  const named = (type: string) => related.find((one) => one.type.endsWith(`/${type}`));
  const strings = named('sharedStrings');
  const styles = named('styles');
  return {
    sheets,
    from1904: ['1', 'true'].includes(within(root, 'workbookPr')[0]?.attributes['date1904'] ?? ''),
    stringsPart: strings === undefined ? null : partOf(strings),
    stylesPart: styles === undefined ? null : partOf(styles),
  };
}

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relationshipsOf(root: XmlElement): Relationship[] {
  return within(root, 'Relationship').map(({ attributes }) => ({
    id: attributes['Id'] ?? '',
    type: attributes['Type'] ?? '',
    target: attributes['Target'] ?? '',
  }));
}

/** A part's name from a relationship's target: from the root, or from the folder of the workbook's part. */
function partName(target: string): string {
  const names: string[] = target.startsWith('/') ? [] : ['xl'];
  for (const name of target.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}

/** The id that leads to a sheet's part: its prefix is whatever the workbook calls that namespace. */
function relationshipId({ attributes }: XmlElement): string | undefined {
  return Object.entries(attributes).find(([name]) => name.includes(':') && localName(name) === 'id')?.[1];
}

/** Two sheets with one part would let a small workbook be read a thousand times. */
function checkSheets(sheets: readonly ListedSheet[], file: string): void {
  const refuse = refusingAt(() => file);
  if (sheets.length === 0) refuse('a workbook without sheets', 'at least one');
  const names = new Set<string>();
  const parts = new Set<string>();
  for (const { name, part } of sheets) {
    if (name === '') refuse('a sheet without a name', 'a name for each sheet');
    if (names.has(name.toLowerCase()))
      refuse(`two sheets named ${quoted(name)}`, 'a name of its own for each');
    if (parts.has(part)) refuse(`two sheets in the part ${quoted(part)}`, 'a part of its own for each');
    names.add(name.toLowerCase());
    parts.add(part);
  }
}

/** The elements at a path of local names below an element. */
function within(element: XmlElement, ...path: readonly string[]): XmlElement[] {
  let found = [element];
  for (const name of path) {
    found = found.flatMap((one) => childElements(one).filter((child) => localName(child.name) === name));
  }
  return found;
}
