// codeset compare-index: what changed in the alphabetic indexes and tables from one release to another.
import { compareIndexes, filterIndexChanges, type IndexDiff, totalIndexChanges } from '@codeset/comparison';
import { openReader, type Reader } from '@codeset/database/read';
import { CodesetError } from '@codeset/terminology';
import type { CommandRun } from '../command-run.ts';
import { type CompareOptions, readForm } from '../comparison/asked-comparison.ts';
import { releaseLabel } from '../comparison/release-facts.ts';
import {
  type IndexComparison,
  indexFacts,
  totalsHead,
  totalsRows,
  writeIndexForm,
} from '../index-comparison/index-forms.ts';
import { indexRecord } from '../index-comparison/index-record.ts';
import { refuseExisting, writeFileWhole } from '../out-file.ts';
import { untilReaderGoes } from '../piece-by-piece.ts';
import { type HeldCodeSystem, heldCodeSystem, publishedRelease } from '../published-releases.ts';
import { tableText } from '../table-text.ts';

/** The options of the command as they are typed. */
export interface CompareIndexOptions
  extends Pick<CompareOptions, 'format' | 'out' | 'force' | 'withoutCosmetic' | 'text'> {
  readonly index?: string;
  readonly code?: string;
}

/** Compares in the direction that is asked for; exit code 0 whatever changed. */
export async function compareIndex(
  run: CommandRun,
  codeSystem: string,
  versions: { readonly from: string; readonly to: string },
  options: CompareIndexOptions,
): Promise<number> {
  const { output } = run;
  const { format, out } = readForm(options, output);
  if (out) await refuseExisting(out.path, out.force);
  return await run.withDatabase(async (database) => {
    const reader = openReader(database.reader);
    const system = await heldCodeSystem(reader, codeSystem);
    output.progress.step(`compare the indexes of ${versions.from} with those of ${versions.to}`);
    const comparison = await readIndexComparison(reader, system, versions, options);
    if (format === null && !output.json) output.result(null, textOf(comparison));
    else if (format === null || out === null) {
      await untilReaderGoes(() =>
        writeIndexForm(format ?? 'json', comparison, (piece) => output.write(piece)),
      );
    } else {
      await writeFileWhole(out.path, out.force, (write) => writeIndexForm(format, comparison, write));
      const changes = comparison.records.length;
      output.result(
        { ...indexFacts(comparison), format, file: out.path, changes },
        `${changes} changes of indexes of ${codeSystem} from ${versions.from} to ${versions.to}: ${out.path}`,
      );
    }
    return 0;
  });
}

async function readIndexComparison(
  reader: Reader,
  system: HeldCodeSystem,
  versions: { readonly from: string; readonly to: string },
  { index, code, text, withoutCosmetic = false }: CompareIndexOptions,
): Promise<IndexComparison> {
  const { definition } = system;
  const [from, to] = [publishedRelease(system, versions.from), publishedRelease(system, versions.to)];
  const titles = new Map(definition.indexKinds.map((kind) => [kind.code, kind.title]));
  if (index !== undefined && !titles.has(index)) {
    const there = [...titles.keys()].join(', ') || 'none';
    throw new CodesetError('USAGE', `--index: found ${index}, expected one of: ${there}.`);
  }
  const rows = await reader.listIndexKinds([from.id, to.id]);
  const has = (id: number, kind: string) => rows.some((row) => row.releaseId === id && row.kind === kind);
  const wanted = [...titles.keys()].filter((kind) => index === undefined || kind === index);
  const diffs: IndexDiff[] = [];
  for (const kind of wanted) {
    if (!has(from.id, kind) || !has(to.id, kind)) continue;
    const diff = await compareIndexes(reader, { fromId: from.id, toId: to.id, kind });
    const filter = { kinds: null, code: code ?? null, withoutCosmetic, text: text?.trim() || null };
    diffs.push({ kind, changes: await filterIndexChanges(diff.changes, filter) });
  }
  return {
    codeSystem: definition.id,
    from,
    to,
    titles,
    notCompared: wanted.filter((kind) => has(from.id, kind) !== has(to.id, kind)),
    totals: totalIndexChanges(diffs),
    records: diffs.flatMap(({ kind, changes }) => changes.map((change) => indexRecord(kind, change))),
  };
}

function textOf(comparison: IndexComparison): string {
  const { codeSystem, from, to, notCompared, titles, totals } = comparison;
  const head = `Indexes of ${codeSystem} from ${releaseLabel(from)} to ${releaseLabel(to)}`;
  const named = notCompared.map((kind) => titles.get(kind) ?? kind).join(', ');
  const missing =
    named === '' ? '' : `\n\nNot compared, since only one of the releases came with it: ${named}.`;
  if (totals.indexes.length === 0) return `${head}\n\nThe releases have no index in common.${missing}`;
  const found =
    totals.entries === 0 ? 'Nothing changed.' : tableText([[...totalsHead], ...totalsRows(comparison)]);
  return `${head}\n\n${found}${missing}\n\nEvery change: --format csv, ndjson, parquet, markdown, or --json.`;
}
