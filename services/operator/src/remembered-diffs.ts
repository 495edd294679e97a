// Diffs made once for a run of a command: lineage and what is led by it go the same steps.
import { compareReleases, type ReleaseDiff, type ReleasesToCompare } from '@codeset/comparison';
import type { Reader } from '@codeset/database/read';
import type { ProgressLine } from './progress-line.ts';

/** Makes each diff where it is first asked for, and tells that it does. */
export function rememberedDiffs(
  reader: Reader,
  progress: ProgressLine,
): (asked: ReleasesToCompare) => Promise<ReleaseDiff> {
  const diffs = new Map<string, Promise<ReleaseDiff>>();
  return (asked) => {
    const { from, to } = asked;
    const step = `${from.id} ${to.id}`;
    const known = diffs.get(step);
    if (known) return known;
    progress.progress(`compare ${from.version} with ${to.version}`);
    const diff = compareReleases(reader, asked);
    diffs.set(step, diff);
    return diff;
  };
}
