// What a map says of many codes: a few statements for a thousand of them.
import type {
  ConceptsNamed,
  MappingRow,
  NamingMappingRow,
  PublishedMap,
  PublishedRelease,
  Reader,
} from '@codeset/database/read';
import { identifierKey, lookUpForm, translationOptions } from '@codeset/terminology';
import { codeSystemOf, keyAndCodeOf, type MapSide, sideFrom, versionOf } from './map-side.ts';

/** What a map says of a code. */
export type TranslationStatus = 'MAPPED' | 'NO_MAP' | 'NOT_COVERED' | 'UNKNOWN_CODE';

/** A release of a map, and how it is read. */
export interface MapToRead {
  readonly map: PublishedMap;
  readonly reverse: boolean;
  /** A release of the code system read from, in which codes are looked up; null where none is held. */
  readonly release: PublishedRelease | null;
}

/** A code as it is asked for, or a concept that a release has: then its key is given. */
export interface CodeToTranslate {
  readonly code: string | null;
  readonly key: string | null;
}

/** What the map says of one code. */
export interface TranslatedCode {
  readonly status: TranslationStatus;
  /** As the map writes it, else as the release does, else as asked; null for a concept without one. */
  readonly code: string | null;
  /** Where the map or the release identifies it by more than its code. */
  readonly key: string | null;
  /** In the publisher's order. */
  readonly mappings: readonly MappingRow[];
  /** Why the map may not speak of what was asked, in one sentence; null when there is no doubt. */
  readonly doubt: string | null;
}

/** Codes asked for by one statement. */
const chunk = 1_000;

/**
 * In the order asked. `version` is that of the release that the codes are said to be of, null where that is not said.
 */
export async function translateCodes(
  reader: Pick<Reader, 'listMappingsNaming' | 'listMentions' | 'listConceptsByLookUp'>,
  read: MapToRead,
  codes: readonly CodeToTranslate[],
  version: string | null,
): Promise<TranslatedCode[]> {
  const doubt = doubtOf(read.map, sideFrom(read.reverse), version);
  const translated: TranslatedCode[] = [];
  for (let start = 0; start < codes.length; start += chunk) {
    const resolved = await resolve(reader, read, codes.slice(start, start + chunk));
    const { byForm, byKey } = await mappingsOf(reader, read, resolved);
    for (const one of resolved) {
      const rows = inOrder([...(byForm.get(one.form) ?? []), ...(byKey.get(one.key) ?? [])]);
      const [first] = rows;
      const written = first ? keyAndCodeOf(first, sideFrom(read.reverse)).code : null;
      const status = statusOf(rows, one.known);
      translated.push({ status, code: written ?? one.code, key: one.key, mappings: rows, doubt });
    }
  }
  return translated;
}

/** What is known of a code before its mappings are read. */
interface Resolved {
  readonly code: string | null;
  readonly form: string | null;
  readonly key: string | null;
  /** A release that is held has it, or the map says something of it. */
  readonly known: boolean;
}

async function resolve(
  reader: Pick<Reader, 'listMentions' | 'listConceptsByLookUp'>,
  { map, reverse, release }: MapToRead,
  codes: readonly CodeToTranslate[],
): Promise<Resolved[]> {
  const side = sideFrom(reverse);
  const texts = codes.flatMap(({ code, key }) => (key === null && code !== null ? [code] : []));
  const forms = [...new Set(texts.map(lookUpForm))];
  const named: ConceptsNamed = { releaseId: map.id, side, forms, keys: [] };
  const [mentions, concepts] = await Promise.all([
    forms.length === 0 || map.counts['concepts mentioned'] === 0 ? [] : reader.listMentions(named),
    forms.length === 0 || !release ? [] : reader.listConceptsByLookUp(release.id, forms),
  ]);
  const mentionOf = new Map(mentions.map((mention) => [mention.form, mention]));
  // A grouping stands before the code of the same name, and the code is meant.
  const conceptOf = new Map(
    [...concepts].sort((a, b) => a.position - b.position).map((row) => [row.lookUpForm, row]),
  );
  return codes.map(({ code, key }) => {
    const form = code === null ? null : lookUpForm(code);
    if (key !== null) return { code, form, key, known: true };
    const [mention, concept] = [mentionOf.get(form), conceptOf.get(form ?? '')];
    const identified = release && code !== null ? identifierKey(release.identifierForms, code) : null;
    return {
      code: mention?.code ?? concept?.code ?? code,
      form,
      key: mention?.key ?? concept?.key ?? identified,
      known: mention !== undefined || concept !== undefined,
    };
  });
}

async function mappingsOf(
  reader: Pick<Reader, 'listMappingsNaming'>,
  { map, reverse }: MapToRead,
  codes: readonly Resolved[],
): Promise<Record<'byForm' | 'byKey', Map<string | null, NamingMappingRow[]>>> {
  const side = sideFrom(reverse);
  const forms = new Set(codes.flatMap(({ form }) => form ?? []));
  const keys = new Set(codes.flatMap(({ key }) => key ?? []));
  const named = { releaseId: map.id, side, forms: [...forms], keys: [...keys] };
  const found = {
    byForm: new Map<string | null, NamingMappingRow[]>(),
    byKey: new Map<string | null, NamingMappingRow[]>(),
  };
  for (const row of await reader.listMappingsNaming(named)) {
    if (row.form !== null) addTo(found.byForm, row.form, row);
    const { key } = keyAndCodeOf(row, side);
    if (key !== null) addTo(found.byKey, key, row);
  }
  return found;
}

function addTo<Key, Row>(groups: Map<Key, Row[]>, key: Key, row: Row): void {
  const group = groups.get(key);
  if (group) group.push(row);
  else groups.set(key, [row]);
}

/** Each once: a mapping can be found by its code and by its key. */
function inOrder(rows: readonly NamingMappingRow[]): MappingRow[] {
  return [...new Map(rows.map((row) => [row.position, row])).values()].sort(
    (a, b) => a.position - b.position,
  );
}

function statusOf(rows: readonly MappingRow[], known: boolean): TranslationStatus {
  if (translationOptions(rows).length > 0) return 'MAPPED';
  if (rows.length > 0) return 'NO_MAP';
  return known ? 'NOT_COVERED' : 'UNKNOWN_CODE';
}

function doubtOf(map: PublishedMap, side: MapSide, asked: string | null): string | null {
  const version = versionOf(map, side);
  if (asked === null || version === asked) return null;
  const codeSystem = codeSystemOf(map, side);
  return version === null
    ? `The map does not say of which release of ${codeSystem} it speaks; ${asked} was asked for.`
    : `The map speaks of release ${version} of ${codeSystem}; ${asked} was asked for.`;
}
