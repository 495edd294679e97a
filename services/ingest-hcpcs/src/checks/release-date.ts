// The dates in the main file must be those of the release: most of its changes take effect on its first day.
import type { Finding, ReleaseName } from '@codeset/terminology';
import { type MainFile, type MainRecord, onlyValue } from '../main-record.ts';
import { yearBesideHcpcs } from '../preamble.ts';
import { yearOf } from '../release-name.ts';

/** Fewer than this share of the commonest date's changes on the release's own day: another release. */
const share = 0.1;

/** An error when most changes come after the release's end or hardly any on its first day; a warning for a doubt; nothing when no code has changed. */
export function releaseDateAgrees({ file, records, preamble }: MainFile, name: ReleaseName): Finding[] {
  return [...changesAgree(records, file, name), ...preambleAgrees(preamble, file, name)];
}

function changesAgree(
  records: readonly MainRecord[],
  file: string,
  { version, effectiveFrom, scheduledTo }: ReleaseName,
): Finding[] {
  const changed = new Map<string, MainRecord[]>();
  for (const record of records) {
    const date = onlyValue(record, 'actionEffectiveDate');
    if (date === null || (onlyValue(record, 'actionCode') ?? 'N') === 'N') continue;
    changed.set(date, [...(changed.get(date) ?? []), record]);
  }
  const own = changed.get(effectiveFrom)?.length ?? 0;
  const [date, most = []] = [...changed].sort((a, b) => b[1].length - a[1].length)[0] ?? [];
  if (date === undefined) {
    const message = 'No code says that it has changed: which release this is can not be told from its dates.';
    return [{ severity: 'info', rule: 'release-date', message, where: file }];
  }
  if (most.length === own) return [];
  const isLater = scheduledTo !== null && date > scheduledTo;
  return [
    {
      severity: isLater || own < most.length * share ? 'error' : 'warning',
      rule: 'release-date',
      message:
        `Most changes (${most.length}) take effect on ${date}, ${own} on ${effectiveFrom}; ` +
        `expected most on ${effectiveFrom}, the first day of the release ${version}.`,
      where: most[0]?.place ?? file,
    },
  ];
}

/** The preamble may be left over from an earlier release: the dates decide. */
function preambleAgrees(preamble: readonly string[], file: string, { version }: ReleaseName): Finding[] {
  const year = preamble.map(yearBesideHcpcs).find((found) => found !== null) ?? null;
  if (year === null || year === yearOf(version)) return [];
  const message = `The lines before the codes speak of ${year}, expected ${yearOf(version)}.`;
  return [{ severity: 'warning', rule: 'preamble-year', message, where: file }];
}
