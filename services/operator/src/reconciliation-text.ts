// What the publisher says changed against what did, as a person reads it: a table for each of its lists.
import type { ReleaseReconciliation } from '@codeset/ingestion';
import type { ReconciledNumber, Reconciliation } from '@codeset/terminology';
import { tableText } from './table-text.ts';

/** The numbers announced, listed and found side by side; single differences are among the findings, all with `--json`. */
export function reconciliationText(reconciliation: ReleaseReconciliation): string {
  const { file, against } = reconciliation;
  const base = against === null ? 'the release that it starts from is not held' : `against ${against}`;
  const rows = (['selectable', 'header'] as const).flatMap((of) => rowsOf(of, reconciliation));
  const head = ['', 'announced', 'listed', 'found', ''];
  return `Changes announced by ${file}, ${base}\n${tableText([head, ...rows])}\n  ${differencesText(reconciliation)}`;
}

const sorts = { selectable: 'selectable codes', header: 'headers' } as const;

const revised = {
  both: '  of display and other texts',
  displayOnly: '  of the display only',
  designationsOnly: '  of other texts only',
} as const;

/** Empty for a sort of which the list does not speak. */
function rowsOf(of: keyof typeof sorts, { counts, lines }: Reconciliation): string[][] {
  const count = (wanted: 'from' | 'to', name: string) =>
    counts
      .filter((one) => one.of === of && one.side === wanted)
      .map(({ announced, held, agrees }) => rowOf(name, { announced, listed: null, computed: held, agrees }));
  return [
    ...count('from', `${sorts[of]} before`),
    ...lines
      .filter((line) => line.of === of)
      .flatMap((line) => [
        rowOf(`${line.change}s`, line),
        ...line.ofWhich.filter(isSaid).map((part) => rowOf(revised[part.texts], part)),
      ]),
    ...count('to', `${sorts[of]} now`),
  ];
}

type Row = Omit<ReconciledNumber, 'listed'> & { readonly listed: number | null };

function rowOf(name: string, { announced, listed, computed, agrees }: Row): string[] {
  const numbers = [announced, listed, computed].map((number) => (number === null ? '' : String(number)));
  return [name, ...numbers, agrees ? '' : 'differs'];
}

/** A part that all say is empty takes no line. */
function isSaid({ announced, listed, computed }: ReconciledNumber): boolean {
  return [announced, listed, computed].some((number) => number !== null && number > 0);
}

function differencesText({ differences, against }: ReleaseReconciliation): string {
  if (differences.length === 0)
    return against === null ? 'No line of it disagrees with the release.' : 'No code differs.';
  const unexplained = differences.filter(({ explained }) => !explained).length;
  const codes = differences.length === 1 ? 'One difference' : `${differences.length} differences`;
  return `${codes}, ${unexplained === 0 ? 'explained' : `${unexplained} of them unexplained`}.`;
}
