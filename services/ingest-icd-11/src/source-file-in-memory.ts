// For the tests: a source file whose content stands in the test, and the files of a sample release.
import type { RecognisedFile } from '@codeset/ingestion';
import { listSourceFiles, type SourceFile } from '@codeset/source-files';
import { sha256 } from '@codeset/terminology';
import { fileURLToPath } from 'node:url';
import { recognise } from './recognise.ts';

/** A file of that name and content. */
export function sourceFile(name: string, content: string | Buffer): SourceFile {
  const bytes = Buffer.from(content);
  return { name, bytes: bytes.length, sha256: sha256(bytes.toString('latin1')), read: async () => bytes };
}

/** The files of a sample release that take part in a load. */
export async function sampleFiles(version: '2026-01' | '2027-01'): Promise<RecognisedFile[]> {
  return await recognised(
    await listSourceFiles([fileURLToPath(new URL(`../fixtures/${version}`, import.meta.url))]),
  );
}

/** The text of a sample file of that language. */
export async function sampleText(version: '2026-01' | '2027-01', language: 'en' | 'es'): Promise<string> {
  const files = await sampleFiles(version);
  const file = files.find(({ file: { name } }) => name.endsWith(`-${language}.txt`))?.file;
  if (!file) throw new Error(`no file in ${language}`);
  return (await file.read()).toString('utf8');
}

/** Those of the files that take part in a load. */
export async function recognised(files: readonly SourceFile[]): Promise<RecognisedFile[]> {
  const used: RecognisedFile[] = [];
  for (const file of files) {
    const { role, remark } = await recognise(file);
    if (role !== null) used.push({ file, role, remark });
  }
  return used;
}
