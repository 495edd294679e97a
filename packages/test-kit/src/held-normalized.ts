// Normalized releases as an ingestion service meets them once they are held, without a database.
import { countRelease, type HeldCode, type HeldReleases } from '@codeset/ingestion';
import { type CodeSystemDefinition, type NormalizedRelease, codeKindsOf } from '@codeset/terminology';

/** The releases as held ones, in the order given, which must be that of their dates. */
export function heldNormalized(
  definition: CodeSystemDefinition,
  releases: readonly NormalizedRelease[],
): HeldReleases {
  const codeKinds = codeKindsOf(definition);
  return {
    releases: releases.map((release) => {
      const { version, effectiveFrom } = release.name;
      const counts = countRelease(release, definition);
      return { version, effectiveFrom, digest: '', counts, parts: release.parts };
    }),
    async listCodes(version) {
      const release = releases.find(({ name }) => name.version === version);
      return codesOf(release?.concepts ?? [], codeKinds);
    },
  };
}

function codesOf(
  concepts: NormalizedRelease['concepts'],
  codeKinds: ReadonlySet<string>,
): Map<string, HeldCode> {
  const codes = new Map<string, HeldCode>();
  for (const { key, code, content } of concepts) {
    if (code === null || !codeKinds.has(content.kind)) continue;
    const { selectable, display, designations, effectiveFrom, effectiveTo } = content;
    codes.set(code, { key, selectable, display, designations, effectiveFrom, effectiveTo });
  }
  return codes;
}
