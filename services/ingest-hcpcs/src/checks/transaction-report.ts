// A transaction report says in words what the main file says in action codes: the two are compared code by code.
import type { Finding } from '@codeset/terminology';
import { foldText } from '../fold-text.ts';
import { listCodes } from '../list-codes.ts';
import { type MainFile, type MainRecord, onlyValue } from '../main-record.ts';
import { actionsIn, type Transaction } from '../transaction-report.ts';

const rule = 'transaction-report-differs';

/** More differences than this share of the rows: the report is of another release. */
const share = 0.1;

/** Warnings, each disagreement once however many reports have it; an error when it is a report of another release. */
export function transactionsAgree(main: MainFile, rows: readonly Transaction[], file: string): Finding[] {
  const byCode = new Map(main.records.map((record) => [record.code, record]));
  const found = new Map<string, Finding>();
  for (const row of rows) {
    for (const message of disagreements(row, byCode.get(row.code))) {
      if (!found.has(message)) found.set(message, { severity: 'warning', rule, message, where: row.place });
    }
  }
  if (found.size > Math.max(20, byCode.size * share)) return [otherRelease(found, byCode.size, file)];
  return [...found.values(), ...codesLeftOut(main, rows, file)];
}

function disagreements(row: Transaction, record: MainRecord | undefined): string[] {
  const { code, change, shortDescription, longDescription } = row;
  if (!record) return [`The report has ${code} (${change}), which the main file lacks.`];
  const messages: string[] = [];
  const action = onlyValue(record, 'actionCode') ?? '';
  const actions = actionsIn(change);
  if (actions === null) messages.push(`The report says “${change}” of ${code}, which is not a known change.`);
  else if (!actions.includes(action))
    messages.push(`The report says “${change}” of ${code}, the main file has the action code ${action}.`);
  if (shortDescription !== null && shortDescription !== foldText(onlyValue(record, 'shortDescription') ?? ''))
    messages.push(`The report has another short description of ${code}: “${shortDescription}”.`);
  if (longDescription !== null && longDescription !== record.longDescription)
    messages.push(`The report has another long description of ${code}: “${longDescription}”.`);
  return messages;
}

function codesLeftOut({ records }: MainFile, rows: readonly Transaction[], file: string): Finding[] {
  const reported = new Set(rows.map(({ code }) => code));
  const left = records.filter(({ code }) => !reported.has(code)).map(({ code }) => code);
  if (left.length === 0) return [];
  const message = `The report is silent about codes of the main file (${left.length}): ${listCodes(left)}.`;
  return [{ severity: 'warning', rule, message, where: file }];
}

function otherRelease(found: ReadonlyMap<string, Finding>, codes: number, file: string): Finding {
  const [first] = found.values();
  const message =
    `The report disagrees with the main file in ${found.size} places, of ${codes} codes: ` +
    `it seems to be of another release. The first: ${first?.message ?? ''}`;
  return { severity: 'error', rule, message, where: first?.where ?? file };
}
