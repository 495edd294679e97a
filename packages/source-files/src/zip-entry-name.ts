// Names inside zips: those that would lead out of a folder are refused, though nothing is ever written.
import { quoted, SourceFileError } from './source-file-error.ts';

/** Throws SourceFileError for an absolute name, `..`, a backslash, a drive letter, a control character, or no name. */
export function checkZipEntryName(name: string, zip: string): void {
  const fault = faultOf(name);
  if (fault === null) return;
  throw new SourceFileError({
    file: zip,
    found: `the entry name ${quoted(name)}, which ${fault}`,
    expected: 'relative names with forward slashes',
    advice: 'The zip is hostile or badly made; take it as the publisher released it.',
  });
}

function faultOf(name: string): string | null {
  if (name === '') return 'is empty';
  if (/\p{Cc}/u.test(name)) return 'has a control character';
  if (name.includes('\\')) return 'has a backslash';
  if (name.startsWith('/')) return 'is absolute';
  if (/^[A-Za-z]:/.test(name)) return 'has a drive letter';
  if (name.split('/').includes('..')) return 'leads out of its folder';
  return null;
}
