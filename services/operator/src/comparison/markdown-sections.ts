// The sections of a report: which changes each of them tells of, and how it tells of one.
import type { Change } from '@codeset/comparison';
import type { ChangeKind, CodeSystemDefinition } from '@codeset/terminology';
import type { ChangeRecord, ChangeSide, ConceptName } from './change-record.ts';
import { changedLines, rewordedLines } from './markdown-details.ts';
import { literal, named, plain } from './markdown-text.ts';

export interface Section {
  readonly title: string;
  readonly wants: (change: Pick<Change, 'kinds' | 'cosmetic'>) => boolean;
  /** The lines of one change, list items. */
  readonly lines: (record: ChangeRecord, definition: CodeSystemDefinition) => readonly string[];
  /** Under the headings of their chapters, where there are many. */
  readonly byChapter: boolean;
}

/** In the order of the report: what became of codes, then texts, facts and places. */
export const sections: readonly Section[] = [
  { title: 'Subdivided', wants: having('subdivided'), lines: subdividedLines, byChapter: false },
  { title: 'Reinstated', wants: having('reinstated'), lines: conceptLines, byChapter: false },
  { title: 'Added', wants: having('added'), lines: conceptLines, byChapter: true },
  { title: 'Removed', wants: having('removed'), lines: conceptLines, byChapter: true },
  { title: 'Terminated', wants: having('terminated'), lines: terminatedLines, byChapter: false },
  { title: 'Under another code', wants: having('recoded'), lines: recodedLines, byChapter: false },
  {
    title: 'Selectable or no longer',
    wants: ({ kinds }) => kinds.includes('selectableChanged') && !kinds.includes('subdivided'),
    lines: selectableLines,
    byChapter: false,
  },
  {
    title: 'Reworded',
    wants: ({ kinds, cosmetic }) => kinds.includes('reworded') && !cosmetic,
    lines: rewordedLines,
    byChapter: true,
  },
  {
    title: 'Reworded in case, punctuation or spacing only',
    wants: ({ cosmetic }) => cosmetic,
    lines: rewordedLines,
    byChapter: true,
  },
  { title: 'Changed facts and notes', wants: having('changed'), lines: changedLines, byChapter: true },
  { title: 'Moved', wants: having('moved'), lines: movedLines, byChapter: true },
];

function having(kind: ChangeKind): Section['wants'] {
  return ({ kinds }) => kinds.includes(kind);
}

function conceptLines({ before, after }: ChangeRecord, definition: CodeSystemDefinition): string[] {
  const side = after ?? before;
  if (!side) return [];
  const date = after ? dated('first', after.effectiveFrom) : dated('last', side.effectiveTo);
  return [`- ${named(side)}${remarkOf(side, definition)}${date}`];
}

function dated(day: 'first' | 'last', date: string | null): string {
  return date === null ? '' : `; ${day} day ${date}`;
}

/** What a reader of a list of codes must know of one: it is a grouping, or a header. */
function remarkOf({ kind, selectable }: ChangeSide, { kinds }: CodeSystemDefinition): string {
  const { isCode = true, title = kind } = kinds.find(({ code }) => code === kind) ?? {};
  if (!isCode) return ` (${plain(title).toLowerCase()})`;
  return selectable ? '' : ' (header)';
}

function subdividedLines({ before, after, subdividedInto }: ChangeRecord): string[] {
  if (!before) return [];
  const now = after ? '; a header now' : '; gone';
  return [`- ${named(before)}${now}`, ...subdividedInto.map((heir) => `  - ${named(heir)}`)];
}

function terminatedLines({ code, after }: ChangeRecord): string[] {
  return [`- ${named({ code, display: after?.display ?? '' })}${dated('last', after?.effectiveTo ?? null)}`];
}

function recodedLines({ before, after }: ChangeRecord): string[] {
  const codeOf = (side: ChangeSide | null) => (side?.code == null ? 'no code' : literal(side.code));
  return [`- ${codeOf(before)} → ${codeOf(after)} ${plain(after?.display ?? '')}`];
}

function selectableLines({ code, after }: ChangeRecord): string[] {
  const now = after?.selectable ? 'selectable now' : 'no longer selectable';
  return [`- ${named({ code, display: after?.display ?? '' })}; ${now}`];
}

function movedLines({ code, after, parents }: ChangeRecord): string[] {
  const place = (parent: ConceptName | null | undefined) => (parent ? named(parent) : 'the top');
  return [
    `- ${named({ code, display: after?.display ?? '' })}`,
    `  - from ${place(parents?.before)}`,
    `  - to ${place(parents?.after)}`,
  ];
}
