// The POA-exempt list as a property of codes.
import type { PropertySet } from '@codeset/terminology';

const exempt: PropertySet = { properties: [{ code: 'poa-exempt', value: true }] };
const notExempt: PropertySet = { properties: [{ code: 'poa-exempt', value: false }] };
const none: PropertySet = { properties: [] };

/** The codes on the list, dotted; null when the release came without one. */
export type PoaExemptCodes = ReadonlySet<string> | null;

/** Says of a selectable code whether it is exempt, of a header nothing; null without a list: not known, not no. */
export function poaPropertySet(codes: PoaExemptCodes, code: string, selectable: boolean): PropertySet | null {
  if (codes === null) return null;
  if (!selectable) return none;
  return codes.has(code) ? exempt : notExempt;
}
