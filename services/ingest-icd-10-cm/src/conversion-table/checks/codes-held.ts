// The codes of the table against the releases of ICD-10-CM that are held: there when they should be.
import type { HeldCodeSystem, NamedCode, Progress } from '@codeset/ingestion';
import {
  addDays,
  type DatedRelease,
  type Finding,
  type Mapping,
  type PlainDate,
  releaseOn,
} from '@codeset/terminology';
import { effectiveFromOf } from '../mapping-facts.ts';
import { placeInFile } from '../table-rows.ts';

/** A code to look for, and the row that names it. */
interface Named {
  readonly code: string;
  /** True where a header is as good: a range, or a dash. */
  readonly headerWillDo: boolean;
  readonly mapping: Mapping;
}

/**
 * One finding for each code that is not where the table says: a current code in the release of its effective date, a
 * previous one in the release that was in force the day before. Dates for which no such release is held are told.
 */
export async function codesHeld(
  mappings: readonly Mapping[],
  held: HeldCodeSystem,
  file: string,
  progress: Progress,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const dates = [...new Set(mappings.map(effectiveFromOf))].sort();
  const notHeld: string[] = [];
  for (const [at, date] of dates.entries()) {
    progress(`looking for the codes of ${date}`, at, dates.length);
    const these = mappings.filter((mapping) => effectiveFromOf(mapping) === date);
    const release = held.releases.find(({ effectiveFrom }) => effectiveFrom === date);
    const before = releaseBefore(held.releases, date);
    if (release) findings.push(...(await currentCodes(these, held, release, file)));
    if (before) findings.push(...(await previousCodes(these, held, before, file)));
    if (!release || !before) notHeld.push(date);
  }
  return [...findings, ...notCompared(notHeld)];
}

/** The release that was in force the day before; null where the one that is held may have been followed by another. */
function releaseBefore(releases: readonly DatedRelease[], date: PlainDate): DatedRelease | null {
  const selection = releaseOn(releases, addDays(date, -1));
  return selection && selection.doubt === null ? selection.release : null;
}

async function currentCodes(
  mappings: readonly Mapping[],
  held: HeldCodeSystem,
  { version }: DatedRelease,
  file: string,
): Promise<Finding[]> {
  const named = mappings.flatMap((mapping) =>
    mapping.targetCode === null ? [] : [{ code: mapping.targetCode, headerWillDo: false, mapping }],
  );
  return await notAsNamed(named, held, version, file, {
    rule: 'current-codes-held',
    is: ({ code }) => code,
    when: 'which takes effect on the day of the code',
  });
}

async function previousCodes(
  mappings: readonly Mapping[],
  held: HeldCodeSystem,
  { version }: DatedRelease,
  file: string,
): Promise<Finding[]> {
  return await notAsNamed(mappings.flatMap(sourcesOf), held, version, file, {
    rule: 'previous-codes-held',
    is: ({ code, mapping }) => `${code}, a previous code of ${mapping.targetCode},`,
    when: 'in force the day before',
  });
}

function sourcesOf(mapping: Mapping): Named[] {
  const { sourceCode, sourceTo, sourceBelow, sourceWith } = mapping;
  const own = sourceCode === null ? [] : [{ from: sourceCode, to: sourceTo, below: sourceBelow }];
  return [...own, ...sourceWith].flatMap(({ from, to, below }) =>
    [from, ...(to === null ? [] : [to])].map((code) => ({
      code,
      headerWillDo: below || to !== null,
      mapping,
    })),
  );
}

/** How a finding is worded. */
interface Wording {
  readonly rule: string;
  readonly is: (named: Named) => string;
  readonly when: string;
}

/** One finding for each row and code: a warning where the code is not there, an information where it is a header. */
async function notAsNamed(
  named: readonly Named[],
  held: HeldCodeSystem,
  version: string,
  file: string,
  { rule, is, when }: Wording,
): Promise<Finding[]> {
  const found = await held.findCodes(version, [...new Set(named.map(({ code }) => code))]);
  const told = new Set<string>();
  return named.flatMap((one) => {
    const fault = faultOf(found.get(one.code), one.headerWillDo);
    const where = placeInFile(file, one.mapping.place);
    if (fault === null || told.has(`${where} ${one.code}`)) return [];
    told.add(`${where} ${one.code}`);
    const message = `${is(one)} ${fault.words} release ${version}, ${when}.`;
    return [{ severity: fault.severity, rule, message, where }];
  });
}

/** What is wrong with a code that a release should have, as words before the release; null where nothing is. */
export function faultOf(
  code: NamedCode | undefined,
  headerWillDo: boolean,
): { readonly severity: 'warning' | 'info'; readonly words: string } | null {
  if (!code) return { severity: 'warning', words: 'is not in' };
  if (code.selectable || headerWillDo) return null;
  return { severity: 'info', words: 'is a header in' };
}

function notCompared(dates: readonly PlainDate[]): Finding[] {
  if (dates.length === 0) return [];
  const message =
    'Not all codes of these effective dates were looked for, because no release of ICD-10-CM is held that took effect ' +
    `on the day or was surely in force the day before: ${dates.join(', ')}.`;
  return [{ severity: 'info', rule: 'codes-not-compared', message, where: null }];
}
