// A transaction report → what the publisher says changed, in our words.
import type { AnnouncedChange, AnnouncedTexts, Announcement } from '@codeset/terminology';
import type { TransactionReport } from './read-transaction-reports.ts';
import { actionsIn, type Transaction } from './transaction-report.ts';

/** What the letters of column 293 do to a code; `N` is no change, all others change something of it. */
const actionOfLetter: Readonly<Record<string, AnnouncedChange['action'] | null>> = {
  A: 'add',
  D: 'terminate',
  R: 'reinstate',
  N: null,
};

/**
 * Each change once, though the sheets repeat it. Codes without a change are left out, as are words that are not known:
 * those have a finding. The reports give no totals, no texts before, and texts after since 2020 only.
 */
export function announcementOfReport({ file, rows }: TransactionReport): Announcement {
  const changes = new Map<string, AnnouncedChange>();
  for (const row of rows) {
    const action = actionOf(row.change);
    const name = `${row.code} ${row.change.toUpperCase()}`;
    if (action === null || changes.has(name)) continue;
    const { code, change: words, line } = row;
    changes.set(name, { action, words, code, selectable: true, before: null, after: textsOf(row), line });
  }
  return { file, scope: 'all', totals: [], changes: [...changes.values()] };
}

function actionOf(words: string): AnnouncedChange['action'] | null {
  const letter = actionsIn(words);
  if (letter === null) return null;
  const action = actionOfLetter[letter];
  return action === undefined ? 'revise' : action;
}

function textsOf({ shortDescription, longDescription }: Transaction): AnnouncedTexts | null {
  if (longDescription === null) return null;
  const short = shortDescription === null || shortDescription === '' ? [] : [shortDescription];
  return {
    display: longDescription,
    designations: short.map((value) => ({ use: 'short-description', language: 'en', value })),
  };
}
