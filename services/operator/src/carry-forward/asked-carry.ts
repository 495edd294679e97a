// What a person asks of a list to carry, from the words of the command line.
import { CodesetError } from '@codeset/terminology';
import { type AskedColumns, refuseColumns } from '../code-list/list-columns.ts';
import { type Format, type Outlet, readForm } from '../comparison/asked-comparison.ts';

/** The options of `codeset carry-forward` as they are typed. */
export interface CarryOptions {
  readonly from: string;
  readonly to: string;
  readonly codeSystem: string;
  readonly codeColumn?: string;
  readonly countColumn?: string;
  readonly format?: string;
  readonly out?: string;
  readonly newList?: string;
  readonly undecided?: string;
  readonly force?: boolean;
}

/** A file that is written beside the answer, or for it. */
export interface AskedFile {
  readonly option: '--out' | '--new-list' | '--undecided';
  readonly path: string;
}

export interface AskedCarry {
  readonly columns: AskedColumns;
  /** Null: a text for people, or everything as one JSON document. */
  readonly format: Format | null;
  readonly files: readonly AskedFile[];
  readonly force: boolean;
}

/** USAGE for values that are not known and for options that do not go together. */
export function readCarryOptions(options: CarryOptions, outlet: Outlet): AskedCarry {
  const { codeColumn = null, countColumn = null, format: given, out, newList, undecided } = options;
  const columns = { code: codeColumn, count: countColumn };
  refuseColumns(columns);
  const { format } = readForm(
    { ...(given === undefined ? {} : { format: given }), ...(out === undefined ? {} : { out }) },
    outlet,
  );
  const files = [
    ...fileOf('--out', out),
    ...fileOf('--new-list', newList),
    ...fileOf('--undecided', undecided),
  ];
  const force = options.force ?? false;
  if (force && files.length === 0) {
    throw new CodesetError('USAGE', '--force: it overwrites files, and none is given.');
  }
  const twice = files.find(({ path }, i) => files.findIndex((file) => file.path === path) < i);
  if (twice) throw new CodesetError('USAGE', `${twice.option}: ${twice.path} is named twice.`);
  return { columns, format, files, force };
}

function fileOf(option: AskedFile['option'], path: string | undefined): AskedFile[] {
  return path === undefined ? [] : [{ option, path }];
}
