// What must hold beyond the laws: between the files of a release, and against the releases already held.
import type { HeldReleases, Progress, RecognisedFile } from '@codeset/ingestion';
import type { Finding, NormalizedRelease } from '@codeset/terminology';
import type { Addenda } from './addenda.ts';
import { addendaAppliedGive, baseNotHeld, baseOfAddenda } from './checks/addenda-applied.ts';
import { addendaLinesAgree } from './checks/addenda-lines.ts';
import { addendaTotalsAgree } from './checks/addenda-totals.ts';
import { indexCodesExist } from './checks/index-codes.ts';
import { orderEqualsCodesFile } from './checks/order-equals-codes-file.ts';
import { likelyRepeats, repeatsHeld } from './checks/repeats-held.ts';
import { footerYearAgrees } from './checks/year-of-file.ts';
import { linkTargets } from './link-targets.ts';
import { parseCodesAddenda } from './parse-codes-addenda.ts';
import { parseCodesFile } from './parse-codes-file.ts';
import { parseDiff2014 } from './parse-diff-2014.ts';
import { parseOrderAddenda } from './parse-order-addenda.ts';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import { codesOfRelease, countCodes, heldCodesReader, type ReleaseCodes } from './release-codes.ts';

type HeldCodes = (version: string) => Promise<ReleaseCodes>;

/** The forms of addenda; the first that is given is applied to its base, it is the fullest. */
const addendaForms = [
  { role: 'order-addenda', parse: parseOrderAddenda },
  { role: 'codes-addenda', parse: parseCodesAddenda },
  { role: 'diff-2014', parse: parseDiff2014 },
] as const;

/** All findings of a release; throws CodesetError FILE_REFUSED when a file to compare with can't be read. */
export async function check(
  release: NormalizedRelease,
  files: readonly RecognisedFile[],
  held: HeldReleases,
  progress: Progress,
): Promise<Finding[]> {
  return await refusingSourceFiles(async () => {
    const codes = codesOfRelease(release);
    const heldCodes = heldCodesReader(held);
    return [
      ...(await checkCodesFile(codes, files, progress)),
      ...(await checkAddenda(release, codes, files, held, heldCodes, progress)),
      ...(await checkAgainstHeld(release, codes, held, heldCodes, progress)),
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

async function checkAddenda(
  { name }: NormalizedRelease,
  codes: ReleaseCodes,
  files: readonly RecognisedFile[],
  held: HeldReleases,
  heldCodes: HeldCodes,
  progress: Progress,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  let applied = false;
  for (const { role, parse } of addendaForms) {
    const file = files.find((given) => given.role === role)?.file;
    if (!file) continue;
    progress(`comparing with ${file.name}`);
    const addenda = parse(await file.read(), file.name);
    findings.push(
      ...footerYearAgrees(addenda.codes.to.file, name.version, `${file.name}:${addenda.codes.to.line}`),
      ...addendaTotalsAgree(addenda, countCodes(codes)),
      ...addendaLinesAgree(addenda, codes),
    );
    if (!applied) findings.push(...(await applyAddenda(addenda, name.effectiveFrom, codes, held, heldCodes)));
    applied = true;
  }
  return findings;
}

async function applyAddenda(
  addenda: Addenda,
  effectiveFrom: string,
  codes: ReleaseCodes,
  held: HeldReleases,
  heldCodes: HeldCodes,
): Promise<Finding[]> {
  const base = baseOfAddenda(addenda, held.releases, effectiveFrom);
  if (!base) return [baseNotHeld(addenda)];
  return addendaAppliedGive(addenda, await heldCodes(base.version), base.version, codes);
}

async function checkAgainstHeld(
  { name }: NormalizedRelease,
  codes: ReleaseCodes,
  held: HeldReleases,
  heldCodes: HeldCodes,
  progress: Progress,
): Promise<Finding[]> {
  const others = held.releases.filter(({ version }) => version !== name.version);
  const findings: Finding[] = [];
  for (const { version } of likelyRepeats(codes, others)) {
    progress(`comparing with release ${version}`);
    findings.push(...repeatsHeld(codes, name.version, await heldCodes(version), version));
  }
  return findings;
}
