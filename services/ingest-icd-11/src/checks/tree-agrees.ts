// The tree comes from the marks before the titles; other columns tell parts of it once more.
import type { Finding } from '@codeset/terminology';
import type { TabulationRow } from '../tabulation-row.ts';

/** The place of a row, for messages. */
export type PlaceOf = (row: TabulationRow) => string;

/**
 * Errors where chapter, class kind or depth in kind contradict the marks (they never do in the editions at hand);
 * warnings for isLeaf, for groupings that are not the BlockIds above the row, and for groupings of no block.
 */
export function treeAgrees(
  rows: readonly TabulationRow[],
  groupingColumns: number,
  placeOf: PlaceOf,
): Finding[] {
  const findings: Finding[] = [];
  const blocks = new Set(rows.map(({ blockId }) => blockId));
  const above: TabulationRow[] = [];
  for (const [at, row] of rows.entries()) {
    above.length = row.depth;
    const say = (severity: Finding['severity'], rule: string, message: string) =>
      findings.push({ severity, rule, message, where: placeOf(row) });
    for (const message of contradictions(row, above)) say('error', 'tree-contradicts-columns', message);
    const isLeaf = (rows[at + 1]?.depth ?? 0) <= row.depth;
    if (isLeaf !== row.isLeaf) {
      say(
        'warning',
        'leaf-contradicts-tree',
        `isLeaf says ${row.isLeaf}, the marks of the next row say ${isLeaf}.`,
      );
    }
    const doubt = groupingDoubt(row, above, groupingColumns, blocks);
    if (doubt !== null) say('warning', 'grouping-contradicts-tree', doubt);
    above.push(row);
  }
  return findings;
}

function contradictions(row: TabulationRow, above: readonly TabulationRow[]): string[] {
  const parent = above.at(-1) ?? null;
  const messages: string[] = [];
  if ((row.classKind === 'chapter') !== (parent === null)) {
    messages.push(
      `a ${row.classKind} has ${row.depth} marks before its title; chapters, and no others, have none.`,
    );
  }
  if (parent !== null && parent.chapterNo !== row.chapterNo) {
    messages.push(
      `ChapterNo is ${row.chapterNo}, but the row stands below ${parent.key} of chapter ${parent.chapterNo}.`,
    );
  }
  const depth = above.length - above.findLastIndex(({ classKind }) => classKind !== row.classKind);
  if (depth !== row.depthInKind) {
    messages.push(`DepthInKind is ${row.depthInKind}, the marks before the titles give ${depth}.`);
  }
  return messages;
}

/** Groupings are the BlockIds above a row, as many as there are columns: five rows of 2024-01 have a sixth above them. */
function groupingDoubt(
  { groupings }: TabulationRow,
  above: readonly TabulationRow[],
  columns: number,
  blocks: ReadonlySet<string | null>,
): string | null {
  if (columns === 0) return null;
  const strange = groupings.filter((id) => !blocks.has(id));
  if (strange.length > 0) return `no block has the BlockId ${strange.join(', ')} of a grouping.`;
  const expected = above.flatMap(({ blockId }) => blockId ?? []).slice(0, columns);
  if (groupings.join(' ') === expected.join(' ')) return null;
  return `the groupings are ${groupings.join(', ') || 'blank'}, the blocks above are ${expected.join(', ') || 'without BlockId'}.`;
}
