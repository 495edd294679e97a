// What was done to a code; column 293.
import type { CodedMeaning } from '../coded-meaning.ts';

export const actions: readonly CodedMeaning[] = [
  ['A', 'Added', 'Add procedure or modifier code'],
  [
    'B',
    'Administrative data and long description changed',
    'Change in both administrative data field and long description of procedure or modifier code',
  ],
  ['C', 'Long description changed', 'Change in long description of procedure or modifier code'],
  ['D', 'Discontinued', 'Discontinue procedure or modifier code'],
  ['F', 'Administrative data changed', 'Change in administrative data field of procedure or modifier code'],
  ['N', 'No change', 'No maintenance for this code'],
  [
    'P',
    'Payment changed',
    'Payment change (MOG, pricing indicator codes, anesthesia base units,Ambulatory Surgical Centers)',
  ],
  ['R', 'Re-activated', 'Re-activate discontinued/deleted procedure or modifier code'],
  ['S', 'Short description changed', 'Change in short description of procedure code'],
  ['T', 'Miscellaneous change', 'Miscellaneous change (BETOS, type of service)'],
];
