// Two indexes as a test writes them down, put together as those of releases are; imported by tests only.
import { type IndexContent, type IndexReference, layOut } from '@codeset/terminology';
import { type IndexContents, indexContents } from './index-contents.ts';
import type { TwoOutlines } from './index-line-pairs.ts';
import { indexOutline } from './index-outline.ts';

/** What both indexes consist of. */
export interface IndexesUnderTest {
  readonly outlines: TwoOutlines;
  readonly contents: IndexContents;
  /** Ids of the contents that were read. */
  readonly read: readonly number[];
}

/** One line each, two blanks a level: `  vein(peripheral) NEC → I87.9, see Varix`. What stands in parentheses is a modifier. */
export async function indexesUnderTest(before: string, after: string): Promise<IndexesUnderTest> {
  const ids = new Map<string, number>();
  const held = new Map<number, IndexContent & { id: number }>();
  const read: number[] = [];
  const outlineOf = async (text: string) => {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const indent = Math.min(...lines.map((line) => line.search(/\S/)));
    const depths = lines.map((line) => (line.search(/\S/) - indent) / 2);
    const { places } = layOut(walkOf(depths));
    const contentIds = lines.map((line) => {
      const name = line.trim();
      const id = ids.get(name) ?? ids.size + 1;
      ids.set(name, id);
      held.set(id, { id, ...contentOf(name) });
      return id;
    });
    const positions = places.map(({ position }) => position + 100); // other indexes stand before
    const subtreeEnds = places.map(({ subtreeEnd }) => subtreeEnd + 100);
    return await indexOutline('diseases', [{ positions, subtreeEnds, contentIds }]);
  };
  const outlines = { from: await outlineOf(before), to: await outlineOf(after) };
  const contents = indexContents(async (asked) => {
    read.push(...asked);
    return asked.flatMap((id) => held.get(id) ?? []);
  });
  return { outlines, contents, read };
}

function walkOf(depths: readonly number[]): { key: string; parentKey: string | null }[] {
  const open: string[] = [];
  return depths.map((depth, i) => {
    open.length = depth;
    const parentKey = open.at(-1) ?? null;
    open.push(String(i));
    return { key: String(i), parentKey };
  });
}

function contentOf(line: string): IndexContent {
  const [title = '', leads = ''] = line.split(' → ');
  const references = leads.split(', ').filter(Boolean).map(referenceOf);
  const modifiers = title.match(/\([^)]*\)/g) ?? [];
  return { term: title.replace(/\([^)]*\)/g, '').trim(), title, modifiers, letter: null, references };
}

/** `I87.9`, `see Varix`, or `3:C77.1` for a cell. */
export function referenceOf(text: string): IndexReference {
  const [, column, cell] = /^(\d):(.*)$/.exec(text) ?? [];
  if (cell !== undefined) {
    return { kind: 'cell', text: cell, column: Number(column), code: cell, below: false };
  }
  const see = /^see (.*)$/.exec(text)?.[1];
  if (see !== undefined) return { kind: 'see', text: see, column: null, code: null, below: false };
  return { kind: 'code', text, column: null, code: text.replace(/-$/, ''), below: text.endsWith('-') };
}
