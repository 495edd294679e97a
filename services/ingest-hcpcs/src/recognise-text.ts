// Which text file it is: told by the form that most of its first lines have, or by its title.
import { quoted } from '@codeset/source-files';
import { isNocHeader } from './parse-noc-text.ts';
import { recordForm } from './parse-main-text.ts';
import { correctionsRole } from './corrections-version.ts';
import type { Recognised } from './recognised.ts';

/** So many lines are looked at. */
const linesLookedAt = 400;

/** `head` is the start of the file. */
export function recogniseText(head: string, name: string): Recognised {
  const lines = head
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, linesLookedAt);
  return listOf(lines, head, name) ?? textOf(lines, head) ?? otherSystem(lines) ?? unknown(lines);
}

/** The lists, by the form of their lines or their header. */
function listOf(lines: readonly string[], head: string, name: string): Recognised | null {
  if (isMost(lines.slice(0, 200), recordForm)) return { role: 'main-text' };
  const first = lines[0] ?? '';
  if (/^HCPCS?\/?.*Type of Change/i.test(first)) return { role: transactionRole(lines.slice(1)) };
  if (lines.slice(0, 5).some(isNocHeader) || /^\s*NOC CODES\b/i.test(first)) return { role: 'noc-list-text' };
  if (!lines.slice(0, 5).some((line) => /HCPCS CORRECTIONS/i.test(line)) && !isCorrectionsHeader(first))
    return null;
  if (head.includes('\t')) return { role: correctionsRole('text', name) };
  return {
    ignored:
      'corrections as they are printed, texts cut off: the workbook or the tab-separated text has them whole',
  };
}

/** Running texts, by what they say of themselves. */
function textOf(lines: readonly string[], head: string): Recognised | null {
  if (/HCPCS Contractor Record/i.test(head) || (/RIF REPORT/.test(head) && /HCPCS_/.test(head)))
    return { role: 'record-layout' };
  if (/^\s*PROCESSING NOTES\s*$/im.test(head) || lines.filter((line) => /^\s*\d{4}--/.test(line)).length > 2)
    return { role: 'processing-notes' };
  if (
    /HEALTH ?CARE (?:COMMON )?PROCEDURE CODING SYSTEM/i.test(head) ||
    /^\s*Update Information\s*$/m.test(head)
  )
    return { ignored: 'a readme; nothing in it is data' };
  return null;
}

function isCorrectionsHeader(line: string): boolean {
  return /^CODE\tACTION\t/i.test(line);
}

function otherSystem(lines: readonly string[]): Recognised | null {
  if (/^\s*</.test(lines[0] ?? '')) return { ignored: 'XML; HCPCS has none' };
  if (isMost(lines, /^\d{5} [A-Z0-9]{3,7} *(?<=^.{13}) [01] /))
    return { ignored: 'an order file of ICD-10-CM or ICD-10-PCS, another code system' };
  if (isMost(lines, /^[A-Z]\d[0-9A-Z]{1,5} *(?<=^.{7}) \S/))
    return { ignored: 'a codes file of ICD-10-CM, another code system' };
  if (/Foundation URI/.test(lines[0] ?? ''))
    return { ignored: 'a tabulation of ICD-11, another code system' };
  return null;
}

function unknown(lines: readonly string[]): Recognised {
  return { ignored: `a text that begins ${quoted((lines[0] ?? '').trim().slice(0, 40))}` };
}

/** More than half, so that a damaged line is found by the parser, with its number, and not taken for another file. */
function isMost(lines: readonly string[], form: RegExp): boolean {
  return lines.length > 0 && lines.filter((line) => form.test(line)).length * 2 > lines.length;
}

/** One report goes through the codes, the other through the kinds of change, and through the codes for each. */
function transactionRole(
  lines: readonly string[],
): 'transaction-report-by-code' | 'transaction-report-by-action' {
  const rows = lines.map((line) => /^\s*(\S+)\s*(.*?)\s*$/.exec(line) ?? []);
  const codes = rows.map(([, code = '']) => code.padStart(5));
  const changes = rows.map(([, , change = '']) => change.toLowerCase()); // 2018-01 has one “No change” among its “No Change”
  const kinds = new Set(changes);
  const turns = changes.filter((change, at) => at > 0 && change !== changes[at - 1]).length;
  const sorted = codes.every((code, at) => at === 0 || code >= (codes[at - 1] ?? ''));
  const byCode = turns >= kinds.size || (sorted && (kinds.size > 1 || kinds.has('No Change')));
  return byCode ? 'transaction-report-by-code' : 'transaction-report-by-action';
}
