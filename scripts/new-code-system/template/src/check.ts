// What must hold beyond the laws: between the files of a release, and against the releases already held.
import type { HeldReleases, RecognisedFile } from '@codeset/ingestion';
import type { Finding, NormalizedRelease } from '@codeset/terminology';

/** One finding when the codes are, text for text, those of a release that is held: the wrong file, or news of none. */
export async function check(
  release: NormalizedRelease,
  _files: readonly RecognisedFile[],
  held: HeldReleases,
): Promise<Finding[]> {
  const last = held.releases.findLast(({ version }) => version !== release.name.version);
  if (!last) return [];
  const codes = await held.listCodes(last.version);
  const same =
    codes.size === release.concepts.length &&
    release.concepts.every(
      ({ code, content }) => code !== null && codes.get(code)?.display === content.display,
    );
  if (!same) return [];
  const message = `The codes and titles are those of release ${last.version}.`;
  return [{ severity: 'warning', rule: 'repeats-held', message, where: null }];
}
