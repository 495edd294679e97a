// Codes that notes name and that the release doesn't have: kept in the text, not as links.
import type { Finding } from '@codeset/terminology';

const named = 20;

/** One info finding with their number and the first of them; none when every code named exists. */
export function lostLinks(lost: ReadonlyMap<string, number>, file: string): Finding[] {
  if (lost.size === 0) return [];
  const total = [...lost.values()].reduce((sum, count) => sum + count, 0);
  const first = [...lost.keys()].slice(0, named).join(', ');
  const message = `Notes name ${total} codes or ranges (${lost.size} different) that the release doesn't have: ${first}${lost.size > named ? ', …' : ''}.`;
  return [{ severity: 'info', rule: 'note-links', message, where: file }];
}
