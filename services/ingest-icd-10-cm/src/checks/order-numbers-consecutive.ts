// The order file numbers its lines from 1 without a gap: a gap is a line lost.
import type { Finding } from '@codeset/terminology';
import type { OrderFileLine } from '../parse-order-file.ts';

/** A warning for each line whose number is not one more than that of the line before. */
export function orderNumbersConsecutive(rows: readonly OrderFileLine[], file: string): Finding[] {
  const findings: Finding[] = [];
  let expected = 1;
  for (const { line, orderNumber, code } of rows) {
    if (orderNumber !== expected) {
      findings.push({
        severity: 'warning',
        rule: 'order-numbers-consecutive',
        message: `${code} has the order number ${orderNumber}, expected ${expected}: a line may be missing.`,
        where: `${file}:${line}:1-5`,
      });
    }
    expected = orderNumber + 1;
  }
  return findings;
}
