// The published files of one release → the release in our words.
import type { Progress, RecognisedFile } from '@codeset/ingestion';
import type { Finding, FrontMatter, NormalizedRelease, ReleaseName } from '@codeset/terminology';
import { ascDatesShifted, missingValues, notCaptured, unknownSections } from './checks/main-file-doubts.ts';
import { supersededCorrections } from './checks/superseded-corrections.ts';
import { announcementOfReport } from './announcement-of-report.ts';
import type { MainFile } from './main-record.ts';
import { mainConcepts } from './main-concepts.ts';
import { parseProcessingNotes } from './parse-processing-notes.ts';
import { readTransactionReports } from './read-transaction-reports.ts';
import { refuseOtherYear } from './refuse-other-year.ts';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import { fileOf, readCorrectionFiles, readMainFile, readNocList } from './release-files.ts';

/** Parses and normalizes; throws CodesetError FILE_REFUSED with places, FILE_MISSING without a main file. */
export async function normalize(
  files: readonly RecognisedFile[],
  name: ReleaseName,
  progress: Progress,
): Promise<NormalizedRelease> {
  return await refusingSourceFiles(async () => {
    const main = await readMainFile(files, progress);
    const notesFile = fileOf(files, 'processing-notes')?.file;
    const processingNotes = notesFile ? parseProcessingNotes(await notesFile.read(), notesFile.name) : null;
    const allCorrections = await readCorrectionFiles(files);
    const corrections = allCorrections[0] ?? null;
    const nocList = await readNocList(files);
    for (const dated of [...allCorrections, ...(nocList ? [nocList] : [])])
      refuseOtherYear(dated, name.version);
    const [report] = await readTransactionReports(files, progress);
    const nocCodes = nocList ? new Set(nocList.codes.map(({ code }) => code)) : null;
    const findings: Finding[] = [
      ...missingValues(main),
      ...unknownSections(main),
      ...ascDatesShifted(main),
      ...supersededCorrections(allCorrections),
      ...notCaptured(main),
    ];
    return {
      name,
      parts: [
        'main-file',
        ...(processingNotes ? ['processing-notes'] : []),
        ...(corrections ? ['corrections'] : []),
        ...(nocList ? ['noc-list'] : []),
      ],
      concepts: mainConcepts(main.records, { processingNotes, corrections }, nocCodes),
      index: [],
      frontMatter: frontMatterOf(main),
      announcements: report ? [announcementOfReport(report)] : [],
      sourceRecords: {
        'main file lines': main.lines,
        codes: main.records.length,
        ...(processingNotes ? { 'processing notes': processingNotes.length } : {}),
        ...(corrections ? { corrections: corrections.rows.length } : {}),
        ...(nocList ? { 'not-otherwise-classified codes': nocList.codes.length } : {}),
      },
      findings,
    };
  });
}

/** What stands before the records, if anything does: its first paragraph is the title. */
function frontMatterOf({ preamble }: MainFile): FrontMatter {
  const [title, ...instructions] = preamble;
  return {
    introduction: title === undefined ? [] : [{ type: 'preamble', title, instructions }],
    indexes: [],
  };
}
