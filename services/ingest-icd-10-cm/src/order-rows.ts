// The order file of a release, whole: its rows in order, and what reading them had to say.
import type { Finding } from '@codeset/terminology';
import { lowerCasePlaceholders } from './checks/lower-case-placeholders.ts';
import { orderNumbersConsecutive } from './checks/order-numbers-consecutive.ts';
import { type OrderFileLine, parseOrderFile } from './parse-order-file.ts';

export interface OrderRows {
  readonly rows: readonly OrderFileLine[];
  readonly byCode: ReadonlyMap<string, OrderFileLine>;
  readonly findings: readonly Finding[];
}

/** Reads all rows; throws as parseOrderFile does. */
export function readOrderRows(bytes: Buffer, file: string): OrderRows {
  const rows = [...parseOrderFile(bytes, file)];
  const lowered = rows.filter(({ lowerCaseX }) => lowerCaseX).map(({ code }) => code);
  return {
    rows,
    byCode: new Map(rows.map((row) => [row.code, row])),
    findings: [...orderNumbersConsecutive(rows, file), ...lowerCasePlaceholders(lowered, file)],
  };
}
