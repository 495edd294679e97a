// What must hold beyond the laws: between the files of a release, and against the releases already held.
import type { HeldReleases, Progress, RecognisedFile, ReleaseReconciliation } from '@codeset/ingestion';
import type { Finding, NormalizedRelease } from '@codeset/terminology';
import { addendaAppliedGive, baseNotHeld } from './checks/addenda-applied.ts';
import { addendaLinesAgree } from './checks/addenda-lines.ts';
import { addendaTotalsAgree } from './checks/addenda-totals.ts';
import { indexCodesExist } from './checks/index-codes.ts';
import { orderEqualsCodesFile } from './checks/order-equals-codes-file.ts';
import { likelyRepeats, repeatsHeld } from './checks/repeats-held.ts';
import { footerYearAgrees } from './checks/year-of-file.ts';
import { linkTargets } from './link-targets.ts';
import { parseCodesFile } from './parse-codes-file.ts';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import { codesOfRelease, listHeldCodes, type ReleaseCodes } from './release-codes.ts';

/** All findings of a release; throws CodesetError FILE_REFUSED when a file to compare with can't be read. */
export async function check(
  release: NormalizedRelease,
  files: readonly RecognisedFile[],
  held: HeldReleases,
  progress: Progress,
  reconciliations: readonly ReleaseReconciliation[],
): Promise<Finding[]> {
  return await refusingSourceFiles(async () => {
    const codes = codesOfRelease(release);
    return [
      ...(await checkCodesFile(codes, files, progress)),
      ...checkAddenda(release, reconciliations),
      ...(await checkAgainstHeld(release, codes, held, progress)),
      ...indexCodesExist(release.index, linkTargets(codes)),
    ];
  });
}

async function checkCodesFile(
  codes: ReleaseCodes,
  files: readonly RecognisedFile[],
  progress: Progress,
): Promise<Finding[]> {
  const file = files.find(({ role }) => role === 'codes-file')?.file;
  if (!file) return [];
  progress(`comparing with ${file.name}`);
  return orderEqualsCodesFile(codes, parseCodesFile(await file.read(), file.name), file.name);
}

/** The fullest addenda come first, and are the ones that are applied to the release they start from. */
function checkAddenda(
  { name, announcements }: NormalizedRelease,
  reconciliations: readonly ReleaseReconciliation[],
): Finding[] {
  return reconciliations.flatMap((reconciliation, at) => {
    const { file, against } = reconciliation;
    const totals = announcements.find((announcement) => announcement.file === file)?.totals ?? [];
    const [footer] = totals;
    const findings = [
      ...(footer ? footerYearAgrees(footer.toFile, name.version, `${file}:${footer.line}`) : []),
      ...addendaTotalsAgree(reconciliation, totals),
      ...addendaLinesAgree(reconciliation),
    ];
    if (at > 0) return findings;
    return [
      ...findings,
      ...(against === null ? [baseNotHeld(file, totals)] : addendaAppliedGive(reconciliation, against)),
    ];
  });
}

async function checkAgainstHeld(
  { name }: NormalizedRelease,
  codes: ReleaseCodes,
  held: HeldReleases,
  progress: Progress,
): Promise<Finding[]> {
  const others = held.releases.filter(({ version }) => version !== name.version);
  const findings: Finding[] = [];
  for (const { version } of likelyRepeats(codes, others)) {
    progress(`comparing with release ${version}`);
    findings.push(...repeatsHeld(codes, name.version, await listHeldCodes(held, version), version));
  }
  return findings;
}
