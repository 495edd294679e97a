// The codes that the indexes lead to, held against the release.
import type { Finding, IndexRecord, IndexReference, IndexReferenceKind } from '@codeset/terminology';
import type { LinkTargets } from '../note-links.ts';

const rule = 'index-codes';

/** Kinds of reference that should give a code. */
const codeKinds: ReadonlySet<IndexReferenceKind> = new Set([
  'code',
  'manifestation',
  'cell',
  'seeCategory',
  'seeSubcategory',
]);

/** An info finding for each text that is no code, and for each code that the release doesn't have. */
export function indexCodesExist(index: readonly IndexRecord[], targets: LinkTargets): Finding[] {
  return index.flatMap(({ kind, content }) =>
    content.references.flatMap((reference): Finding[] => {
      const wrong = codeKinds.has(reference.kind) ? wrongCode(reference, targets) : null;
      if (wrong === null) return [];
      const message = `“${content.title}” leads to “${reference.text}”, ${wrong}.`;
      return [{ severity: 'info', rule, message, where: kind }];
    }),
  );
}

function wrongCode({ code, text }: IndexReference, targets: LinkTargets): string | null {
  if (code !== null) return targets.exists(code) ? null : 'which the release doesn’t have';
  return /^-+$/.test(text) ? null : 'which is not a code';
}
