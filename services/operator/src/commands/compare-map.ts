// codeset compare of a map: which sources lead elsewhere from one release to another.
import type { ReleaseRow } from '@codeset/database/load';
import { CodesetError, type ConceptMapDefinition, tallyMapChanges } from '@codeset/terminology';
import type { CommandRun } from '../command-run.ts';
import { type CompareOptions, readForm } from '../comparison/asked-comparison.ts';
import { mapChangeColumns, mapChangeRows } from '../map-comparison/map-change-rows.ts';
import { mapComparisonText } from '../map-comparison/map-comparison-text.ts';
import { type MapComparison, readMapComparison } from '../map-comparison/read-map-comparison.ts';
import { refuseExisting, writeFileWhole } from '../out-file.ts';
import { untilReaderGoes } from '../piece-by-piece.ts';
import { type RowFormat, rowFormats, writeRows } from '../rows-in-form.ts';

/** Compares two releases that are held, published or not, in the direction that is asked for. USAGE for options of code systems. */
export async function compareMap(
  run: CommandRun,
  map: ConceptMapDefinition,
  versions: { readonly from: string; readonly to: string },
  options: CompareOptions,
): Promise<number> {
  const { format, out } = askedOf(options, run);
  if (out) await refuseExisting(out.path, out.force);
  return await run.withDatabase(async ({ sql }) => {
    const { output } = run;
    const comparison = await readMapComparison(sql, map, versions, output.progress);
    const facts = factsOf(comparison);
    const rows = () => ({ columns: mapChangeColumns, rows: mapChangeRows(comparison), facts });
    if (format !== null && out) {
      await writeFileWhole(out.path, out.force, (write) => writeRows(format, rows(), write), '--out');
      output.result({ ...facts, format, file: out.path }, mapComparisonText(comparison));
    } else if (format !== null) {
      await untilReaderGoes(() => writeRows(format, rows(), (piece) => output.write(piece)));
    } else {
      const changes = output.json ? { changes: [...mapChangeRows(comparison)] } : {};
      output.result({ ...facts, ...changes }, mapComparisonText(comparison));
    }
    const { attribution } = map;
    if (format !== null && attribution !== null) output.note(`To be named with the data: ${attribution}`);
    return 0;
  });
}

interface AskedOfMap {
  readonly format: RowFormat | null;
  readonly out: { readonly path: string; readonly force: boolean } | null;
}

function askedOf(options: CompareOptions, run: CommandRun): AskedOfMap {
  const { kinds, under, selectableOnly, withoutCosmetic, text } = options;
  const given = Object.entries({
    kinds,
    under,
    'selectable-only': selectableOnly,
    'without-cosmetic': withoutCosmetic,
    text,
  });
  const [refused] = given.flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (refused !== undefined)
    throw new CodesetError('USAGE', `--${refused}: it is for code systems, not for maps.`);
  const { format, out } = readForm(options, run.output);
  const known = rowFormats.find((name) => name === format) ?? null;
  if (format !== known) {
    throw new CodesetError(
      'USAGE',
      `--format: found ${format}, expected one of ${rowFormats.join(', ')} for a map.`,
    );
  }
  return { format: known, out };
}

/** What results for programs say before they come to the changes. */
function factsOf({ definition, from, to, mappings, changes }: MapComparison) {
  return {
    conceptMap: definition.id,
    from: { ...factsOfRelease(from), mappings: mappings.from },
    to: { ...factsOfRelease(to), mappings: mappings.to },
    attribution: definition.attribution,
    sources: changes.length,
    kinds: tallyMapChanges(changes),
  };
}

function factsOfRelease({ version, status, digest, sample, between }: ReleaseRow) {
  return {
    version,
    status,
    digest,
    sample,
    sourceVersion: between.source,
    targetVersion: between.target,
  };
}
