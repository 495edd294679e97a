// What a file may be in a load of ICD-11 MMS. Languages are part of the role: a load takes one file of a role.

/** The two forms in which WHO gives one and the same tabulation. */
export type TabulationForm = 'text' | 'workbook';

/** A tabulation by its form and language. */
export interface TabulationRole {
  readonly form: TabulationForm;
  /** BCP 47 tag of the translation that it holds; null for the English tabulation. */
  readonly language: string | null;
}

/** `tabulation-text`, `tabulation-workbook`, `translation-text:es`, `translation-workbook:es`. */
export function roleName({ form, language }: TabulationRole): string {
  return language === null ? `tabulation-${form}` : `translation-${form}:${language}`;
}

/** What a role is, in the words of a report. */
export function roleRemark({ form, language }: TabulationRole): string {
  const kind = form === 'text' ? 'tab-separated text' : 'workbook';
  return language === null
    ? `simple tabulation in English, ${kind}`
    : `simple tabulation with titles in ${language}, ${kind}`;
}

/** The role of that name; null for any other word. */
export function parseRoleName(name: string): TabulationRole | null {
  const match = /^(?:tabulation-(text|workbook)|translation-(text|workbook):(.+))$/.exec(name);
  if (!match) return null;
  const form = (match[1] ?? match[2]) === 'text' ? 'text' : 'workbook';
  return { form, language: match[3] ?? null };
}

/**
 * English before translations, text before workbook, languages by their tags: the first of them is the source of
 * everything but translated titles, the others are compared with it.
 */
export function byPrecedence(a: TabulationRole, b: TabulationRole): number {
  return rank(a) < rank(b) ? -1 : 1;
}

function rank({ form, language }: TabulationRole): string {
  return `${language === null ? 0 : 1} ${language ?? ''} ${form}`;
}
