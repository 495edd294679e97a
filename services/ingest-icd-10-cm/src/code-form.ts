// The form of an ICD-10-CM code: three to seven characters, a point after the third.

/** A code as the order file writes it: no point, three to seven characters. */
const plainCode = /^[A-Z][0-9][0-9A-Z]{1,5}$/;

/** A code as the tabular list and the index write it: a point after the third character where there are more. */
const pointedCode = /^[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?$/;

/** True for a code without its point, `A000`. */
export function isPlainCode(text: string): boolean {
  return plainCode.test(text);
}

/** True for a code with its point, `A00.0`; a category has none. */
export function isPointedCode(text: string): boolean {
  return pointedCode.test(text);
}

/** `A000` → `A00.0`; a category stays as it is. */
export function dotted(plain: string): string {
  return plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
}

/** `A00.0` → `A000`. */
export function undotted(code: string): string {
  return code.replace('.', '');
}

/** A code in words of the publisher's tables: with a trailing dash or point, or none at all. */
export interface WrittenCode {
  /** Dotted, without trailing dash or point; null when the text is not a code. */
  readonly code: string | null;
  /** True when a trailing dash says that further characters are needed. */
  readonly below: boolean;
}

/** Reads `I70.0`, `I70.-`, `C50-`, `T81.32X-`, a lower-case x as placeholder too; words, `-` and `--` give no code. */
export function readWrittenCode(text: string): WrittenCode {
  const match = /^([A-Za-z0-9.]*?)\.?(-?)$/.exec(text.trim());
  const code = match?.[1]?.replaceAll('x', 'X') ?? '';
  if (!isPointedCode(code)) return { code: null, below: false };
  return { code, below: match?.[2] === '-' };
}
