// The table is cumulative: what an earlier release said must still be there, and the same.
import type { Finding, Mapping } from '@codeset/terminology';
import { effectiveFromOf, previousCodesOf } from '../mapping-facts.ts';
import { placeInFile } from '../table-rows.ts';

/** What the table says of one current code; a code may have several rows. */
interface Said {
  readonly place: string;
  /** `I80.491 (2019-10-01)`, a row each, sorted. */
  readonly rows: readonly string[];
}

/** A warning for each current code that vanished, an information for each of which something else is said, and the sums. */
export function cumulative(
  earlier: readonly Mapping[],
  version: string,
  mappings: readonly Mapping[],
  file: string,
): Finding[] {
  const before = byCurrentCode(earlier);
  const now = byCurrentCode(mappings);
  const vanished = [...before.keys()].filter((code) => !now.has(code));
  const changed = [...before].flatMap(([code, said]) => changeOf(code, said, now.get(code), version, file));
  const added = [...now.keys()].filter((code) => !before.has(code)).length;
  return [
    ...vanished.map((code): Finding => {
      const message = `${code} is no longer in the table; release ${version} had it.`;
      return { severity: 'warning', rule: 'cumulative-vanished', message, where: code };
    }),
    ...changed,
    {
      severity: 'info',
      rule: 'cumulative',
      message:
        `Against release ${version} of the table: ${added} current codes added, ${vanished.length} vanished, ` +
        `${changed.length} with other previous codes or dates.`,
      where: null,
    },
  ];
}

function changeOf(
  code: string,
  before: Said,
  now: Said | undefined,
  version: string,
  file: string,
): Finding[] {
  if (!now || before.rows.join('\n') === now.rows.join('\n')) return [];
  const message = `${code} comes from ${now.rows.join(' and ')}; release ${version} said ${before.rows.join(' and ')}.`;
  return [{ severity: 'info', rule: 'cumulative-changed', message, where: placeInFile(file, now.place) }];
}

/** The mappings of one row share its place. */
function byCurrentCode(mappings: readonly Mapping[]): Map<string, Said> {
  const rows = new Map(mappings.map((mapping) => [mapping.place, mapping]));
  const said = new Map<string, Said>();
  for (const mapping of rows.values()) {
    const { targetCode, place } = mapping;
    if (targetCode === null) continue;
    const earlier = said.get(targetCode);
    const row = `${previousCodesOf(mapping)} (${effectiveFromOf(mapping)})`;
    said.set(targetCode, { place: earlier?.place ?? place, rows: [...(earlier?.rows ?? []), row].sort() });
  }
  return said;
}
