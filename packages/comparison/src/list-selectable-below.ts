// All selectable concepts below one, however many there are.
import type { ConceptRow, Reader, SubtreeRange } from '@codeset/database/read';

/** Concepts asked for by one statement. */
const usualPage = 5_000;

/** In tabular order; page after page, since a chapter can have fifty thousand. */
export async function listSelectableBelow(
  reader: Pick<Reader, 'listDescendants'>,
  releaseId: number,
  { position, subtreeEnd }: SubtreeRange,
  page = usualPage,
): Promise<ConceptRow[]> {
  const below: ConceptRow[] = [];
  let some: readonly ConceptRow[];
  do {
    const after = below.at(-1)?.position ?? null;
    const asked = { selectableOnly: true, after, limit: page };
    some = await reader.listDescendants(releaseId, [{ position, subtreeEnd }], asked);
    below.push(...some);
  } while (some.length === page);
  return below;
}
