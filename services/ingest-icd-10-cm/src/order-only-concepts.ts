// A release without its tabular list → concepts from the order file alone: no chapters, no blocks, notes not known.
import type { ConceptRecord, Finding } from '@codeset/terminology';
import { dotted } from './code-form.ts';
import { contentOfRow } from './concept-content.ts';
import type { OrderRows } from './order-rows.ts';
import { parentsByPrefix } from './parents-by-prefix.ts';
import { type PoaExemptCodes, poaPropertySet } from './poa-exempt-codes.ts';

export interface OrderOnlyConcepts {
  readonly concepts: readonly ConceptRecord[];
  readonly findings: readonly Finding[];
}

/** The concepts, categories as roots, and the finding that says what is not known of them. */
export function orderOnlyConcepts(
  { rows }: OrderRows,
  poaExempt: PoaExemptCodes,
  file: string,
): OrderOnlyConcepts {
  const { parentOf, orphans } = parentsByPrefix(rows.map(({ code }) => code));
  const withChildren = new Set(parentOf.values());
  const concepts = rows.map((row): ConceptRecord => {
    const code = dotted(row.code);
    const parent = parentOf.get(row.code) ?? null;
    return {
      key: code,
      code,
      parentKey: parent === null ? null : dotted(parent),
      content: contentOfRow(row, withChildren.has(row.code)),
      noteSet: null,
      propertySet: poaPropertySet(poaExempt, code, row.headerFlag === '1'),
      designationSet: null,
    };
  });
  return { concepts, findings: [orderOnly(file), ...orphans.map((code) => orphan(code, file))] };
}

function orderOnly(file: string): Finding {
  return {
    severity: 'warning',
    rule: 'order-only',
    message:
      'The release came without its tabular list: the hierarchy is taken from the codes, there are no chapters and ' +
      'blocks, and notes, inclusion terms and 7th characters are not known (which is not the same as none).',
    where: file,
  };
}

function orphan(code: string, file: string): Finding {
  return {
    severity: 'error',
    rule: 'orphan',
    message: `${dotted(code)} has no parent: neither its category nor any other code that it begins with is in the file.`,
    where: file,
  };
}
