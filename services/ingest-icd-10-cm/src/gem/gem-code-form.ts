// The two code systems of the GEMs: how a code without its point is told, and where its point stands.
import { dotted, isPlainCode } from '../code-form.ts';
import { definition as icd10cm } from '../definition.ts';

/** What the GEMs need to know of the codes of one side. */
export interface GemCodeForm {
  /** Id of the code system. */
  readonly codeSystem: string;
  /** Its name in messages. */
  readonly name: string;
  /** Columns that a source code has; a target code has what is left of thirteen. */
  readonly columns: number;
  /** True for a code in the files' form: no point, upper case. */
  isCode(text: string): boolean;
  /** The code with its point. */
  dotted(plain: string): string;
  /** What `isCode` asks for, to end the word “expected”. */
  readonly expected: string;
}

export const icd9Codes: GemCodeForm = {
  codeSystem: 'icd-9-cm',
  name: 'ICD-9-CM',
  columns: 5,
  isCode: (text) => /^(?:\d{3,5}|V\d{2,4}|E\d{3,4})$/.test(text),
  dotted: dottedIcd9,
  expected:
    'a code of ICD-9-CM without its point: three to five digits, V and two to four, or E and three or four',
};

export const icd10Codes: GemCodeForm = {
  codeSystem: icd10cm.id,
  name: 'ICD-10-CM',
  columns: 7,
  isCode: isPlainCode,
  dotted,
  expected:
    'a code of ICD-10-CM without its point: a letter, a digit, and one to five further digits or letters',
};

/** `0010` → `001.0`, `V5867` → `V58.67`; an E code has four characters before its point, `E0000` → `E000.0`. */
function dottedIcd9(plain: string): string {
  const before = plain.startsWith('E') ? 4 : 3;
  return plain.length > before ? `${plain.slice(0, before)}.${plain.slice(before)}` : plain;
}

/** The field without the blanks that pad it on the right; other white space stays and is found wrong. */
export function unpadded(field: string): string {
  return field.replace(/ +$/, '');
}

/** With the letters a to z in upper case, and no other character changed. */
export function upperCased(code: string): string {
  return code.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}
