// Whether Medicare covers it; column 230.
import type { CodedMeaning } from '../coded-meaning.ts';

export const coverages: readonly CodedMeaning[] = [
  ['C', 'Carrier judgment'],
  ['D', 'Special coverage instructions apply'],
  ['I', 'Not payable by Medicare'],
  ['M', 'Non-covered by Medicare'],
  ['S', 'Non-covered by Medicare statute'],
];
