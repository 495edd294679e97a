// The digests of real releases as they are committed: the same in every database, whatever was loaded before.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Digest by name of the release. */
export type Digests = Readonly<Record<string, string>>;

/** What the file beside the tests holds, for example `icd-10-cm-digests.json`. */
export function committedDigests(file: string): Digests {
  return JSON.parse(readFileSync(pathOf(file), 'utf8')) as Digests;
}

/** Writes them anew where UPDATE_GOLDENS asks for it; never in CI. */
export function updateDigests(file: string, digests: Digests): void {
  if (!process.env['UPDATE_GOLDENS'] || process.env['CI']) return;
  const sorted = Object.fromEntries(Object.entries(digests).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(pathOf(file), `${JSON.stringify(sorted, null, 2)}\n`);
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
