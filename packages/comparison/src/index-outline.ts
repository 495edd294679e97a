// The lines of one index of one release in the publisher's order, bare: what stands where, and which content it has.
import { setImmediate as others } from 'node:timers/promises';
import type { IndexEntryRow, IndexOutlinePart } from '@codeset/database/read';

/** Numbers by line; lines count from 0, and -1 stands for what main terms stand under. */
export interface IndexOutline {
  /** Which index. */
  readonly kind: string;
  /** How many lines there are. */
  readonly size: number;
  readonly contentIds: Int32Array;
  /** The line directly above; -1 for a main term. */
  readonly parents: Int32Array;
  /** The last line below; the line itself where there is none. */
  readonly ends: Int32Array;
  /** 0 for a main term. */
  readonly depths: Uint8Array;
  /** The place in the release. */
  readonly positions: Int32Array;
}

/** Puts the pages of an outline together; others have their turn in the process after each. */
export async function indexOutline(kind: string, pages: readonly IndexOutlinePart[]): Promise<IndexOutline> {
  const size = pages.reduce((lines, { positions }) => lines + positions.length, 0);
  const outline = {
    kind,
    size,
    contentIds: new Int32Array(size),
    parents: new Int32Array(size),
    ends: new Int32Array(size),
    depths: new Uint8Array(size),
    positions: new Int32Array(size),
  };
  const open: number[] = [];
  let start = 0;
  for (const page of pages) {
    fillIn(outline, page, start, open);
    start += page.positions.length;
    await others();
  }
  return outline;
}

/** Fills in the lines of a page; `open` has the lines that are around its first one. */
function fillIn(outline: IndexOutline, page: IndexOutlinePart, start: number, open: number[]): void {
  const { contentIds, parents, ends, depths, positions } = outline;
  for (let i = 0; i < page.positions.length; i += 1) {
    const line = start + i;
    while (open.length > 0 && (ends[open.at(-1) ?? 0] ?? 0) < line) open.pop();
    const position = page.positions[i] ?? 0;
    positions[line] = position;
    contentIds[line] = page.contentIds[i] ?? 0;
    parents[line] = open.at(-1) ?? -1;
    ends[line] = line + (page.subtreeEnds[i] ?? position) - position; // a subtree has no gaps
    depths[line] = open.length;
    open.push(line);
  }
}

/** The lines directly under one, in order; the main terms for -1. */
export function linesUnder({ size, ends }: IndexOutline, line: number): number[] {
  const last = line < 0 ? size - 1 : (ends[line] ?? line);
  const lines: number[] = [];
  for (let below = line + 1; below <= last; below = (ends[below] ?? below) + 1) lines.push(below);
  return lines;
}

/** The lines from the main term down to the line itself. */
export function linesDownTo({ parents }: IndexOutline, line: number): number[] {
  const path: number[] = [];
  for (let above = line; above >= 0; above = parents[above] ?? -1) path.unshift(above);
  return path;
}

/** The line as every question about index entries gives it. */
export function rowOfLine(outline: IndexOutline, line: number): IndexEntryRow {
  const { kind, positions, parents, ends, depths, contentIds } = outline;
  const [position = 0, parent = -1] = [positions[line], parents[line]];
  return {
    position,
    subtreeEnd: position + (ends[line] ?? line) - line,
    parent: parent < 0 ? null : (positions[parent] ?? null),
    contentId: contentIds[line] ?? 0,
    depth: depths[line] ?? 0,
    kind,
  };
}
