// Where a translated list goes: a summary to a person, mappings to standard output or a file, everything to a program.
import { tallyOutcomes } from '@codeset/crosswalk';
import { answerRows, type RowsOutlet } from '../answer-rows.ts';
import type { Output } from '../output.ts';
import type { TranslatedList } from './read-translated.ts';
import { type TranslatedRow, translatedColumns, translatedRows } from './translated-rows.ts';
import { translatedText } from './translated-text.ts';

/** Gives the exit code: 1 where not one code of the list is known to any map, else 0. */
export async function answerTranslated(
  output: Output,
  translated: TranslatedList,
  outlet: RowsOutlet,
): Promise<number> {
  const rows = {
    facts: translatedFacts(translated),
    columns: translatedColumns,
    rows: () => allRows(translated),
    name: 'mappings',
    text: translatedText(translated),
    attributions: translated.maps.flatMap(({ map }) => map.attribution ?? []),
  };
  await answerRows(output, rows, outlet);
  return tellUnknown(output, translated);
}

function* allRows({ maps }: TranslatedList): Generator<TranslatedRow> {
  for (const by of maps) yield* translatedRows(by);
}

/** What results for programs say before they come to the mappings. */
function translatedFacts({ list, from, to, reverse, maps }: TranslatedList) {
  return {
    from,
    to,
    reverse,
    list: { name: list.name, codes: list.codes.length },
    maps: maps.map(({ map, codes }) => ({
      conceptMap: map.conceptMap,
      version: map.version,
      sample: map.sample,
      digest: map.digest,
      sourceVersion: map.sourceVersion,
      targetVersion: map.targetVersion,
      attribution: map.attribution,
      outcomes: tallyOutcomes(codes.map(({ outcome }) => outcome)),
    })),
  };
}

function tellUnknown(output: Output, { maps, from }: TranslatedList): number {
  if (maps.some(({ codes }) => codes.some(({ outcome }) => outcome !== 'unknown'))) return 0;
  output.note(
    `Not one code of the list is known as one of ${from}: is it another code system's, or another column's?`,
  );
  return 1;
}
