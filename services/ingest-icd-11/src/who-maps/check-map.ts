// The ICD-11 codes of a table against the release that it is made for, where that release is held.
import type { HeldCodeSystem, MapService, Progress } from '@codeset/ingestion';
import type { Finding, Mapping } from '@codeset/terminology';
import { definition as icd11 } from '../definition.ts';
import { codeParts } from './code-parts.ts';
import type { MapTable } from './map-tables.ts';

/** A code, and the first mapping that names it. */
interface NamedCode {
  readonly code: string;
  /** The code with what is needed together with it. */
  readonly within: string;
  readonly place: string;
}

/** A warning for each code that is not there; one information where the release is not held. */
export function checkerOf(table: MapTable): MapService['check'] {
  return async ({ name: { version }, mappings }, files, held, progress) => {
    const codes = await held.codeSystem(icd11.id);
    const named = namedCodes(mappings, table);
    if (!codes.releases.some((release) => release.version === version))
      return [notHeld(version, named.length)];
    const file = files.find(({ role }) => role === table.id)?.file.name ?? '';
    return await codesNotThere(named, version, codes, file, progress);
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

async function codesNotThere(
  named: readonly NamedCode[],
  version: string,
  held: HeldCodeSystem,
  file: string,
  progress: Progress,
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
      where: `${file}:${place.replace(/^line /, '')}`,
    }));
}

function notHeld(version: string, codes: number): Finding {
  const message =
    `The ${codes} codes of ICD-11 in the table were not looked for, because release ${version} of ${icd11.id} is ` +
    'not held.';
  return { severity: 'info', rule: 'codes-not-compared', message, where: null };
}
