// The texts for a concept: those of its own source, those that the tabular list adds, and those of translations.
import { type Designation, inclusionTermNote } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { findFrontMatter } from './release-texts.ts';

/** Uses of the texts that come with a note set; the code system's definition describes them. */
const tabularTitle = 'tabular-title';
const inclusionTerm = 'inclusion-term';

/** Which texts are wanted; null for all. */
export interface DesignationFilter {
  readonly use: string | null;
  /** BCP 47, compared in any case. */
  readonly language: string | null;
}

/** All texts besides the display, or those that the filter means. Sources that the release lacks give none. */
export async function listDesignations(
  { loaders }: GatewayContext,
  { release, row }: ReleaseConcept,
  { use, language }: DesignationFilter,
): Promise<Designation[]> {
  const [content, noteSet, translated] = await Promise.all([
    loaders.contents.load(row.contentId),
    row.noteSetId === null ? null : loaders.noteSets.load(row.noteSetId),
    row.designationSetId === null ? null : loaders.designationSets.load(row.designationSetId),
  ]);
  const ofNotes: Designation[] = [];
  const add = (of: string, value: string) => ofNotes.push({ use: of, language: release.row.language, value });
  if (noteSet && noteSet.content.title !== null) add(tabularTitle, noteSet.content.title);
  for (const { kind, text } of noteSet?.content.notes ?? []) {
    if (kind === inclusionTermNote) add(inclusionTerm, text);
  }
  return [...content.designations, ...ofNotes, ...(translated?.designations ?? [])].filter(
    (designation) =>
      (use === null || designation.use === use) &&
      (language === null || isSameLanguage(designation.language, language)),
  );
}

/**
 * The text to show in a language: the display in the original one, else the first text of that language among the
 * translations; null when the release has none.
 */
export async function findDisplayIn(
  { loaders }: GatewayContext,
  { release, row }: ReleaseConcept,
  language: string,
): Promise<string | null> {
  if (isSameLanguage(language, release.row.language))
    return (await loaders.contents.load(row.contentId)).display;
  if (row.designationSetId === null) return null;
  const { designations } = await loaders.designationSets.load(row.designationSetId);
  return designations.find((designation) => isSameLanguage(designation.language, language))?.value ?? null;
}

/** The languages that a release has texts in, the original one first. */
export async function listLanguages(context: GatewayContext, release: PinnedRelease): Promise<string[]> {
  const { translations } = await findFrontMatter(context, release);
  return [release.row.language, ...(translations ?? [])];
}

function isSameLanguage(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
