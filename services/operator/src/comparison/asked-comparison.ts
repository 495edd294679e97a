// What a person asks of a comparison, from the words of the command line.
import type { ChangeFilter } from '@codeset/comparison';
import { type ChangeKind, changeKinds, CodesetError } from '@codeset/terminology';

/** The forms in which changes are written one by one. */
export const formats = ['csv', 'ndjson', 'parquet', 'markdown'] as const;

export type Format = (typeof formats)[number];

/** The options of `codeset compare` as they are typed. */
export interface CompareOptions {
  readonly format?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly kinds?: string;
  readonly under?: string;
  readonly selectableOnly?: boolean;
  readonly withoutCosmetic?: boolean;
  readonly text?: string;
}

/** Which changes are asked for; `under` is still a code. */
export type AskedChanges = Omit<ChangeFilter, 'under'> & { readonly under: string | null };

export interface AskedComparison {
  /** Null: the totals alone, or everything as one JSON document. */
  readonly format: Format | null;
  /** Null: standard output. */
  readonly out: { readonly path: string; readonly force: boolean } | null;
  readonly changes: AskedChanges;
}

/** Where the answer would go. */
export interface Outlet {
  readonly json: boolean;
  /** Standard output is a terminal. */
  readonly terminal: boolean;
}

/** Throws USAGE for values that are not known and for options that do not go together. */
export function readCompareOptions(options: CompareOptions, outlet: Outlet): AskedComparison {
  return { ...readForm(options, outlet), changes: changesOf(options) };
}

/** In which form an answer is written, and where to. USAGE as above. */
export function readForm(
  { format: given, out: path, force = false }: Pick<CompareOptions, 'format' | 'out' | 'force'>,
  outlet: Outlet,
): Pick<AskedComparison, 'format' | 'out'> {
  const format = formatOf(given);
  if (path !== undefined && format === null)
    throw usage(`--out: say in which --format: ${formats.join(', ')}.`);
  if (force && path === undefined)
    throw usage('--force: it overwrites the file of --out, which is not given.');
  if (path === undefined) refuseOnStandardOutput(format, outlet);
  return { format, out: path === undefined ? null : { path, force } };
}

/** True where fewer than all changes are asked for. */
export function asksForSome({ kinds, under, selectableOnly, withoutCosmetic, text }: AskedChanges): boolean {
  return kinds !== null || under !== null || selectableOnly || withoutCosmetic || text !== null;
}

function refuseOnStandardOutput(format: Format | null, { json, terminal }: Outlet): void {
  if (format !== null && json) {
    throw usage('--json and --format both write to standard output: leave one out, or add --out FILE.');
  }
  if (format === 'parquet' && terminal) {
    throw usage('--format parquet: the bytes would go to your terminal. Add --out FILE, or pipe them on.');
  }
}

function formatOf(given: string | undefined): Format | null {
  if (given === undefined) return null;
  const format = formats.find((name) => name === given);
  if (format) return format;
  throw usage(`--format: found ${given}, expected one of ${formats.join(', ')}.`);
}

function changesOf({ kinds, under, selectableOnly, withoutCosmetic, text }: CompareOptions): AskedChanges {
  return {
    kinds: kinds === undefined ? null : kindsOf(kinds),
    under: under ?? null,
    selectableOnly: selectableOnly ?? false,
    withoutCosmetic: withoutCosmetic ?? false,
    text: text?.trim() || null,
  };
}

function kindsOf(given: string): ChangeKind[] {
  const words = given.split(',').map((word) => word.trim());
  const unknown = words.filter((word) => !changeKinds.some((kind) => kind === word));
  if (unknown.length === 0) return changeKinds.filter((kind) => words.includes(kind));
  const found = unknown.map((word) => word || '(nothing)').join(', ');
  throw usage(`--kinds: found ${found}, expected, with commas between: ${changeKinds.join(', ')}.`);
}

function usage(message: string): CodesetError {
  return new CodesetError('USAGE', message);
}
