// A load's report as a person reads it.
import type { ChangeSummary } from '@codeset/database/load';
import type { LoadReport, LoadReportBase, MapChangeSummary, MapLoadReport } from '@codeset/ingestion';
import { mapChangeMeanings } from '@codeset/terminology';
import { reconciliationText } from './reconciliation-text.ts';
import { tableText } from './table-text.ts';

/** Findings of one severity that are shown one by one; `--json` has them all. */
const findingsShown = 20;

const outcomes: Record<LoadReport['outcome'], string> = {
  published: 'is published',
  checked: 'is checked and held, not published: `codeset publish` serves it',
  'dry-run': 'would be published (dry run: nothing was kept)',
  'already-published': 'is already published from the same files: nothing was done',
  refused: 'is refused: nothing was loaded',
};

export function reportText(report: LoadReport | MapLoadReport): string {
  const { version, effectiveFrom, outcome, sample, draft } = report;
  const publication = 'codeSystem' in report ? report.codeSystem : report.conceptMap;
  const force = draft ? 'a draft and never in force' : `effective from ${effectiveFrom}`;
  const label = `Release ${version} of ${publication}${sample ? ' (sample)' : ''}, ${force},`;
  const sections = [
    filesText(report),
    countsText('Source records', report.sourceRecords),
    countsText('Counts', report.counts),
    ...('codeSystem' in report
      ? releaseTexts(report)
      : report.changes
        ? [mapChangesText(report.changes)]
        : []),
    stepsText(report),
    findingsText(report),
    `${label} ${outcomes[outcome]}.${report.digest === null ? '' : `\nDigest ${report.digest}`}`,
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

/** What only a release of a code system has to tell. */
function releaseTexts(report: LoadReport): string[] {
  return [
    contentsText(report),
    report.changes ? changesText(report.changes) : '',
    ...report.reconciliations.map(reconciliationText),
  ];
}

function filesText({ files }: LoadReportBase): string {
  const rows = files.map(({ name, bytes, sha256, role, remark }) => [
    role ?? 'ignored',
    String(bytes),
    `${sha256.slice(0, 12)}…`,
    name,
    role === null ? remark : '',
  ]);
  return `Files\n${tableText(rows)}`;
}

function countsText(title: string, counts: Readonly<Record<string, number>>): string {
  const rows = Object.entries(counts).map(([name, count]) => [name, String(count)]);
  return rows.length === 0 ? '' : `${title}\n${tableText(rows)}`;
}

function contentsText({ contents }: LoadReport): string {
  const rows = Object.entries(contents).map(([name, { distinct, added }]) => [
    name,
    `${distinct} distinct`,
    `${added} new`,
  ]);
  return rows.length === 0 ? '' : `Contents\n${tableText(rows)}`;
}

const changeNames: Record<Exclude<keyof ChangeSummary, 'against'>, string> = {
  added: 'added',
  removed: 'removed',
  removedWithoutEnd: '  without having been given a last day',
  reworded: 'reworded',
  displayChanged: '  of these the text shown',
  meaningChanged: 'kind, selectable, properties or dates changed',
  terminated: '  of these newly given a last day',
  recoded: 'under another code',
  notesChanged: 'notes changed',
  moved: 'moved',
  unchanged: 'unchanged',
};

/** The numbers of a comparison, one a line. */
export function changesText({ against, ...numbers }: ChangeSummary): string {
  const named = Object.entries(changeNames).map(([name, title]) => [
    title,
    numbers[name as keyof typeof numbers],
  ]);
  return countsText(`Changes of codes against ${against}`, Object.fromEntries(named));
}

/** The sources of a map that changed, by kind. */
function mapChangesText({ against, sources, kinds }: MapChangeSummary): string {
  const named = kinds.map(({ kind, sources: number }) => [mapChangeMeanings[kind], number] as const);
  const all = Object.fromEntries([...named, ['in all', sources]]);
  return countsText(`Sources that changed against ${against}`, all);
}

function stepsText({ steps }: LoadReportBase): string {
  const rows = steps.map(({ step, milliseconds, rows: count }) => [
    step,
    `${milliseconds} ms`,
    count === null ? '' : String(count),
  ]);
  return rows.length === 0 ? '' : `Steps\n${tableText(rows)}`;
}

function findingsText({ findings }: LoadReportBase): string {
  if (findings.length === 0) return '';
  const lines: string[] = [];
  for (const severity of ['error', 'warning', 'info'] as const) {
    const these = findings.filter((finding) => finding.severity === severity);
    for (const { rule, message, where } of these.slice(0, findingsShown)) {
      lines.push(`  ${severity} ${rule}: ${message}${where === null ? '' : ` [${where}]`}`);
    }
    if (these.length > findingsShown)
      lines.push(`  ${severity}: ${these.length - findingsShown} more, with --json`);
  }
  return `Findings\n${lines.join('\n')}`;
}
