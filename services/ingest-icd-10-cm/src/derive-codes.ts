// The codes that a tabular list stands for: its diags, and what its 7th-character definitions make of the last ones.
import { undotted } from './code-form.ts';
import { isExcepted, readException, type SeventhCharacterException } from './seventh-character-exceptions.ts';
import type { Extension, TabularChapter, TabularDiag, TabularEntry, TabularSection } from './tabular.ts';

/** A code that follows from the tabular list. */
export interface DerivedCode {
  /** Without the point. */
  readonly code: string;
  /** Without the point; null for a category. */
  readonly parent: string | null;
  /** True when the tabular list says it can be coded with: nothing below it, its 7th character given or not needed. */
  readonly selectable: boolean;
  /** The diag that lists it; null for a code that only the 7th-character definitions give. */
  readonly diag: TabularDiag | null;
  /** The definition of its own 7th character; null where it has none. */
  readonly extension: Extension | null;
}

/** What a diag has from above. */
interface Inherited {
  readonly parent: string | null;
  /** Of the nearest entry above that defines 7th characters; those of a lower one replace those of a higher one. */
  readonly extensions: readonly Extension[] | null;
  readonly exceptions: readonly SeventhCharacterException[];
}

/** A code is padded to this many characters before its 7th. */
const lengthBeforeSeventh = 6;

/** The codes of one section in tabular order, a parent before those under it. */
export function* deriveCodes(chapter: TabularChapter, section: TabularSection): Generator<DerivedCode> {
  const inherited = [chapter, section].reduce<Inherited>(inherit, {
    parent: null,
    extensions: null,
    exceptions: [],
  });
  for (const diag of section.diags) yield* fromDiag(diag, inherited);
}

function* fromDiag(diag: TabularDiag, above: Inherited): Generator<DerivedCode> {
  const code = undotted(diag.name);
  const here = inherit(above, diag);
  const { extensions, exceptions } = here;
  const own = code.length > lengthBeforeSeventh ? extensionOf(code, extensions) : null;
  const expands = diag.diags.length === 0 && extensions !== null && code.length <= lengthBeforeSeventh;
  const selectable = diag.diags.length === 0 && !expands;
  yield { code, parent: above.parent, selectable, diag, extension: own };
  if (expands) yield* expand(code, extensions, exceptions);
  for (const child of diag.diags) yield* fromDiag(child, { ...here, parent: code });
}

function* expand(
  code: string,
  extensions: readonly Extension[],
  exceptions: readonly SeventhCharacterException[],
): Generator<DerivedCode> {
  const padded = code.padEnd(lengthBeforeSeventh, 'X');
  for (const extension of extensions) {
    if (isExcepted(padded, extension.char, exceptions)) continue;
    yield { code: padded + extension.char, parent: code, selectable: true, diag: null, extension };
  }
}

/** What entries below have from this one and from above it. */
function inherit(above: Inherited, entry: TabularEntry): Inherited {
  const exceptions = entry.lists.flatMap(({ notes }) => notes.flatMap((note) => readException(note) ?? []));
  return {
    parent: above.parent,
    extensions: entry.extensions ?? above.extensions,
    exceptions: exceptions.length === 0 ? above.exceptions : [...above.exceptions, ...exceptions],
  };
}

function extensionOf(code: string, extensions: readonly Extension[] | null): Extension | null {
  return extensions?.find(({ char }) => char === code.charAt(lengthBeforeSeventh)) ?? null;
}
