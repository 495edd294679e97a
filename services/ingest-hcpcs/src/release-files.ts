// The files of a release, parsed: which form is the source where two are given, and that all are of one year.
import type { Progress, RecognisedFile } from '@codeset/ingestion';
import type { SourceFile } from '@codeset/source-files';
import { CodesetError } from '@codeset/terminology';
import type { Corrections } from './corrections.ts';
import { correctionsOf } from './corrections-version.ts';
import type { MainFile } from './main-record.ts';
import type { NocList } from './noc-list.ts';
import { parseCorrectionsText, parseCorrectionsWorkbook } from './parse-corrections.ts';
import { parseMainText } from './parse-main-text.ts';
import { parseMainWorkbook } from './parse-main-workbook.ts';
import { parseNocText } from './parse-noc-text.ts';
import { parseNocWorkbook } from './parse-noc-workbook.ts';
import type { Role } from './roles.ts';

/** The file of a role; undefined when it was not given. */
export function fileOf(files: readonly RecognisedFile[], role: Role): RecognisedFile | undefined {
  return files.find((file) => file.role === role);
}

/** The main file: the text where it is given, else the workbook. Throws CodesetError FILE_MISSING without either. */
export async function readMainFile(files: readonly RecognisedFile[], progress: Progress): Promise<MainFile> {
  const text = fileOf(files, 'main-text')?.file;
  const workbook = fileOf(files, 'main-workbook')?.file;
  const file = text ?? workbook;
  if (!file) {
    const message = 'A release of HCPCS must have its main file, as text or as workbook.';
    throw new CodesetError('FILE_MISSING', message);
  }
  progress(`reading ${file.name}`);
  const known = parsed.get(file) ?? parseMainFile(file, text !== undefined);
  parsed.set(file, known);
  return await known;
}

/** Normalizing and checking read the same file: it is parsed once (of 0.5 s a workbook, 0.1 s a text). */
const parsed = new WeakMap<SourceFile, Promise<MainFile>>();

async function parseMainFile(file: SourceFile, isText: boolean): Promise<MainFile> {
  const bytes = await file.read();
  return isText ? parseMainText(bytes, file.name) : await parseMainWorkbook(bytes, file.name);
}

/** The list: the workbook where it is given, else the text, which in 2017 lists whatever has a “not” in its description. */
export async function readNocList(files: readonly RecognisedFile[]): Promise<NocList | null> {
  const workbook = fileOf(files, 'noc-list-workbook')?.file;
  if (workbook) return await parseNocWorkbook(await workbook.read(), workbook.name);
  const text = fileOf(files, 'noc-list-text')?.file;
  return text ? parseNocText(await text.read(), text.name) : null;
}

/** All corrections, the latest version first; of one version the workbook before the text. */
export async function readCorrectionFiles(files: readonly RecognisedFile[]): Promise<Corrections[]> {
  const found = files
    .flatMap(({ file, role }) => {
      const is = correctionsOf(role);
      return is ? [{ file, ...is }] : [];
    })
    .sort((a, b) => b.version - a.version || (a.form === 'workbook' ? -1 : 1));
  const read: Corrections[] = [];
  for (const { file, form } of found) {
    const bytes = await file.read();
    read.push(
      form === 'text'
        ? parseCorrectionsText(bytes, file.name)
        : await parseCorrectionsWorkbook(bytes, file.name),
    );
  }
  return read;
}
