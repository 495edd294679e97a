// Turns what the readers throw into the error the pipeline knows.
import { SourceFileError } from '@codeset/source-files';
import { CodesetError } from '@codeset/terminology';

/** Runs `read`; a SourceFileError becomes CodesetError FILE_REFUSED with the same words. */
export async function refusingSourceFiles<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SourceFileError)) throw error;
    throw new CodesetError('FILE_REFUSED', error.message, { cause: error, details: { file: error.file } });
  }
}
