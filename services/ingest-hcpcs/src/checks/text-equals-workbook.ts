// Text and workbook of one main file should say the same; the text is what is loaded.
import type { Finding } from '@codeset/terminology';
import { mainFields } from '../main-fields.ts';
import type { MainFile, MainRecord } from '../main-record.ts';

const rule = 'text-equals-workbook';

/** A warning for each field of a code that differs, for codes that only one has, and for another order. */
export function textEqualsWorkbook(text: MainFile, workbook: MainFile): Finding[] {
  const inWorkbook = new Map(workbook.records.map((record) => [record.code, record]));
  const inText = new Set(text.records.map(({ code }) => code));
  const findings = text.records.flatMap((record): Finding[] => {
    const other = inWorkbook.get(record.code);
    if (other) return differences(record, other);
    return [onlyIn(record, 'text', workbook.file)];
  });
  const surplus = workbook.records.filter(({ code }) => !inText.has(code));
  findings.push(...surplus.map((record) => onlyIn(record, 'workbook', text.file)));
  return findings.length > 0 ? findings : orderDiffers(text, workbook);
}

function onlyIn({ code, place }: MainRecord, form: string, other: string): Finding {
  return {
    severity: 'warning',
    rule,
    message: `${code} is in the ${form} and not in ${other}.`,
    where: place,
  };
}

function differences(text: MainRecord, workbook: MainRecord): Finding[] {
  const pairs: [string, string, string][] = [
    ['long description', text.longDescription, workbook.longDescription],
    ['record id', text.isModifier ? 'modifier' : 'procedure', workbook.isModifier ? 'modifier' : 'procedure'],
    ...mainFields.map(({ name, title }): [string, string, string] => [
      title,
      text.values[name].join(', '),
      workbook.values[name].join(', '),
    ]),
  ];
  return pairs
    .filter(([, here, there]) => here !== there)
    .map(([title, here, there]) => ({
      severity: 'warning',
      rule,
      message: `The ${title} of ${text.code} is “${here}” in the text, “${there}” in the workbook (${workbook.place}).`,
      where: text.place,
    }));
}

function orderDiffers(text: MainFile, workbook: MainFile): Finding[] {
  const first = text.records.find(({ code }, at) => workbook.records[at]?.code !== code);
  if (!first) return [];
  const message = `The workbook has another order than the text, from ${first.code} on.`;
  return [{ severity: 'warning', rule, message, where: first.place }];
}
