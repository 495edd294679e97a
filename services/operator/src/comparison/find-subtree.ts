// Where the concept that a person names stands in both releases.
import { contentReader, type SubtreeOfBoth } from '@codeset/comparison';
import type { ConceptRow, PublishedRelease, Reader } from '@codeset/database/read';
import { CodesetError, identifierKey, lookUpForm } from '@codeset/terminology';

/** Throws USAGE where neither release has the concept: a code, the id of a grouping, or an identifier such as a URI. */
export async function findSubtree(
  reader: Reader,
  { from, to }: { readonly from: PublishedRelease; readonly to: PublishedRelease },
  codeKinds: ReadonlySet<string>,
  asked: string,
): Promise<SubtreeOfBoth> {
  const [before, after] = await Promise.all(
    [from, to].map((release) => findConcept(reader, release, codeKinds, asked)),
  );
  if (before || after) return { from: before ?? null, to: after ?? null };
  throw new CodesetError(
    'USAGE',
    `--under: neither ${from.version} nor ${to.version} has a concept ${asked}.`,
  );
}

async function findConcept(
  reader: Reader,
  { id, identifierForms }: PublishedRelease,
  codeKinds: ReadonlySet<string>,
  asked: string,
): Promise<ConceptRow | undefined> {
  const key = identifierKey(identifierForms, asked);
  const identified = key === null ? [] : await reader.listConceptsByKey(id, [key]);
  if (identified.length > 0) return identified[0];
  const found = await reader.listConceptsByLookUp(id, [lookUpForm(asked)]);
  return found.length < 2 ? found[0] : await chooseCode(reader, codeKinds, found);
}

/** A grouping and a code may share an id (block and category C7A): the code is meant. */
async function chooseCode(
  reader: Reader,
  codeKinds: ReadonlySet<string>,
  found: readonly ConceptRow[],
): Promise<ConceptRow | undefined> {
  const contents = await contentReader(reader).contents(found.map(({ contentId }) => contentId));
  const isCode = ({ contentId }: ConceptRow) => codeKinds.has(contents.get(contentId)?.kind ?? '');
  return found.find(isCode) ?? found[0];
}
