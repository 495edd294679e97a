// Which text file it is: told by the form that most of its first lines have.
import { quoted } from '@codeset/source-files';
import { poaColumns } from './parse-poa-exempt.ts';
import type { Recognised } from './recognise.ts';
import type { Role } from './roles.ts';

/** A list of additions has the form of the whole list; whole lists have tens of thousands of codes, additions hundreds. */
const poaWholeListBytes = 1_000_000;

interface LineForm {
  readonly form: RegExp;
  readonly is: Recognised;
}

/** In this order: a line of the order file also begins as some others do. */
const lineForms: readonly LineForm[] = [
  { form: /^\d{5} [A-Z]\d[0-9A-Za-z]{1,5} *(?<=^.{13}) \S /, is: { role: 'order-file' } },
  {
    form: /^\d{5} [0-9A-Z]{3,7} *(?<=^.{13}) \S /,
    is: { ignored: 'an order file of ICD-10-PCS, another code system' },
  },
  { form: /^[ODNA] [A-Z]\d[0-9A-Za-z]{1,5} *(?<=^.{9}) \S/, is: { role: 'diff-2014' } },
  {
    form: /^(?=.{3,5} )[0-9A-Z]{3,5} +[0-9A-Za-z]{3,7} +[01]{3}\d{2}\s*$/,
    is: { ignored: 'a General Equivalence Mapping' },
  },
  {
    form: /^(?=.{3,7} )[A-Z][0-9A-Z]{2,6} +[0-9A-Za-z]{3,5} +[01]{3}\d{2}\s*$/,
    is: { ignored: 'a General Equivalence Mapping' },
  },
  {
    form: /^(?:[A-Z0-9]{5}| {3}[A-Z0-9]{2})\d{5}[3478]/,
    is: { ignored: 'HCPCS Level II, another code system' },
  },
  { form: /^[A-Z]\d[0-9A-Za-z]{1,5} *(?<=^.{7}) \S/, is: { role: 'codes-file' } },
  { form: /^[0-9A-Z]{7} \S/, is: { ignored: 'a codes file of ICD-10-PCS, another code system' } },
];

const addendaLabel = /^(?:Add|Delete|Revise from|Revise to): +/;

/** `head` is the start of the file, `bytes` all of it. */
export function recogniseText(head: string, bytes: Buffer, name: string): Recognised {
  const lines = head.split(/\r?\n/).filter((line) => line.trim() !== '');
  const first = lines[0] ?? '';
  if (first.includes('\t')) return recogniseTable(first.split('\t'), bytes, name);
  if (addendaLabel.test(first) || /^(?:Headers|Codes)$/.test(first.trim()))
    return { role: addendaRole(bytes, lines) };
  for (const { form, is } of lineForms) {
    if (isMost(lines.slice(0, 100), form)) return is;
  }
  if (/present on admission/i.test(head)) return { role: 'poa-exempt-readme' };
  return { ignored: `a text that begins ${quoted(first.trim().slice(0, 40))}` };
}

/** More than half, so that a damaged line is found by the parser, with its number, and not taken for another file. */
function isMost(lines: readonly string[], form: RegExp): boolean {
  return lines.length > 0 && lines.filter((line) => form.test(line)).length * 2 > lines.length;
}

/** Only the addenda of the order file have a flag before the code, and totals of headers. */
function addendaRole(bytes: Buffer, lines: readonly string[]): Role {
  const labelled = lines.filter((line) => addendaLabel.test(line)).slice(0, 100);
  if (labelled.length > 0) return isMost(labelled, /^.{13}[01] [A-Z]/) ? 'order-addenda' : 'codes-addenda';
  return /^Headers\s*$/m.test(bytes.toString('latin1')) ? 'order-addenda' : 'codes-addenda';
}

function recogniseTable(header: readonly string[], bytes: Buffer, name: string): Recognised {
  if (header.some((column) => /^"?Foundation URI"?$/.test(column.trim()))) {
    return { ignored: 'a tabulation of ICD-11, another code system' };
  }
  if (header.some((column) => /^(?:10|11)ClassKind$|^icd1[01]Code$/i.test(column.trim()))) {
    return { ignored: 'a mapping between ICD-10 and ICD-11' };
  }
  const poa = poaColumns(header);
  if (!poa)
    return {
      ignored: `a table with the columns ${header
        .map((column) => column.trim())
        .join(', ')
        .slice(0, 80)}`,
    };
  if (poa.action !== null) return { ignored: 'revisions of the POA-exempt list, not the list itself' };
  if (poa.order === null) return { ignored: 'deletions from the POA-exempt list, not the list itself' };
  if (bytes.length < poaWholeListBytes && /add/i.test(name.split('/').at(-1) ?? '')) {
    return { ignored: 'additions to the POA-exempt list, not the list itself' };
  }
  return { role: 'poa-exempt-list' };
}
