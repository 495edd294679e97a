// A number as XML writes it → its shortest decimal text, never with an exponent.

/** `1.9870101E7` → `19870101`, `0.10000000000000001` → `0.1`; null for what is no number or too large for one. */
export function decimalText(written: string): string | null {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,5})?$/.test(written)) return null;
  const value = Number(written);
  if (!Number.isFinite(value)) return null;
  const [digits = '', exponent] = String(Math.abs(value)).split('e');
  const plain = exponent === undefined ? digits : shifted(digits, Number(exponent));
  return value < 0 ? `-${plain}` : plain;
}

/** The digits, of which one stands before the point, with the point moved. */
function shifted(digits: string, by: number): string {
  const [whole = '', fraction = ''] = digits.split('.');
  if (by < 0) return `0.${'0'.repeat(-by - 1)}${whole}${fraction}`;
  return `${whole}${fraction.padEnd(by, '0')}`;
}
