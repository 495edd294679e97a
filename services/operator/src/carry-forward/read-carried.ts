// A list of codes carried between two published releases: what every form of the answer is made from.
import { buildLineage, type CarriedList, carryForward, contentReader, refuseWay } from '@codeset/comparison';
import type { PublishedRelease, Reader } from '@codeset/database/read';
import type { CodeSystemDefinition } from '@codeset/terminology';
import type { CodeList } from '../code-list/parse-code-list.ts';
import type { ProgressLine } from '../progress-line.ts';
import { heldCodeSystem, publishedRelease } from '../published-releases.ts';
import { rememberedDiffs } from '../remembered-diffs.ts';

/** The list, and what became of its codes. */
export interface Carried extends CarriedList {
  readonly definition: CodeSystemDefinition;
  readonly list: CodeList;
}

/** Between which releases of which code system a list is carried. */
export interface WayToCarry {
  readonly codeSystem: string;
  readonly from: string;
  readonly to: string;
}

/** CODE_SYSTEM_UNKNOWN, RELEASE_UNKNOWN; BAD_REQUEST for a way back in time or through drafts. */
export async function readCarried(
  reader: Reader,
  list: CodeList,
  way: WayToCarry,
  progress: ProgressLine,
): Promise<Carried> {
  const system = await heldCodeSystem(reader, way.codeSystem);
  const { definition } = system;
  const [from, to] = [publishedRelease(system, way.from), publishedRelease(system, way.to)];
  refuseWay(from, to);
  const held = releasesLike(to, system.published);
  const maps = (await reader.listPublishedMaps()).filter(({ sample }) => sample === to.sample);
  const compare = rememberedDiffs(reader, progress);
  progress.step(`lineage of ${definition.id} over ${held.length} releases`);
  const lineage = await buildLineage(reader, { definition, held, maps, compare });
  progress.step(`carry ${list.codes.length} codes from ${from.version} to ${to.version}`);
  const asked = { definition, held, from, to, codes: list.codes, lineage, compare };
  return { definition, list, ...(await carryForward(reader, contentReader(reader), asked)) };
}

/** Those that are or were in force; made-up releases and real ones have no part in one another. */
function releasesLike(
  { sample }: PublishedRelease,
  published: readonly PublishedRelease[],
): PublishedRelease[] {
  return published.filter((row) => row.sample === sample && !row.draft);
}
