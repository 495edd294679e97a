// The look-up form of a code: how a person's or a program's way of writing it is made comparable.

/**
 * The form codes are compared in: surrounding blanks and points dropped, upper case (`e11.9`, ` E119 ` → `E119`).
 * The SQL function `codeset.look_up_form` does the same; a test holds the two together.
 */
export function lookUpForm(code: string): string {
  return code.trim().replaceAll('.', '').toUpperCase();
}
