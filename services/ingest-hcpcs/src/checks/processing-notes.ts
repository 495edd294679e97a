// The numbers of processing notes: those that codes name are there, and they count without a gap.
import type { Finding } from '@codeset/terminology';
import { listCodes } from '../list-codes.ts';
import { type MainRecord, onlyValue } from '../main-record.ts';
import type { ProcessingNote } from '../parse-processing-notes.ts';

export function processingNotesAgree(
  records: readonly MainRecord[],
  notes: readonly ProcessingNote[],
): Finding[] {
  return [...namedNotesAreThere(records, notes), ...numbersCount(notes)];
}

/** A warning for each number without a note, such as 0000. */
function namedNotesAreThere(records: readonly MainRecord[], notes: readonly ProcessingNote[]): Finding[] {
  const numbers = new Set(notes.map(({ number }) => number));
  const missing = new Map<string, MainRecord[]>();
  for (const record of records) {
    const number = onlyValue(record, 'processingNote');
    if (number !== null && !numbers.has(number))
      missing.set(number, [...(missing.get(number) ?? []), record]);
  }
  return [...missing].map(([number, naming]) => ({
    severity: 'warning',
    rule: 'processing-note-missing',
    message: `There is no processing note ${number}, which ${listCodes(naming.map(({ code }) => code))} name.`,
    where: naming[0]?.place ?? null,
  }));
}

/** A warning where a number does not follow the one before: a note may have lost its head. */
function numbersCount(notes: readonly ProcessingNote[]): Finding[] {
  return notes.flatMap(({ number, place }, at): Finding[] => {
    const before = notes[at - 1]?.number;
    if (before === undefined || Number(number) === Number(before) + 1) return [];
    const message = `Processing note ${number} follows ${before}: numbers are missing or out of order.`;
    return [{ severity: 'warning', rule: 'processing-note-numbers', message, where: place }];
  });
}
