// Why a source file is refused: where it is wrong, what was found, what was expected, and what to do.

const quotedLength = 60;
const foundLength = 200;

/** Where in a file something is; a part that is left out is not known or makes no sense there. */
export interface SourcePosition {
  /** The file's name as in SourceFile.name. */
  readonly file: string;
  /** Line number from 1. */
  readonly line?: number | undefined;
  /** Column from 1, in UTF-16 units. */
  readonly column?: number | undefined;
  /** Byte offset from 0. */
  readonly offset?: number | undefined;
}

/** What is wrong there, as phrases that fit into “found X, expected Y. Advice.” */
export interface SourceFault extends SourcePosition {
  readonly found: string;
  readonly expected: string;
  /** One sentence with its full stop: what the operator can do. */
  readonly advice: string;
  readonly cause?: unknown;
}

/** A file is damaged, hostile or not of the form it must have; one line says it all. */
export class SourceFileError extends Error {
  override readonly name = 'SourceFileError';
  readonly file: string;
  /** Line number from 1; null where the fault is not in a text. */
  readonly line: number | null;
  /** Column from 1, in UTF-16 units; null where the whole line is meant. */
  readonly column: number | null;
  /** Byte offset from 0; null where it is not known. */
  readonly offset: number | null;
  readonly found: string;
  readonly expected: string;
  readonly advice: string;

  constructor(fault: SourceFault) {
    const found = escapeControls(shorten(fault.found, foundLength));
    super(
      `${placeOf(fault)}: found ${found}, expected ${escapeControls(fault.expected)}. ${fault.advice}`,
      fault.cause === undefined ? undefined : { cause: fault.cause },
    );
    this.file = fault.file;
    this.line = fault.line ?? null;
    this.column = fault.column ?? null;
    this.offset = fault.offset ?? null;
    this.found = found;
    this.expected = fault.expected;
    this.advice = fault.advice;
  }
}

/** The text in quotes, cut to some 60 characters, with control characters written out. */
export function quoted(text: string): string {
  return `"${escapeControls(shorten(text, quotedLength))}"`;
}

/** Control, formatting and lone surrogate characters written as \u{…}, so that a message stays one plain line. */
export function escapeControls(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}

function placeOf({ file, line, column, offset }: SourcePosition): string {
  const name = escapeControls(file);
  if (line === undefined) return offset === undefined ? name : `${name} (byte ${offset})`;
  const place = column === undefined ? `${name}:${line}` : `${name}:${line}:${column}`;
  return offset === undefined ? place : `${place} (byte ${offset})`;
}
