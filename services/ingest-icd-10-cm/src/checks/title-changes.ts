// Which titles of a code differ between two sides, by the publisher's names for them.
import type { AnnouncedTexts } from '@codeset/terminology';

/** One title that differs. */
export interface TitleChange {
  readonly name: 'long title' | 'short title';
  readonly before: string;
  readonly after: string;
}

/** A title that one side does not give is not compared. */
export function titleChanges(before: AnnouncedTexts | null, after: AnnouncedTexts | null): TitleChange[] {
  if (!before || !after) return [];
  const [short, shortAfter] = [shortTitleOf(before), shortTitleOf(after)];
  const changes: TitleChange[] = [];
  if (before.display !== after.display) {
    changes.push({ name: 'long title', before: before.display, after: after.display });
  }
  if (short !== null && shortAfter !== null && short !== shortAfter) {
    changes.push({ name: 'short title', before: short, after: shortAfter });
  }
  return changes;
}

function shortTitleOf({ designations }: AnnouncedTexts): string | null {
  return designations.find(({ use }) => use === 'short-title')?.value ?? null;
}
