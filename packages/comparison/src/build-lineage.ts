// The lineage of a code system's codes, put together from all that is held: diffs, tables, references, announcements.
import type { PublishedMap, PublishedRelease, Reader } from '@codeset/database/read';
import { type CodeSystemDefinition, lookUpForm } from '@codeset/terminology';
import type { ReleasesToCompare } from './compare-releases.ts';
import { contentReader } from './concept-parts.ts';
import { findContradictions } from './contradictions.ts';
import { type EdgeDraft, joinDrafts } from './edge-drafts.ts';
import { Lineage, type Unresolved } from './lineage.ts';
import { conversionEdges } from './lineage-conversions.ts';
import { referenceEdges } from './lineage-references.ts';
import { similarityEdges } from './lineage-similarity.ts';
import { stepEdges } from './lineage-steps.ts';
import type { ReleaseDiff } from './release-diff.ts';

/** What lineage is made of. */
export interface LineageSources {
  readonly definition: CodeSystemDefinition;
  /** Published releases of the code system, by effective date; drafts have no part in lineage. */
  readonly held: readonly PublishedRelease[];
  /** Published releases of all maps. */
  readonly maps: readonly PublishedMap[];
  /** Makes or remembers the diff of two releases. */
  readonly compare: (asked: ReleasesToCompare) => Promise<ReleaseDiff>;
}

/** Reads and joins everything; takes a second or so for each step that was not compared before. */
export async function buildLineage(reader: Reader, sources: LineageSources): Promise<Lineage> {
  const { definition, held, compare } = sources;
  const said = await readStatements(reader, sources);
  const announcements = await reader.listAnnouncements(held.map(({ id }) => id));
  const drafts: EdgeDraft[] = [...said.drafts];
  const diffs: ReleaseDiff[] = [];
  for (const [i, to] of held.entries()) {
    const from = held[i - 1];
    if (!from) continue;
    const diff = await compare({ definition, from, to, held });
    diffs.push(diff);
    const announced = announcements.filter(({ releaseId }) => releaseId === to.id);
    for (const draft of stepEdges({ diff, announcements: announced })) drafts.push(draft);
  }
  const known = new Set(drafts.map(({ source, after }) => `${lookUpForm(source.from)} ${after?.id ?? ''}`));
  for (const diff of diffs) {
    const isKnown = (code: string) => known.has(`${lookUpForm(code)} ${diff.to.id}`);
    drafts.push(...(await similarityEdges(diff, isKnown)));
  }
  const edges = await joinDrafts(drafts);
  return new Lineage(edges, said.unresolved, findContradictions(edges));
}

/** What publishers say: conversion tables, the newest release of each, and cross-references. */
async function readStatements(
  reader: Reader,
  { definition, held, maps }: LineageSources,
): Promise<{ drafts: EdgeDraft[]; unresolved: Unresolved[] }> {
  const drafts: EdgeDraft[] = [];
  const unresolved: Unresolved[] = [];
  for (const map of newestOfEach(maps, definition.id)) {
    const mappings = await reader.listMappings([map.id]);
    const found = await conversionEdges(reader, contentReader(reader), { map, mappings, held });
    drafts.push(...found.drafts);
    unresolved.push(...found.unresolved);
  }
  const properties = definition.properties.filter(({ successor }) => successor).map(({ code }) => code);
  if (properties.length > 0) {
    const rows = await reader.listNamingProperties(
      held.map(({ id }) => id),
      properties,
    );
    drafts.push(...referenceEdges(rows, held));
  }
  return { drafts, unresolved };
}

/** Tables that lead from release to release of the code system hold all that their earlier releases held. */
function newestOfEach(maps: readonly PublishedMap[], codeSystem: string): PublishedMap[] {
  const newest = new Map<string, PublishedMap>();
  for (const map of maps) {
    const { sourceCodeSystem, targetCodeSystem } = map.definition;
    if (sourceCodeSystem === codeSystem && targetCodeSystem === codeSystem && !map.draft) {
      newest.set(map.conceptMap, map);
    }
  }
  return [...newest.values()];
}
