// codeset compare of a map: which sources lead elsewhere from one release to another.
import type { ReleaseRow } from '@codeset/database/load';
import { CodesetError, type ConceptMapDefinition, tallyMapChanges } from '@codeset/terminology';
import { answerRows, type RowsOutlet } from '../answer-rows.ts';
import type { CommandRun } from '../command-run.ts';
import { type CompareOptions, readForm } from '../comparison/asked-comparison.ts';
import { mapChangeColumns, mapChangeRows } from '../map-comparison/map-change-rows.ts';
import { mapComparisonText } from '../map-comparison/map-comparison-text.ts';
import { type MapComparison, readMapComparison } from '../map-comparison/read-map-comparison.ts';
import { refuseExisting } from '../out-file.ts';
import { rowFormats } from '../rows-in-form.ts';

/** Compares two releases that are held, published or not, in the direction that is asked for. USAGE for options of code systems. */
export async function compareMap(
  run: CommandRun,
  map: ConceptMapDefinition,
  versions: { readonly from: string; readonly to: string },
  options: CompareOptions,
): Promise<number> {
  const outlet = askedOf(options, run);
  if (outlet.out) await refuseExisting(outlet.out.path, outlet.out.force);
  return await run.withDatabase(async ({ sql }) => {
    const { output } = run;
    const comparison = await readMapComparison(sql, map, versions, output.progress);
    const rows = {
      facts: factsOf(comparison),
      columns: mapChangeColumns,
      rows: () => mapChangeRows(comparison),
      name: 'changes',
      text: mapComparisonText(comparison),
      attributions: map.attribution === null ? [] : [map.attribution],
    };
    await answerRows(output, rows, outlet);
    return 0;
  });
}

function askedOf(options: CompareOptions, run: CommandRun): RowsOutlet {
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
