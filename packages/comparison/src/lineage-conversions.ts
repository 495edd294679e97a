// What conversion tables say: rows that lead from previous codes to a current one, put between the releases held.
import type { MappingRow, PublishedMap, PublishedRelease, Reader } from '@codeset/database/read';
import { lookUpForm, type Mapping, type NoteLink, type PlainDate } from '@codeset/terminology';
import type { ContentReader } from './concept-parts.ts';
import type { EdgeDraft } from './edge-drafts.ts';
import { inChunks } from './in-chunks.ts';
import type { Evidence, NamedCodes, Unresolved } from './lineage.ts';
import { Turns } from './turns.ts';

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
  const turns = new Turns();
  const statements = (await turns.map(mappings, (mapping) => statementsOf(map, mapping))).flat();
  const placed = await turns.map(statements, (statement): PlacedStatement => {
    const day = statement.evidence.effectiveFrom ?? map.effectiveFrom;
    const after = held.find(({ effectiveFrom }) => effectiveFrom >= day) ?? null;
    const before = held.findLast(({ effectiveFrom }) => effectiveFrom < day) ?? null;
    return { ...statement, before, after };
  });
  const codes = new CodesInReleases(reader, contents);
  for (const group of groupBySteps(placed)) await codes.read(releasesOf(group), namedIn(group));
  const failing: PlacedStatement[] = [];
  const drafts: EdgeDraft[] = [];
  await turns.map(placed, (statement) => {
    const { evidence, ...ends } = statement;
    if (!leadsOn(statement, codes)) failing.push(statement);
    else drafts.push({ ...ends, stays: staysInUse(ends, codes), evidence: [evidence] });
  });
  await codes.read(held, namedIn(failing));
  const unresolved = failing.map((statement): Unresolved => {
    const { evidence, source, target } = statement;
    return { evidence, source, target, reason: whyNot(statement, held, codes) };
  });
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

/** A header, and the first code of a range, stay when they are there; a code when it may still be coded with. */
function staysInUse(
  { source, before, after }: Pick<PlacedStatement, 'source' | 'before' | 'after'>,
  codes: CodesInReleases,
): boolean {
  if (!before || !after || !codes.isIn(after, source.from)) return false;
  return codes.isSelectable(after, source.from) || !codes.isSelectable(before, source.from);
}

interface PlacedStatement extends Statement {
  /** The last release held from before its day. */
  readonly before: PublishedRelease | null;
  /** The first release held from its day on. */
  readonly after: PublishedRelease | null;
}

function groupBySteps(statements: readonly PlacedStatement[]): PlacedStatement[][] {
  const groups = new Map<string, PlacedStatement[]>();
  for (const statement of statements) {
    const name = `${statement.before?.id} ${statement.after?.id}`;
    const group = groups.get(name);
    if (group) group.push(statement);
    else groups.set(name, [statement]);
  }
  return [...groups.values()];
}

function releasesOf([first]: readonly PlacedStatement[]): PublishedRelease[] {
  return [first?.before, first?.after].flatMap((release) => release ?? []);
}

function namedIn(statements: readonly Statement[]): string[] {
  return statements.flatMap(({ source, target }) => [source.from, source.to ?? target, target]);
}

/** Codes asked for by one statement, of several releases. */
const chunk = 500;

/** In which releases codes are, as far as was asked. */
class CodesInReleases {
  readonly #reader: Reader;
  readonly #contents: ContentReader;
  readonly #selectable = new Map<string, boolean>();

  constructor(reader: Reader, contents: ContentReader) {
    this.#reader = reader;
    this.#contents = contents;
  }

  async read(releases: readonly PublishedRelease[], codes: readonly string[]): Promise<void> {
    const forms = [...new Set(codes.map(lookUpForm))];
    const ids = releases.map(({ id }) => id);
    for (const some of inChunks(forms, chunk)) {
      const rows = await this.#reader.listConceptsInReleases(ids, some);
      const read = await this.#contents.contents([...new Set(rows.map(({ contentId }) => contentId))]);
      for (const { releaseId, lookUpForm: form, contentId } of rows) {
        const name = `${releaseId} ${form}`;
        const selectable = read.get(contentId)?.selectable === true;
        this.#selectable.set(name, selectable || this.#selectable.get(name) === true);
      }
    }
  }

  isIn({ id }: PublishedRelease, code: string): boolean {
    return this.#selectable.has(`${id} ${lookUpForm(code)}`);
  }

  isSelectable({ id }: PublishedRelease, code: string): boolean {
    return this.#selectable.get(`${id} ${lookUpForm(code)}`) === true;
  }
}

function leadsOn({ source, target, before, after }: PlacedStatement, codes: CodesInReleases): boolean {
  if (!before || !after || !codes.isIn(after, target) || !codes.isIn(before, source.from)) return false;
  return source.to === null || codes.isIn(before, source.to);
}

/** Why the statement leads nowhere. */
function whyNot(
  { source, target, before, after }: PlacedStatement,
  held: readonly PublishedRelease[],
  codes: CodesInReleases,
): string {
  const sources = [source.from, ...(source.to === null ? [] : [source.to])];
  const having = (code: string) => held.filter((release) => codes.isIn(release, code));
  const nowhere = [...sources, target].filter((code) => having(code).length === 0);
  if (nowhere.length > 0) return `${nowhere.join(' and ')}: in no release that is held.`;
  if (!before) return 'No release is held from before the day.';
  if (!after) return 'No release is held from the day on.';
  const versionsOf = (code: string) =>
    having(code)
      .map(({ version }) => version)
      .join(', ');
  if (!codes.isIn(after, target)) {
    return `${target} is not in ${after.version}, the first release held from the day on, but in ${versionsOf(target)}.`;
  }
  const missing = sources.find((code) => !codes.isIn(before, code)) ?? source.from;
  return `${missing} is not in ${before.version}, the last release held from before the day, but in ${versionsOf(missing)}.`;
}
