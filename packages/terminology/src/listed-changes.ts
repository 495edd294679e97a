// The changes of a publisher's list that touch which codes there are and what they are called.
import type { AnnouncedChange, Announcement } from './announcement.ts';
import type { ChangeOfList, CodeChange } from './code-changes.ts';

/** A change with the line that announces it. */
export interface ListedChange extends CodeChange {
  readonly line: number;
}

/** Terminations and reinstatements leave the list of codes as it is: null. */
const changeOf: Readonly<Record<AnnouncedChange['action'], ChangeOfList | null>> = {
  add: 'addition',
  delete: 'deletion',
  revise: 'revision',
  terminate: null,
  reinstate: null,
};

/** In the file's order, a change that stands twice each time. */
export function listedChanges({ changes }: Announcement): ListedChange[] {
  return changes.flatMap(({ action, code, selectable, before, after, line }) => {
    const change = changeOf[action];
    return change === null ? [] : [{ change, code, selectable, before, after, line }];
  });
}
