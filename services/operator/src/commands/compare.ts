// codeset compare: what changed from one release to another; totals for people, every change for files and programs.
import { type ReleaseRow, summarizeChanges } from '@codeset/database/load';
import { openReader } from '@codeset/database/read';
import { type CodeSystemDefinition, CodesetError, codeKindsOf } from '@codeset/terminology';
import type { CommandRun } from '../command-run.ts';
import {
  type AskedComparison,
  asksForSome,
  type CompareOptions,
  readCompareOptions,
} from '../comparison/asked-comparison.ts';
import { answerComparison } from '../comparison/answer-comparison.ts';
import { readComparison } from '../comparison/read-comparison.ts';
import { releaseFacts } from '../comparison/release-facts.ts';
import { publicationServiceOf } from '../ingestion-services.ts';
import type { OpenDatabase } from '../open-database.ts';
import { refuseExisting } from '../out-file.ts';
import { changesText } from '../report-text.ts';
import { compareMap } from './compare-map.ts';
import { heldRelease } from './held-release.ts';

/** Compares in the direction that is asked for, in any order of time. */
export async function compare(
  run: CommandRun,
  codeSystem: string,
  versions: { readonly from: string; readonly to: string },
  options: CompareOptions,
): Promise<number> {
  const found = publicationServiceOf(codeSystem);
  if (found.of === 'map') {
    return await compareMap(run, found.service.definition, versions, options);
  }
  const { definition } = found.service;
  const asked = readCompareOptions(options, run.output);
  if (asked.out) await refuseExisting(asked.out.path, asked.out.force);
  return await run.withDatabase(async (database) => {
    const from = await heldRelease(database.sql, codeSystem, versions.from);
    const to = await heldRelease(database.sql, codeSystem, versions.to);
    const unpublished = [from, to].filter(({ status }) => status !== 'published');
    return unpublished.length === 0
      ? await comparePublished(run, database, { definition, from, to }, asked)
      : await countHeld(run, database, { definition, from, to, unpublished }, asked);
  });
}

interface HeldPair {
  readonly definition: CodeSystemDefinition;
  readonly from: ReleaseRow;
  readonly to: ReleaseRow;
}

async function comparePublished(
  run: CommandRun,
  database: OpenDatabase,
  { definition, from, to }: HeldPair,
  asked: AskedComparison,
): Promise<number> {
  const reader = openReader(database.reader);
  run.output.progress.step(`compare ${from.version} with ${to.version}`);
  const held = (await reader.listPublishedReleases()).filter((row) => row.codeSystem === definition.id);
  const published = ({ id, version }: ReleaseRow) => {
    const found = held.find((row) => row.id === id);
    if (found) return found;
    throw new CodesetError(
      'RELEASE_UNKNOWN',
      `Release ${version} of ${definition.id} is published, but the server of DATABASE_READ_URL has not got it yet.`,
    );
  };
  const releases = { definition, from: published(from), to: published(to), held };
  const comparison = await readComparison(reader, releases, asked.changes);
  return await answerComparison(run.output, comparison, asked);
}

/** Readers see published releases only: of others that are held, what a load counts can be told. */
async function countHeld(
  run: CommandRun,
  { sql }: OpenDatabase,
  { definition, from, to, unpublished }: HeldPair & { readonly unpublished: readonly ReleaseRow[] },
  { format, changes }: AskedComparison,
): Promise<number> {
  const states = [...new Set(unpublished.map(({ version, status }) => `${version} (${status})`))].join(', ');
  const note =
    `Not published: ${states}. Changes one by one come with publishing: ` +
    `\`codeset publish ${definition.id} ${unpublished[0]?.version}\`.`;
  if (format !== null || asksForSome(changes)) throw new CodesetError('RELEASE_STATUS', note);
  const codeKinds = [...codeKindsOf(definition)];
  const summary = await summarizeChanges(sql, from, to, codeKinds);
  run.output.result(
    { codeSystem: definition.id, from: releaseFacts(from), to: releaseFacts(to), summary, note },
    `Release ${to.version} of ${definition.id}\n\n${changesText(summary)}\n\n${note}`,
  );
  return 0;
}
