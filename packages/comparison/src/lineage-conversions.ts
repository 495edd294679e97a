// What conversion tables say: rows that lead from previous codes to a current one, put between the releases held.
import type {
  FoundInReleaseRow,
  MappingRow,
  PublishedMap,
  PublishedRelease,
  Reader,
} from '@codeset/database/read';
import { lookUpForm, type Mapping, type NoteLink, type PlainDate } from '@codeset/terminology';
import type { ContentReader } from './concept-parts.ts';
import type { EdgeDraft } from './edge-drafts.ts';
import type { Evidence, NamedCodes, Unresolved } from './lineage.ts';

/** A table with the releases that its codes are looked for in. */
export interface ConversionTable {
  readonly map: PublishedMap;
  readonly mappings: readonly MappingRow[];
  /** Published releases of the code system, by effective date, drafts left out. */
  readonly held: readonly PublishedRelease[];
}

/** What came of a table's rows. */
export interface ConversionEdges {
  readonly drafts: readonly EdgeDraft[];
  /** Statements whose codes are not held, or not where they would have to be. */
  readonly unresolved: readonly Unresolved[];
}

/** The property of a mapping that says since when the current code is used. */
const effectiveFromProperty = 'effective-from';

/** Each statement between the release before its date and the first one from it on. */
export async function conversionEdges(
  reader: Reader,
  contents: ContentReader,
  { map, mappings, held }: ConversionTable,
): Promise<ConversionEdges> {
  const statements = mappings.flatMap((mapping) => statementsOf(map, mapping));
  const codes = await findCodes(reader, contents, held, statements);
  const drafts: EdgeDraft[] = [];
  const unresolved: Unresolved[] = [];
  for (const { source, sourceWith, target, evidence } of statements) {
    const day = evidence.effectiveFrom ?? map.effectiveFrom;
    const after = held.find(({ effectiveFrom }) => effectiveFrom >= day) ?? null;
    const before = held.findLast(({ effectiveFrom }) => effectiveFrom < day) ?? null;
    const reason = whyNot({ source, target, before, after, held, codes });
    if (reason !== null) {
      unresolved.push({ evidence, source, target, reason });
      continue;
    }
    const stays = after !== null && codes.isSelectable(after.id, source.from);
    drafts.push({ source, sourceWith, target, before, after, stays, evidence: [evidence] });
  }
  return { drafts, unresolved };
}

interface Statement {
  readonly source: NamedCodes;
  readonly sourceWith: readonly NoteLink[];
  readonly target: string;
  readonly evidence: Evidence;
}

/** A combination leads on from each of its single codes, together with the others. */
function statementsOf(map: PublishedMap, mapping: Mapping): Statement[] {
  const { sourceCode, sourceTo, sourceBelow, sourceWith, targetCode, properties, place } = mapping;
  if (sourceCode === null || targetCode === null) return [];
  const dated = properties.find(({ code }) => code === effectiveFromProperty)?.value;
  const evidence: Evidence = {
    source: 'conversion-table',
    score: null,
    statement: properties
      .filter(({ code }) => code !== effectiveFromProperty)
      .map(({ value }) => String(value))
      .join('; '),
    publication: { id: map.conceptMap, version: map.version },
    place,
    effectiveFrom: dated === undefined ? null : (String(dated) as PlainDate),
  };
  const first: NoteLink = {
    text: sourceTo === null ? sourceCode : `${sourceCode}-${sourceTo}`,
    from: sourceCode,
    to: sourceTo,
    below: sourceBelow,
  };
  const members = [first, ...sourceWith];
  return members
    .filter((member, i) => i === 0 || (member.to === null && !member.below))
    .map((member) => ({
      source: { from: member.from, to: member.to, below: member.below },
      sourceWith: members.filter((other) => other !== member),
      target: targetCode,
      evidence,
    }));
}

/** In which releases the codes are. */
interface CodesInReleases {
  readonly isIn: (releaseId: number, code: string) => boolean;
  readonly isSelectable: (releaseId: number, code: string) => boolean;
}

/** Codes asked for by one statement. */
const chunk = 500;

async function findCodes(
  reader: Reader,
  contents: ContentReader,
  held: readonly PublishedRelease[],
  statements: readonly Statement[],
): Promise<CodesInReleases> {
  const named = statements.flatMap(({ source, target }) => [source.from, source.to ?? target, target]);
  const forms = [...new Set(named.map(lookUpForm))];
  const ids = held.map(({ id }) => id);
  const selectable = new Map<string, boolean>();
  for (let start = 0; start < forms.length; start += chunk) {
    const rows = await reader.listConceptsInReleases(ids, forms.slice(start, start + chunk));
    const read = await contents.contents([...new Set(rows.map(({ contentId }) => contentId))]);
    for (const row of rows) {
      const name = `${row.releaseId} ${row.lookUpForm}`;
      selectable.set(name, selectable.get(name) === true || isSelectable(row, read));
    }
  }
  const nameOf = (releaseId: number, code: string) => `${releaseId} ${lookUpForm(code)}`;
  return {
    isIn: (releaseId, code) => selectable.has(nameOf(releaseId, code)),
    isSelectable: (releaseId, code) => selectable.get(nameOf(releaseId, code)) === true,
  };
}

function isSelectable(
  { contentId }: FoundInReleaseRow,
  contents: ReadonlyMap<number, { readonly selectable: boolean }>,
): boolean {
  return contents.get(contentId)?.selectable === true;
}

interface ToPlace {
  readonly source: NamedCodes;
  readonly target: string;
  readonly before: PublishedRelease | null;
  readonly after: PublishedRelease | null;
  readonly held: readonly PublishedRelease[];
  readonly codes: CodesInReleases;
}

/** Null where both codes are held where they have to be; else the reason why the statement leads nowhere. */
function whyNot({ source, target, before, after, held, codes }: ToPlace): string | null {
  const somewhere = (code: string) => held.filter(({ id }) => codes.isIn(id, code));
  const missing = [source.from, ...(source.to === null ? [] : [source.to]), target].filter(
    (code) => somewhere(code).length === 0,
  );
  if (missing.length > 0) return `${missing.join(' and ')}: in no release that is held.`;
  if (!before) return 'No release is held from before the day.';
  if (!after) return 'No release is held from the day on.';
  const versions = (code: string) =>
    somewhere(code)
      .map(({ version }) => version)
      .join(', ');
  if (!codes.isIn(after.id, target)) {
    return `${target} is not in ${after.version}, the first release held from the day on, but in ${versions(target)}.`;
  }
  if (!codes.isIn(before.id, source.from)) {
    return `${source.from} is not in ${before.version}, the last release held from before the day, but in ${versions(source.from)}.`;
  }
  return null;
}
