// What a table names of ICD-11 against the release that it is made for, where that release is held: codes and entities.
import type { HeldCodeSystem, MapService, Progress } from '@codeset/ingestion';
import type { Finding, Mapping } from '@codeset/terminology';
import { definition as icd11 } from '../definition.ts';
import { codeParts } from './code-parts.ts';
import { mapFiles } from './map-files.ts';
import { placeInFile } from './map-place.ts';
import type { MapTable } from './map-tables.ts';

/** A code, and the first mapping that names it. */
interface NamedCode {
  readonly code: string;
  /** The code with what is needed together with it. */
  readonly within: string;
  readonly place: string;
}

/** An entity, chapters and blocks among them, and the first mapping that names it. */
interface NamedEntity {
  readonly key: string;
  /** As the table gives it; null where it gives none. */
  readonly code: string | null;
  readonly place: string;
}

/** The release that is looked in. */
interface LookedIn {
  readonly held: HeldCodeSystem;
  readonly version: string;
  readonly file: string;
  readonly progress: Progress;
}

/** A warning for each code and each entity that is not there; one information where the release is not held. */
export function checkerOf(table: MapTable): MapService['check'] {
  return async ({ name: { version }, mappings }, files, heldForMap, progress) => {
    const held = await heldForMap.codeSystem(icd11.id);
    const codes = namedCodes(mappings, table);
    const entities = namedEntities(mappings, table);
    if (!held.releases.some((release) => release.version === version)) {
      return [notHeld(version, codes.length, entities.length)];
    }
    const file = mapFiles(files, table)[0]?.file.name ?? '';
    const lookedIn = { held, version, file, progress };
    const missing = await codesNotThere(codes, lookedIn);
    return [...missing, ...(await entitiesNotThere(entities, lookedIn))];
  };
}

/** Each code once; chapters and blocks have none. */
function namedCodes(mappings: readonly Mapping[], { from }: MapTable): NamedCode[] {
  const named = new Map<string, NamedCode>();
  for (const { sourceCode, targetCode, place } of mappings) {
    const within = from === 'icd-10' ? targetCode : sourceCode;
    if (within === null) continue;
    for (const code of codeParts(within) ?? []) {
      if (!named.has(code)) named.set(code, { code, within, place });
    }
  }
  return [...named.values()];
}

/** Each entity once; codes that are needed together have no key. */
function namedEntities(mappings: readonly Mapping[], { from }: MapTable): NamedEntity[] {
  const named = new Map<string, NamedEntity>();
  for (const { sourceKey, sourceCode, targetKey, targetCode, place } of mappings) {
    const [key, code] = from === 'icd-10' ? [targetKey, targetCode] : [sourceKey, sourceCode];
    if (key !== null && !named.has(key)) named.set(key, { key, code, place });
  }
  return [...named.values()];
}

async function codesNotThere(
  named: readonly NamedCode[],
  { held, version, file, progress }: LookedIn,
): Promise<Finding[]> {
  progress(`looking for the codes in release ${version} of ${icd11.id}`, 0, named.length);
  const found = await held.findCodes(
    version,
    named.map(({ code }) => code),
  );
  return named
    .filter(({ code }) => !found.has(code))
    .map(({ code, within, place }) => ({
      severity: 'warning',
      rule: 'codes-held',
      message: `${code}${code === within ? '' : `, in ${within},`} is not in release ${version} of ${icd11.id}, which the table is made for.`,
      where: placeInFile(file, place),
    }));
}

/** An entity that is not there, or that has another code there than the table gives it. */
async function entitiesNotThere(
  named: readonly NamedEntity[],
  { held, version, file, progress }: LookedIn,
): Promise<Finding[]> {
  progress(`looking for the entities in release ${version} of ${icd11.id}`, 0, named.length);
  const found = await held.findKeys(
    version,
    named.map(({ key }) => key),
  );
  return named.flatMap(({ key, code, place }): Finding[] => {
    const there = found.get(key);
    if (there && (code === null || there.code === code)) return [];
    const message = there
      ? `The entity ${key} has the code ${there.code ?? 'none'} in release ${version} of ${icd11.id}, ${code} in the table.`
      : `The entity ${key}${code === null ? '' : ` (${code})`} is not in release ${version} of ${icd11.id}, which the table is made for.`;
    return [{ severity: 'warning', rule: 'entities-held', message, where: placeInFile(file, place) }];
  });
}

function notHeld(version: string, codes: number, entities: number): Finding {
  const message =
    `The ${codes} codes and ${entities} entities of ICD-11 in the table were not looked for, because release ${version} ` +
    `of ${icd11.id} is not held.`;
  return { severity: 'info', rule: 'codes-not-compared', message, where: null };
}
