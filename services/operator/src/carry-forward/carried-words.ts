// What became of the codes of a list, in plain words.
import type {
  CarriedCode,
  CarriedStatus,
  CarriedStep,
  CarriedSummary,
  Evidence,
  EvidenceSource,
  LineageEdge,
} from '@codeset/comparison';
import type { ListColumn } from '../code-list/list-columns.ts';
import type { CodeList } from '../code-list/parse-code-list.ts';
import type { Carried } from './read-carried.ts';

/** What each status means. */
export const statusNames: Readonly<Record<CarriedStatus, string>> = {
  unchanged: 'the same code with the same display',
  reworded: 'the same code with another display',
  subdivided: 'into the codes that took its place',
  replaced: 'by other codes',
  ended: 'without a successor',
  unknown: 'not a code of the first release',
};

/** Who says so, in words. */
const sourceNames: Readonly<Record<EvidenceSource, string>> = {
  'conversion-table': 'conversion table',
  'cross-reference': 'cross-reference',
  entity: 'same entity',
  addenda: 'addenda',
  structure: 'structure of the releases',
  similarity: 'likeness of titles',
};

const ranks = Object.keys(sourceNames);

/** All statuses together. */
export function summaryInAll({ summary }: Pick<Carried, 'summary'>): Omit<CarriedSummary, 'status'> {
  const sum = (of: (row: CarriedSummary) => number | null) =>
    summary.reduce((total, row) => total + (of(row) ?? 0), 0);
  const counted = summary.some(({ volume }) => volume !== null);
  return {
    codes: sum(({ codes }) => codes),
    volume: counted ? sum(({ volume }) => volume) : null,
    toDecide: sum(({ toDecide }) => toDecide),
    volumeToDecide: counted ? sum(({ volumeToDecide }) => volumeToDecide) : null,
  };
}

/** Which columns were read, and which codes stand in the list more than once; a sentence each. */
export function listWords({ name, columns, codes }: CodeList): string[] {
  const counts = columns.count ? `counts from ${columnName(columns.count)}` : 'no counts';
  const repeated = codes.filter(({ lines }) => lines.length > 1);
  const first = repeated.slice(0, 5).map(({ code, lines }) => `${code} (lines ${shortened(lines)})`);
  const more = repeated.length > 5 ? ` and ${repeated.length - 5} more` : '';
  const added = columns.count ? ', and their counts were added up' : '';
  return [
    `Codes of ${name} from ${columnName(columns.code)}, ${counts}.`,
    ...(repeated.length === 0 ? [] : [`Given more than once${added}: ${first.join(', ')}${more}.`]),
  ];
}

function columnName({ number, name }: ListColumn): string {
  return name === null ? `column ${number} (no header)` : `column ${number} “${name}”`;
}

function shortened(lines: readonly number[]): string {
  return lines.length <= 5 ? lines.join(', ') : `${lines.slice(0, 5).join(', ')} …`;
}

/** `2021-01→2022 R05→R05.1, R05.2`. */
export function stepWords({ before, after, code, became, edges, reworded }: CarriedStep): string {
  const step = `${before.version}→${after.version} ${code}`;
  if (became.length === 0) return `${step} ended`;
  if (became.length !== 1 || became[0] !== code) return `${step}→${became.join(', ')}`;
  const beside = [...new Set(edges.map(({ target }) => target))].join(', ');
  const stays = reworded ? 'reworded' : 'stays';
  return beside === '' ? `${step} ${stays}` : `${step} ${stays}, beside it ${beside}`;
}

/** Everything that speaks for some edges in words, each thing once: what publishers say before reasons of ours. */
export function evidenceOf(edges: readonly LineageEdge[]): string[] {
  const all = edges.flatMap((edge) => edge.evidence.map((evidence) => ({ edge, evidence })));
  const inOrder = all.sort((a, b) => ranks.indexOf(a.evidence.source) - ranks.indexOf(b.evidence.source));
  return [...new Set(inOrder.map(({ edge, evidence }) => evidenceWords(edge, evidence)))];
}

/** `conversion table icd-10-cm-conversion 2025`, `addenda icd-10-cm 2023`, `likeness of titles 0.83`. */
function evidenceWords({ after }: LineageEdge, { source, publication, score }: Evidence): string {
  const addenda = source === 'addenda' && after ? { id: after.codeSystem, version: after.version } : null;
  const from = publication ?? addenda;
  const words = [sourceNames[source], ...(from ? [from.id, from.version] : []), score ?? ''];
  return words.join(' ').trim();
}

/** Codes that need a decision, the ones with the largest counts first. */
export function toDecide({ codes }: Pick<Carried, 'codes'>): CarriedCode[] {
  return byVolume(codes.filter(({ decisions }) => decisions.length > 0));
}

/** The largest counts first; without counts as the list has them. */
export function byVolume(codes: readonly CarriedCode[]): CarriedCode[] {
  return [...codes].sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
}
