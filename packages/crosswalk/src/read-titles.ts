// Titles of the concepts that mappings lead to: by the release that the map speaks of, else by the map itself.
import type { MappingRow, PublishedMap, PublishedRelease, Reader } from '@codeset/database/read';
import { lookUpForm } from '@codeset/terminology';
import { keyAndCodeOf, type MapSide } from './map-side.ts';

/** Gives the title of the concept that a mapping names on the side; null where nobody says one. */
export type TargetTitles = (mapping: MappingRow) => string | null;

/** Names asked for by one statement. */
const chunk = 1_000;

/** Reads the titles that these mappings need. `release` is the one that the map speaks of; null where it is not held. */
export async function readTitles(
  reader: Pick<Reader, 'listMentions' | 'listConceptsByLookUp' | 'listConceptsByKey' | 'listConceptContents'>,
  {
    map,
    side,
    release,
  }: { readonly map: PublishedMap; readonly side: MapSide; readonly release: PublishedRelease | null },
  mappings: readonly MappingRow[],
): Promise<TargetTitles> {
  const titles = new Map<string, string>();
  const named = mappings.map((mapping) => keyAndCodeOf(mapping, side));
  const keys = [...new Set(named.flatMap(({ key, code }) => key ?? code ?? []))];
  for (let start = 0; start < keys.length; start += chunk) {
    const some = keys.slice(start, start + chunk);
    for (const { key, title } of await reader.listMentions({
      releaseId: map.id,
      side,
      forms: [],
      keys: some,
    })) {
      if (title !== null) titles.set(key, title);
    }
    if (!release) continue;
    const forms = some.map(lookUpForm);
    const [byKey, byForm] = await Promise.all([
      reader.listConceptsByKey(release.id, some),
      reader.listConceptsByLookUp(release.id, forms),
    ]);
    const contents = await reader.listConceptContents([
      ...new Set([...byKey, ...byForm].map(({ contentId }) => contentId)),
    ]);
    const display = new Map(contents.map((content) => [content.id, content.display]));
    for (const { code, contentId } of byForm)
      if (code !== null) titles.set(code, display.get(contentId) ?? '');
    for (const { key, contentId } of byKey) titles.set(key, display.get(contentId) ?? '');
  }
  return (mapping) => {
    const { key, code } = keyAndCodeOf(mapping, side);
    return titles.get(key ?? code ?? '') ?? null;
  };
}
