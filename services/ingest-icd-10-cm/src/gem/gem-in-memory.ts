// For the tests: GEM files whose lines stand in the test, and those of the sample release.
import { fileURLToPath } from 'node:url';
import type { MapService, RecognisedFile } from '@codeset/ingestion';
import { listSourceFiles, type SourceFile } from '@codeset/source-files';
import type { NormalizedMap } from '@codeset/terminology';
import { sourceFile } from '../source-file-in-memory.ts';
import { gemIcd9ToIcd10 } from './gem-service.ts';
import { gemRole } from './recognise-gem.ts';

/** What a release of those lines comes to, in the service's direction; its file is `gem.txt` where no name is given. */
export async function normalizeLines(
  lines: readonly string[],
  service: MapService = gemIcd9ToIcd10,
  { version = '2018', name = 'gem.txt' } = {},
): Promise<{ readonly files: readonly RecognisedFile[]; readonly map: NormalizedMap }> {
  const file = sourceFile(name, lines.map((line) => `${line}\r\n`).join(''));
  const files = [{ file, role: gemRole, remark: '' }];
  return { files, map: await service.normalize(files, service.releaseName(version), () => undefined) };
}

/** The files of the sample release, both directions. */
export async function sampleGemFiles(): Promise<readonly SourceFile[]> {
  return await listSourceFiles([fileURLToPath(new URL('../../fixtures/gem-2027', import.meta.url))]);
}
