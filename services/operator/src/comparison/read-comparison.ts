// Two published releases compared: what every form of the answer is made from.
import {
  type Change,
  compareReleases,
  type DiffTotals,
  filterChanges,
  type ReleaseDiff,
  totalChanges,
} from '@codeset/comparison';
import type { PublishedRelease, Reader } from '@codeset/database/read';
import { type CodeSystemDefinition, codeKindsOf } from '@codeset/terminology';
import type { AskedChanges } from './asked-comparison.ts';
import type { ChangeRecord } from './change-record.ts';
import { describePages } from './describe-pages.ts';
import { findSubtree } from './find-subtree.ts';

/** The two releases, the changes that are asked for, and a way to their details. */
export interface Comparison {
  readonly definition: CodeSystemDefinition;
  readonly from: PublishedRelease;
  readonly to: PublishedRelease;
  readonly diff: ReleaseDiff;
  readonly asked: AskedChanges;
  /** Those that are asked for, in the diff's order. */
  readonly changes: readonly Change[];
  /** Of those that are asked for. */
  readonly totals: DiffTotals;
  /** The details of some of the changes, page by page. */
  readonly describe: (changes: readonly Change[]) => AsyncIterable<readonly ChangeRecord[]>;
}

/** Compares the releases, in either direction. USAGE for an `under` that neither has. */
export async function readComparison(
  reader: Reader,
  releases: Pick<Comparison, 'definition' | 'from' | 'to'> & { readonly held: readonly PublishedRelease[] },
  asked: AskedChanges,
): Promise<Comparison> {
  const { definition, from, to, held } = releases;
  const codeKinds = codeKindsOf(definition);
  const under = asked.under === null ? null : await findSubtree(reader, { from, to }, codeKinds, asked.under);
  const diff = await compareReleases(reader, { definition, from, to, held });
  const changes = filterChanges(diff, { ...asked, under });
  const totals = totalChanges(diff, changes);
  return { definition, from, to, diff, asked, changes, totals, describe: describePages(reader, diff) };
}
