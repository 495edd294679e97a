// Codes are of their form, stand where codes belong, and residuals are what their URI says they are.
import type { Finding } from '@codeset/terminology';
import { isBlockId, isExtensionCode, isStemCode } from '../code-form.ts';
import { kindOf } from '../concepts.ts';
import { residualOfKey } from '../entity-uri.ts';
import { noCodeAssigned, type TabulationRow } from '../tabulation-row.ts';
import type { PlaceOf } from './tree-agrees.ts';

/** The last character of a residual's code, by the end of its URI. */
const residualLetter = { other: 'Y', unspecified: 'Z' } as const;

interface Doubt {
  readonly severity: Finding['severity'];
  readonly rule: string;
  readonly message: string;
}

/** `draft` tells whether codes may still be missing. */
export function codesInForm(rows: readonly TabulationRow[], draft: boolean, placeOf: PlaceOf): Finding[] {
  return rows.flatMap((row) =>
    [...codeDoubts(row, draft), ...blockDoubts(row), ...residualDoubts(row)].map((doubt) => ({
      ...doubt,
      where: placeOf(row),
    })),
  );
}

function codeDoubts(row: TabulationRow, draft: boolean): Doubt[] {
  const { classKind, code, key } = row;
  if (classKind !== 'category') {
    return code === null ? [] : [error('code-by-kind', `${key} is a ${classKind} and has the code ${code}.`)];
  }
  if (code === null || code === noCodeAssigned) {
    const severity = draft && code !== null ? 'info' : 'warning';
    return [
      {
        severity,
        rule: 'no-code-assigned',
        message: `The category ${key} has no code; it cannot be coded with.`,
      },
    ];
  }
  const extension = kindOf(row) === 'extensionCode';
  if (extension ? isExtensionCode(code) : isStemCode(code)) return [];
  const expected = extension
    ? 'an extension code of chapter X: X, a letter, a digit and one to three more'
    : 'a stem code: a letter second and a digit third, four characters, up to two after a point, no I or O';
  return [error('code-form', `${key} has the code ${code}, expected ${expected}.`)];
}

function blockDoubts({ classKind, blockId, key }: TabulationRow): Doubt[] {
  if (blockId === null) return [];
  if (classKind !== 'block')
    return [error('code-by-kind', `${key} is a ${classKind} and has the BlockId ${blockId}.`)];
  if (isBlockId(blockId)) return [];
  return [
    warning('code-form', `The block ${key} has the BlockId ${blockId}, expected one like BlockL1-1A0.`),
  ];
}

function residualDoubts({ key, code, isResidual, classKind }: TabulationRow): Doubt[] {
  const residual = residualOfKey(key);
  if (isResidual !== (residual !== null)) {
    return [warning('residual-contradicts-uri', `IsResidual is ${isResidual}, and the URI ends in ${key}.`)];
  }
  if (residual === null || code === null || code === noCodeAssigned) return [];
  const letter = residualLetter[residual];
  if (classKind === 'category' && code.endsWith(letter)) return [];
  return [
    warning('residual-contradicts-uri', `${key} has the code ${code}, expected one that ends in ${letter}.`),
  ];
}

function error(rule: string, message: string): Doubt {
  return { severity: 'error', rule, message };
}

function warning(rule: string, message: string): Doubt {
  return { severity: 'warning', rule, message };
}
