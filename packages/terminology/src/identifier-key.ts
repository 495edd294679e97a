// Which concept a URI or other identifier means: the code system's definition says how its key is read from it.
import type { IdentifierForm } from './code-system.ts';

/** Longer texts are no identifiers; regular expressions are not run over them. */
const longest = 200;

/** The key of the concept that is meant; null when the text has none of the forms. */
export function identifierKey(forms: readonly IdentifierForm[], text: string): string | null {
  const identifier = text.trim();
  if (identifier.length > longest) return null;
  const form = forms.find(({ pattern }) => new RegExp(pattern, 'u').test(identifier));
  return form ? identifier.replace(new RegExp(form.pattern, 'u'), form.key) : null;
}
