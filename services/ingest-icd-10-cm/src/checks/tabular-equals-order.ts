// The codes that follow from the tabular list and its 7th characters must be the rows of the order file.
import type { Finding } from '@codeset/terminology';
import { dotted } from '../code-form.ts';
import type { DerivedCode } from '../derive-codes.ts';
import type { OrderRows } from '../order-rows.ts';

const rule = 'tabular-equals-order';

/** Errors for codes missing on one side, standing twice in the tabular list, flagged otherwise, or in another order. */
export function tabularEqualsOrder(
  derived: readonly DerivedCode[],
  { rows, byCode }: Pick<OrderRows, 'rows' | 'byCode'>,
  orderFile: string,
  tabularFile: string,
): Finding[] {
  if (isSame(derived, rows)) return [];
  const findings: Finding[] = [];
  const add = (message: string, where: string) => findings.push({ severity: 'error', rule, message, where });
  const known = new Set<string>();
  for (const { code, selectable, diag } of derived) {
    const place = diag ? `${tabularFile}:${diag.line}` : tabularFile;
    const row = byCode.get(code);
    if (known.has(code)) add(`${dotted(code)} follows from the tabular list twice, expected once.`, place);
    known.add(code);
    if (!row) add(`${dotted(code)} follows from the tabular list and is not in the order file.`, place);
    else if ((row.headerFlag === '1') !== selectable) {
      const place = `${orderFile}:${row.line}:15`;
      add(
        `${dotted(code)} has the flag ${row.headerFlag}, by the tabular list it is ${flag(selectable)}.`,
        place,
      );
    }
  }
  for (const { code, line } of rows) {
    if (!known.has(code)) {
      add(
        `${dotted(code)} is in the order file and doesn't follow from the tabular list.`,
        `${orderFile}:${line}`,
      );
    }
  }
  if (findings.length === 0) findings.push(...otherOrder(derived, rows, orderFile));
  return findings;
}

/** The usual case, without building any table: both lists are the same, row by row. */
function isSame(derived: readonly DerivedCode[], rows: OrderRows['rows']): boolean {
  return (
    derived.length === rows.length &&
    derived.every(
      ({ code, selectable }, at) => rows[at]?.code === code && rows[at].headerFlag === flag(selectable),
    )
  );
}

function flag(selectable: boolean): string {
  return selectable ? '1' : '0';
}

/** The first place where the order differs; one finding, as one shift moves all that follows. */
function otherOrder(derived: readonly DerivedCode[], rows: OrderRows['rows'], orderFile: string): Finding[] {
  const at = rows.findIndex(({ code }, index) => derived[index]?.code !== code);
  const row = rows[at];
  if (!row) return [];
  const expected = dotted(derived[at]?.code ?? '');
  const message = `${dotted(row.code)} stands where the order of the tabular list has ${expected}.`;
  return [{ severity: 'error', rule, message, where: `${orderFile}:${row.line}` }];
}
