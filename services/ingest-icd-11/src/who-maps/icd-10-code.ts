// The form of ICD-10 codes as the tables write them: chapters, blocks, categories.

const chapters = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII'.split(
  ' ',
);
const block = /^[A-Z]\d\d-[A-Z]\d\d$/;
const category = /^[A-Z]\d\d(?:\.\d{1,2})?$/;

/** What ICD-10's entries are called: a modified category is one whose last character stands in a list for several. */
export const kindsOfIcd10 = ['chapter', 'block', 'category', 'modifiedcategory'] as const;
export type Icd10Kind = (typeof kindsOfIcd10)[number];

/** True for `I` to `XXII`. */
export function isIcd10Chapter(text: string): boolean {
  return chapters.includes(text);
}

/** True for a code of that kind: `XIX`, `A00-A09`, `A00`, `A00.0`, `B18.00`; of any kind where it is not known. */
export function isIcd10Code(text: string, kind: Icd10Kind | null): boolean {
  if (kind === 'chapter') return isIcd10Chapter(text);
  if (kind === 'block') return block.test(text);
  if (kind !== null) return category.test(text);
  return isIcd10Chapter(text) || block.test(text) || category.test(text);
}
