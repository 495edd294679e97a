// The addenda applied to the release that they start from must give this one; what they keep silent about is listed.
import type { HeldRelease } from '@codeset/ingestion';
import type { Finding } from '@codeset/terminology';
import type { Addenda } from '../addenda.ts';
import { dotted } from '../code-form.ts';
import type { ReleaseCode, ReleaseCodes } from '../release-codes.ts';

const rule = 'addenda-applied';

/** The newest held release, in force before this one, whose totals are those that the addenda start from. */
export function baseOfAddenda(
  { headers, codes }: Addenda,
  held: readonly HeldRelease[],
  effectiveFrom: string,
): HeldRelease | null {
  const base = held.filter(
    (release) =>
      release.effectiveFrom < effectiveFrom &&
      release.counts['selectable'] === codes.from.count &&
      (headers === null || release.counts['header'] === headers.from.count),
  );
  return base.reduce<HeldRelease | null>(
    (newest, release) => (newest && newest.effectiveFrom > release.effectiveFrom ? newest : release),
    null,
  );
}

/** Says that the base is not held, so that nothing was applied. */
export function baseNotHeld({ file, headers, codes }: Addenda): Finding {
  const sides = [`${codes.from.count} codes`, ...(headers ? [`${headers.from.count} headers`] : [])];
  const named = codes.from.file === null ? '' : ` (${codes.from.file})`;
  const message = `The release that the addenda start from, with ${sides.join(' and ')}${named}, is not held: they were not applied.`;
  return { severity: 'info', rule, message, where: file };
}

/** Errors for codes and flags that don't come out as in the release, warnings for titles changed in silence. */
export function addendaAppliedGive(
  addenda: Addenda,
  base: ReleaseCodes,
  baseVersion: string,
  codes: ReleaseCodes,
): Finding[] {
  // Addenda without headers speak of selectable codes only.
  const compared = addenda.headers === null ? onlySelectable : (all: ReleaseCodes) => all;
  const expected = apply(addenda, compared(base));
  const found = compared(codes);
  const findings: Finding[] = [];
  const tell = (severity: Finding['severity'], message: string) =>
    findings.push({
      severity,
      rule,
      message: `${message} (addenda applied to ${baseVersion})`,
      where: addenda.file,
    });
  for (const [code, row] of expected) {
    const now = found.get(code);
    if (!now) tell('error', `${dotted(code)} is gone from the release, without a Delete.`);
    else if (now.selectable !== row.selectable) tell('error', `${dotted(code)} changed its flag in silence.`);
    else for (const message of silentTitles(code, row, now)) tell('warning', message);
  }
  for (const code of found.keys()) {
    if (!expected.has(code)) tell('error', `${dotted(code)} is new in the release, without an Add.`);
  }
  return findings;
}

function onlySelectable(codes: ReleaseCodes): ReleaseCodes {
  return new Map([...codes].filter(([, { selectable }]) => selectable));
}

/** A code whose flag changes is deleted with the one and added with the other. */
function apply({ lines }: Addenda, base: ReleaseCodes): Map<string, ReleaseCode> {
  const codes = new Map(base);
  for (const { label, code, headerFlag, longTitle, shortTitle } of lines) {
    const selectable = headerFlag === '1';
    if (label === 'Delete' && codes.get(code)?.selectable === selectable) codes.delete(code);
    if (label === 'Add' || label === 'Revise to') codes.set(code, { selectable, longTitle, shortTitle });
  }
  return codes;
}

function silentTitles(code: string, expected: ReleaseCode, now: ReleaseCode): string[] {
  const messages: string[] = [];
  const tell = (which: string, before: string, after: string) =>
    messages.push(`The ${which} title of ${dotted(code)} changed in silence from “${before}” to “${after}”.`);
  if (expected.longTitle !== now.longTitle) tell('long', expected.longTitle, now.longTitle);
  if (expected.shortTitle !== null && now.shortTitle !== null && expected.shortTitle !== now.shortTitle) {
    tell('short', expected.shortTitle, now.shortTitle);
  }
  return messages;
}
