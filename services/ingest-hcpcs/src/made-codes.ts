// For the tests: a few codes of the main file, sound unless a test changes them.
import type { MainFieldName } from './main-fields.ts';
import type { MadeCode } from './made-main-text.ts';

const values: MadeCode['values'] = {
  shortDescription: 'Short',
  pricingIndicator: '00',
  multiplePricingIndicator: '9',
  coverage: 'C',
  betos: 'Z2',
  typeOfService: '9',
  anesthesiaBaseUnits: '  0',
  dateAdded: '20200101',
  actionEffectiveDate: '20260101',
  actionCode: 'A',
};

/** A code whose fields are those of an ordinary one but for the values given. */
export function madeCode(
  code: string,
  long = `Description of ${code}`,
  changed: Partial<Record<MainFieldName, string | readonly string[]>> = {},
): MadeCode {
  return { code, long, values: { ...values, ...changed } };
}

/** A modifier, two procedures, one of them with a description of three lines. */
export const threeCodes: readonly MadeCode[] = [
  madeCode('A1', 'Dressing for one wound'),
  madeCode('A0021', 'Ambulance service'),
  madeCode('G0480', 'word '.repeat(45).trim()),
];
