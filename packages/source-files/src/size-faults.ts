// How a file or a listing that is too large is refused.
import { SourceFileError } from './source-file-error.ts';
import type { SourceLimits } from './source-limits.ts';

// Below this a text of blanks may well inflate a thousandfold and do no harm.
const ratioAppliesFrom = 1024 * 1024;

/** The fault of a listing with more files than allowed. */
export function tooManyEntries(file: string, found: number, allowed: number): SourceFileError {
  return new SourceFileError({
    file,
    found: `${found} files and folders`,
    expected: `at most ${allowed}`,
    advice: 'Name the files of one release only.',
  });
}

/** The fault of a file, or of all files together, with more bytes than allowed. */
export function tooManyBytes(file: string, found: string, allowed: number): SourceFileError {
  return new SourceFileError({
    file,
    found,
    expected: `at most ${allowed} bytes`,
    advice: 'No published release is that large; name the files of one release only.',
  });
}

/** Throws SourceFileError for a file that inflates beyond what a published text does. */
export function refuseBomb(file: string, bytes: number, compressedBytes: number, limits: SourceLimits): void {
  if (bytes <= ratioAppliesFrom || bytes <= limits.ratio * compressedBytes) return;
  throw new SourceFileError({
    file,
    found: `${bytes} bytes inflated from ${compressedBytes}`,
    expected: `at most ${limits.ratio} times the compressed size`,
    advice: 'The zip is a decompression bomb; take it as the publisher released it.',
  });
}
