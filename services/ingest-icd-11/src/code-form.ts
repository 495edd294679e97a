// The form of ICD-11 codes: second character a letter, third a digit, never I or O, which look like digits.

/** A stem code: four characters, and one or two after a point; never X first. */
const stemCode = /^[0-9A-HJ-NP-WYZ][A-HJ-NP-Z][0-9][0-9A-HJ-NP-Z](?:\.[0-9A-HJ-NP-Z]{1,2})?$/;

/** An extension code: X, then three to five characters, no point. */
const extensionCode = /^X[A-HJ-NP-Z][0-9][0-9A-HJ-NP-Z]{1,3}$/;

/** The id of a block, `BlockL1-1A0`; drafts write `_NO` where it has none yet. */
const blockId = /^BlockL[1-9]-(?:[0-9A-HJ-NP-Z]{3}|_NO)$/;

/** True for `1A00`, `1A09.Y`, `8E4A.01`. */
export function isStemCode(text: string): boolean {
  return stemCode.test(text);
}

/** True for `XN8P1`, `XS25`. */
export function isExtensionCode(text: string): boolean {
  return extensionCode.test(text);
}

/** True for `BlockL1-1A0`. */
export function isBlockId(text: string): boolean {
  return blockId.test(text);
}
