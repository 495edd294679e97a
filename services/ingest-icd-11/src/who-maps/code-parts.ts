// What a field of ICD-11 codes names: one code, or several that are needed together, `1A00&XN8P1/FA11.Y`.
import { parseExpression, writeExpression } from '@codeset/terminology';
import { isExtensionCode, isStemCode } from '../code-form.ts';
import { definition } from '../definition.ts';

/** The codes in their order; null for a text that is neither a code nor stem codes with extension codes. */
export function codeParts(text: string): readonly string[] | null {
  if (isStemCode(text) || isExtensionCode(text)) return [text];
  const form = definition.expressions;
  if (form === null) return null;
  const stems = parseExpression(text, form);
  const sound = stems.every(
    ({ stem, extensions }) => isStemCode(stem) && extensions.every((code) => isExtensionCode(code)),
  );
  // Written back it must be the same: parsing passes over blanks.
  if (!sound || writeExpression(stems, form) !== text) return null;
  return stems.flatMap(({ stem, extensions }) => [stem, ...extensions]);
}
