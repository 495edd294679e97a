// What a person asks of a list to translate, from the words of the command line.
import { CodesetError } from '@codeset/terminology';
import type { RowsOutlet } from '../answer-rows.ts';
import { type AskedColumns, refuseColumns } from '../code-list/list-columns.ts';
import { type Outlet, readForm } from '../comparison/asked-comparison.ts';
import { rowFormats } from '../rows-in-form.ts';

/** The options of `codeset translate` as they are typed. */
export interface TranslateOptions {
  readonly to: string;
  readonly from?: string;
  readonly fromVersion?: string;
  readonly map?: string;
  readonly mapVersion?: string;
  readonly reverse?: boolean;
  readonly toVersion?: string;
  readonly through?: string;
  readonly codeColumn?: string;
  readonly countColumn?: string;
  readonly format?: string;
  readonly out?: string;
  readonly force?: boolean;
}

export interface AskedTranslation extends RowsOutlet {
  readonly columns: AskedColumns;
}

/** USAGE for values that are not known and for options that do not go together. */
export function readTranslateOptions(options: TranslateOptions, outlet: Outlet): AskedTranslation {
  const { codeColumn = null, countColumn = null, format: given } = options;
  const columns = { code: codeColumn, count: countColumn };
  refuseColumns(columns);
  const format = rowFormats.find((name) => name === given) ?? null;
  if (given !== undefined && format === null) {
    const expected = rowFormats.join(', ');
    throw new CodesetError('USAGE', `--format: found ${given}, expected one of ${expected}.`);
  }
  return { columns, format, out: readForm(options, outlet).out };
}
