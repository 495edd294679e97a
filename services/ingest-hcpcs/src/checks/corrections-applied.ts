// Corrections came after the main file: each is compared with it, where its words let that be decided.
import type { Finding } from '@codeset/terminology';
import type { Correction, Corrections } from '../corrections.ts';
import { listCodes } from '../list-codes.ts';
import { type MainRecord, onlyValue } from '../main-record.ts';

/** What came of comparing one correction: true when the main file has it, false when not, null when it can't be told. */
type Comparison = (row: Correction, record: MainRecord | undefined) => boolean | null;

/** By the words of the action; the first that fit decide. */
const comparisons: readonly { readonly words: RegExp; readonly compare: Comparison }[] = [
  { words: /do not add|^remove, will be assigned/i, compare: (_, record) => record === undefined },
  { words: /^add(?: code)?$/i, compare: (_, record) => record !== undefined },
  {
    words: /^(?:delete|terminate)/i,
    compare: (_, record) => record === undefined || onlyValue(record, 'terminationDate') !== null,
  },
  {
    words: /^revise\s*long|^revise\s*short/i,
    compare: (row, record) => record !== undefined && hasTexts(row, record),
  },
  {
    words: /^remove xref code (\S+)/i,
    compare: (row, record) =>
      record !== undefined && !record.values.crossReference.includes(lastWord(row.action)),
  },
  {
    words: /^add lab cert code (\S+)/i,
    compare: (row, record) => record?.values.labCertification.includes(lastWord(row.action)) ?? false,
  },
  {
    words: /^change asc ind/i,
    compare: (row, record) =>
      record !== undefined &&
      (onlyValue(record, 'ascGroup') ?? '') === (row.changes.get('ASC IND') ?? '') &&
      onlyValue(record, 'ascDate') === row.effectiveDate,
  },
];

/** A warning for each that the main file lacks; one info for those it has, one for those that can't be compared. */
export function correctionsApplied(records: readonly MainRecord[], { rows, file }: Corrections): Finding[] {
  const byCode = new Map(records.map((record) => [record.code, record]));
  const applied: string[] = [];
  const undecided: string[] = [];
  const findings: Finding[] = [];
  for (const row of rows) {
    const has =
      comparisons.find(({ words }) => words.test(row.action))?.compare(row, byCode.get(row.code)) ?? null;
    if (has === null) undecided.push(row.code);
    else if (has) applied.push(row.code);
    else findings.push(notApplied(row, byCode.has(row.code)));
  }
  const tell = (rule: string, codes: readonly string[], what: string) => {
    if (codes.length === 0) return;
    const message = `Corrections that ${what} (${codes.length}): ${listCodes(codes)}.`;
    findings.push({ severity: 'info', rule, message, where: file });
  };
  tell('correction-applied', applied, 'the main file has already');
  tell('correction-undecided', undecided, 'can not be compared with the main file');
  return findings;
}

function notApplied({ code, action, effectiveDate, place }: Correction, isThere: boolean): Finding {
  const since = effectiveDate === '' ? '' : `, effective ${effectiveDate}`;
  const state = isThere ? 'has it otherwise' : 'does not have the code';
  const message = `${code}: the corrections say “${action}”${since}; the main file ${state}.`;
  return { severity: 'warning', rule: 'correction-not-applied', message, where: place };
}

function hasTexts({ changes }: Correction, record: MainRecord): boolean | null {
  const short = changes.get('SHORT DESC');
  const long = changes.get('LONG DESC');
  if (short === undefined && long === undefined) return null;
  return (
    (short === undefined || short === onlyValue(record, 'shortDescription')) &&
    (long === undefined || long === record.longDescription)
  );
}

function lastWord(action: string): string {
  return action.split(' ').at(-1) ?? '';
}
