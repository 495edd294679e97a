// The record layout that came with the release must say what the definition and the parsers say.
import type { Finding } from '@codeset/terminology';
import { mainFields } from '../main-fields.ts';
import type { LayoutTable, RecordLayout } from '../parse-record-layout.ts';
import { fieldProperties } from '../properties.ts';

const rule = 'record-layout-differs';

/** The tables of the appendix, and which property they are for; the others stand with their field. */
const appendix: Readonly<Record<string, string>> = {
  betos: 'BETOS_TB',
  'type-of-service': 'CMS_TYPE_SRVC_TB',
};

/** Fields of one code word that the layout gives as a rule, not as a table. */
const withoutTable = ['asc-payment-group'];

/** Warnings: codes or meanings that differ, tables that are missing, fields that stand elsewhere. */
export function recordLayoutAgrees(layout: RecordLayout): Finding[] {
  const coded = fieldProperties.filter(({ code, type }) => type === 'code' && !withoutTable.includes(code));
  return [
    ...coded.flatMap(({ code, title, field, values }) => {
      const from = mainFields.find(({ name }) => name === field)?.from;
      const table = layout.tables.get(appendix[code] ?? String(from));
      const known = new Map(values.map((value) => [value.code, value.description]));
      return table ? tableAgrees(title, known, table, layout.file) : [missingTable(title, layout.file)];
    }),
    ...fieldsStandThere(layout),
  ];
}

function missingTable(title: string, file: string): Finding {
  return { severity: 'warning', rule, message: `It has no table of codes for ${title}.`, where: file };
}

function tableAgrees(
  title: string,
  known: ReadonlyMap<string, string>,
  table: LayoutTable,
  file: string,
): Finding[] {
  const findings: Finding[] = [];
  for (const [code, { meaning, place }] of table) {
    const ours = known.get(code);
    if (ours !== undefined && ours.toLowerCase() === meaning.toLowerCase()) continue;
    const message = `${title} ${code} means “${meaning}” by the record layout, ${ours === undefined ? 'and is not known' : `“${ours}” by the definition`}.`;
    findings.push({ severity: 'warning', rule, message, where: place });
  }
  for (const code of known.keys()) {
    if (table.has(code)) continue;
    const message = `${title} ${code} is not in the record layout.`;
    findings.push({ severity: 'warning', rule, message, where: file });
  }
  return findings;
}

/** Each field begins where the layout says; of one that stands several times the layout gives the first. */
function fieldsStandThere({ fields, file }: RecordLayout): Finding[] {
  return mainFields.flatMap(({ title, from, width }): Finding[] => {
    if (fields.some((field) => field.from === from && field.to === from + width - 1)) return [];
    const message = `It has no field in columns ${from}-${from + width - 1}, where the ${title} is read.`;
    return [{ severity: 'warning', rule, message, where: file }];
  });
}
