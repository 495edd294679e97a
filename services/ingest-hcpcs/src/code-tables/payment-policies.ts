// How an outpatient group is paid for; column 244.
import type { CodedMeaning } from '../coded-meaning.ts';

export const paymentPolicies: readonly CodedMeaning[] = [
  ['1', 'ASC covered procedure'],
  ['2', 'Bundled service/no separate payment'],
  ['3', 'Excluded from ASC list'],
  ['4', 'Invalid code/90 day grace period'],
  ['6', 'Separate payment when furnished in an ASC'],
  ['7', 'ASC restricted coverage procedure'],
  ['9', 'ASC payment not applicable'],
];
