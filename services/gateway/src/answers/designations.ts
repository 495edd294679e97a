// The texts for a concept besides its display: those of the order file, and those that the tabular list adds.
import type { Designation } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { ReleaseConcept } from '../pinned-release.ts';

/** Uses of the texts that come with a note set; the code system's definition describes them. */
const tabularTitle = 'tabular-title';
const inclusionTerm = 'inclusion-term';

/** The kind of note that is a text for the concept, too. */
const inclusionTermNote = 'inclusionTerm';

/** All of them, or those of one use. Without its tabular list a release has the order file's only. */
export async function listDesignations(
  { loaders }: GatewayContext,
  { row }: ReleaseConcept,
  use: string | null,
): Promise<Designation[]> {
  const content = await loaders.contents.load(row.contentId);
  const language = content.designations[0]?.language ?? 'en';
  const designations = [...content.designations];
  if (row.noteSetId !== null) {
    const { content: noteSet } = await loaders.noteSets.load(row.noteSetId);
    if (noteSet.title !== null) designations.push({ use: tabularTitle, language, value: noteSet.title });
    for (const { kind, text } of noteSet.notes) {
      if (kind === inclusionTermNote) designations.push({ use: inclusionTerm, language, value: text });
    }
  }
  return use === null ? designations : designations.filter((designation) => designation.use === use);
}
