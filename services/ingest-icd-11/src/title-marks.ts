// The marks before a title: `- - - Cholera` stands three levels below its chapter.

const marks = /^(?:- )*/;

/** A title taken apart. */
export interface MarkedTitle {
  /** How many marks stand before it: 0 for a chapter. */
  readonly depth: number;
  /** Without marks; as published otherwise. */
  readonly title: string;
}

/** A translation may consist of marks alone (`- - - -` in Spanish, 2024-01): its title is empty. */
export function readMarkedTitle(field: string): MarkedTitle {
  const { length } = marks.exec(field)?.[0] ?? '';
  const rest = field.slice(length);
  return rest === '-' ? { depth: length / 2 + 1, title: '' } : { depth: length / 2, title: rest };
}
