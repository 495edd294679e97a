// Each line of an addenda, held against the release that it leads to.
import type { Finding } from '@codeset/terminology';
import type { Addenda, AddendaLine } from '../addenda.ts';
import { dotted } from '../code-form.ts';
import type { ReleaseCode, ReleaseCodes } from '../release-codes.ts';

const rule = 'addenda-lines';

/** What is added or revised must be there, with its flag and titles; what is deleted must be gone, or flagged otherwise. */
export function addendaLinesAgree({ file, lines }: Addenda, codes: ReleaseCodes): Finding[] {
  return lines.flatMap((line): Finding[] => {
    const where = `${file}:${line.line}`;
    const row = codes.get(line.code);
    const wrong = line.label === 'Delete' ? notDeleted(line, row) : notThere(line, row);
    if (wrong !== null) return [{ severity: 'error', rule, message: wrong, where }];
    if (!row || line.label === 'Delete' || line.label === 'Revise from') return [];
    return otherTitles(line, row).map((message) => ({ severity: 'warning', rule, message, where }));
  });
}

function notDeleted({ code, headerFlag }: AddendaLine, row: ReleaseCode | undefined): string | null {
  if (!row || row.selectable !== (headerFlag === '1')) return null;
  return `${dotted(code)} is deleted by the addenda and still in the release with the flag ${headerFlag}.`;
}

function notThere({ label, code, headerFlag }: AddendaLine, row: ReleaseCode | undefined): string | null {
  if (row?.selectable === (headerFlag === '1')) return null;
  const found = row ? 'has another flag in the release' : 'is not in the release';
  return `${dotted(code)} stands in the addenda (${label}) with the flag ${headerFlag} and ${found}.`;
}

function otherTitles({ code, longTitle, shortTitle }: AddendaLine, row: ReleaseCode): string[] {
  const messages: string[] = [];
  const tell = (which: string, addenda: string, release: string) =>
    messages.push(
      `${dotted(code)} has the ${which} title “${addenda}” in the addenda, “${release}” in the release.`,
    );
  if (longTitle !== row.longTitle) tell('long', longTitle, row.longTitle);
  if (shortTitle !== null && row.shortTitle !== null && shortTitle !== row.shortTitle) {
    tell('short', shortTitle, row.shortTitle);
  }
  return messages;
}
