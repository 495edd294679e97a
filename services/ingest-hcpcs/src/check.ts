// What must hold beyond the laws: within the main file, between the files, and against the release before.
import type { HeldReleases, Progress, RecognisedFile } from '@codeset/ingestion';
import type { Finding, NormalizedRelease } from '@codeset/terminology';
import { agreesWithHeld } from './checks/against-held.ts';
import { codeDatesAgree } from './checks/code-dates.ts';
import { correctionsApplied } from './checks/corrections-applied.ts';
import { crossReferencesLead } from './checks/cross-references.ts';
import { nocListAgrees } from './checks/noc-list.ts';
import { processingNotesAgree } from './checks/processing-notes.ts';
import { recordLayoutAgrees } from './checks/record-layout.ts';
import { releaseDateAgrees } from './checks/release-date.ts';
import { textEqualsWorkbook } from './checks/text-equals-workbook.ts';
import { transactionsAgree } from './checks/transaction-report.ts';
import { valuesHaveMeanings } from './checks/values-have-meanings.ts';
import type { MainFile } from './main-record.ts';
import { parseMainWorkbook } from './parse-main-workbook.ts';
import { parseProcessingNotes } from './parse-processing-notes.ts';
import { parseRecordLayout } from './parse-record-layout.ts';
import { readTransactionReports } from './read-transaction-reports.ts';
import { refuseOtherYear } from './refuse-other-year.ts';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import { fileOf, readCorrectionFiles, readMainFile, readNocList } from './release-files.ts';

/** All findings of a release; throws CodesetError FILE_REFUSED when a file to compare with can't be read. */
export async function check(
  { name }: NormalizedRelease,
  files: readonly RecognisedFile[],
  held: HeldReleases,
  progress: Progress,
): Promise<Finding[]> {
  return await refusingSourceFiles(async () => {
    const main = await readMainFile(files, progress);
    return [
      ...releaseDateAgrees(main, name),
      ...codeDatesAgree(main.records),
      ...crossReferencesLead(main.records),
      ...valuesHaveMeanings(main.records),
      ...(await checkWorkbook(main, files, progress)),
      ...(await checkLayout(files, name.version)),
      ...(await checkLists(main, files)),
      ...(await checkReports(main, files, progress)),
      ...(await agreesWithHeld(main.records, name, held)),
    ];
  });
}

/** Where both forms are given, the workbook is compared with the text. */
async function checkWorkbook(
  main: MainFile,
  files: readonly RecognisedFile[],
  progress: Progress,
): Promise<Finding[]> {
  const workbook = fileOf(files, 'main-workbook')?.file;
  if (!workbook || workbook.name === main.file) return [];
  progress(`comparing with ${workbook.name}`);
  return textEqualsWorkbook(main, await parseMainWorkbook(await workbook.read(), workbook.name));
}

async function checkLayout(files: readonly RecognisedFile[], version: string): Promise<Finding[]> {
  const file = fileOf(files, 'record-layout')?.file;
  if (!file) return [];
  const layout = parseRecordLayout(await file.read(), file.name);
  refuseOtherYear(layout, version);
  return recordLayoutAgrees(layout);
}

/** Processing notes, corrections, not-otherwise-classified list. */
async function checkLists({ records }: MainFile, files: readonly RecognisedFile[]): Promise<Finding[]> {
  const notes = fileOf(files, 'processing-notes')?.file;
  const [corrections] = await readCorrectionFiles(files);
  const nocList = await readNocList(files);
  return [
    ...(notes ? processingNotesAgree(records, parseProcessingNotes(await notes.read(), notes.name)) : []),
    ...(corrections ? correctionsApplied(records, corrections) : []),
    ...(nocList ? nocListAgrees(records, nocList) : []),
  ];
}

/** All transaction reports together: they repeat one another. */
async function checkReports(
  main: MainFile,
  files: readonly RecognisedFile[],
  progress: Progress,
): Promise<Finding[]> {
  const reports = await readTransactionReports(files, progress);
  const [first] = reports;
  if (!first) return [];
  return transactionsAgree(
    main,
    reports.flatMap(({ rows }) => rows),
    first.file,
  );
}
