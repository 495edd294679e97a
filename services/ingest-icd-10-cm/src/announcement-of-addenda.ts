// Addenda → what the publisher says changed, in our words.
import type {
  AnnouncedChange,
  AnnouncedTexts,
  AnnouncedTotals,
  Announcement,
  CodeSort,
} from '@codeset/terminology';
import type { Addenda, AddendaLine, FooterBlock } from './addenda.ts';
import { dotted } from './code-form.ts';
import { language } from './concept-content.ts';

/** Addenda without totals of headers speak of billable codes only. A revision's two lines are one change. */
export function announcementOfAddenda({ file, lines, headers, codes }: Addenda): Announcement {
  return {
    file,
    scope: headers === null ? 'selectable' : 'all',
    totals: [totalsOf('selectable', codes), ...(headers ? [totalsOf('header', headers)] : [])],
    changes: lines.flatMap((line, at) => changeOf(line, lines[at - 1]) ?? []),
  };
}

/** Null for `Revise from`, which is told with the `Revise to` after it. */
function changeOf(line: AddendaLine, before: AddendaLine | undefined): AnnouncedChange | null {
  const { label, code, headerFlag, line: at } = line;
  const change = { words: null, code: dotted(code), selectable: headerFlag === '1', line: at };
  switch (label) {
    case 'Add':
      return { ...change, action: 'add', before: null, after: textsOf(line) };
    case 'Delete':
      return { ...change, action: 'delete', before: textsOf(line), after: null };
    case 'Revise from':
      return null;
    case 'Revise to':
      return { ...change, action: 'revise', before: before ? textsOf(before) : null, after: textsOf(line) };
    default:
      return label satisfies never;
  }
}

function textsOf({ longTitle, shortTitle }: AddendaLine): AnnouncedTexts {
  const short = shortTitle === null ? [] : [{ use: 'short-title', language, value: shortTitle }];
  return { display: longTitle, designations: short };
}

function totalsOf(
  of: CodeSort,
  { from, to, additions, deletions, revisions, ofWhich }: FooterBlock,
): AnnouncedTotals {
  return {
    of,
    from: from.count,
    to: to.count,
    fromFile: from.file,
    toFile: to.file,
    additions,
    deletions,
    revisions,
    ofWhich: ofWhich && {
      both: ofWhich.both,
      displayOnly: ofWhich.longOnly,
      designationsOnly: ofWhich.shortOnly,
    },
    line: to.line,
  };
}
