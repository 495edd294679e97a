// Whether a procedure may be performed in an ambulatory surgical center; columns 231-232.
import type { CodedMeaning } from '../coded-meaning.ts';

export const ascPaymentGroups: readonly CodedMeaning[] = [
  [
    'YY',
    'Approved for ambulatory surgical centers',
    'The procedure is approved to be performed in an ambulatory surgical center; blank where it is not.',
  ],
];
