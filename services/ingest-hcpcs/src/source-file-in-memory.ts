// For the tests: a source file whose content stands in the test, and the files of a sample release.
import type { RecognisedFile } from '@codeset/ingestion';
import { listSourceFiles, type SourceFile } from '@codeset/source-files';
import { sha256 } from '@codeset/terminology';
import { fileURLToPath } from 'node:url';
import { recognise } from './recognise.ts';

/** A file of that name and content; texts are written in Windows-1252 as far as Latin-1 goes. */
export function sourceFile(name: string, content: string | Buffer): SourceFile {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  return { name, bytes: bytes.length, sha256: sha256(bytes.toString('latin1')), read: async () => bytes };
}

/** The files of a sample release that take part in a load. */
export async function sampleFiles(version: '2026-01' | '2026-04'): Promise<RecognisedFile[]> {
  return await recognised(
    await listSourceFiles([fileURLToPath(new URL(`../fixtures/${version}`, import.meta.url))]),
  );
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

/** The files with the text of one role changed. */
export async function withChanged(
  files: readonly RecognisedFile[],
  role: string,
  change: (text: string) => string,
): Promise<RecognisedFile[]> {
  return await Promise.all(
    files.map(async (given) => {
      if (given.role !== role) return given;
      const text = (await given.file.read()).toString('latin1');
      return { ...given, file: sourceFile(given.file.name, change(text)) };
    }),
  );
}
