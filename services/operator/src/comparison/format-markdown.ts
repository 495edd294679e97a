// A comparison as a report in Markdown that a person would send round: the same releases give the same bytes.
import type { Chapter } from '@codeset/comparison';
import type { CodeSystemDefinition } from '@codeset/terminology';
import type { ChangeRecord } from './change-record.ts';
import { askedWords, changedInAll, kindNames, namedTotals, notCompared } from './comparison-words.ts';
import { type Section, sections } from './markdown-sections.ts';
import { literal, named, plain, table } from './markdown-text.ts';
import type { Comparison } from './read-comparison.ts';
import { forceOf, releaseLabel } from './release-facts.ts';

/** Gives the report piece by piece; sections without a change are left out. */
export async function* markdownPieces(comparison: Comparison): AsyncGenerator<string> {
  yield head(comparison);
  if (comparison.totals.concepts > 0) {
    yield totalsTables(comparison);
    yield chaptersTable(comparison);
    for (const section of sections) yield* sectionPieces(section, comparison);
  }
  const left = notCompared(comparison);
  if (left.length > 0) yield `\n## Not compared\n\n${left.map((line) => `- ${plain(line)}\n`).join('')}`;
}

function head(comparison: Comparison): string {
  const { definition, from, to, asked } = comparison;
  const releases = [from, to];
  const only = askedWords(asked);
  return [
    `# Changes of ${plain(definition.id)} from ${plain(from.version)} to ${plain(to.version)}\n`,
    `${plain(definition.title)}\n`,
    table(
      ['', 'from', 'to'],
      [
        ['release', ...releases.map((release) => plain(releaseLabel(release)))],
        ['in force', ...releases.map(forceOf)],
        ['digest', ...releases.map(({ digest }) => literal(digest))],
      ],
    ),
    ...(definition.attribution === null ? [] : [`${plain(definition.attribution)}\n`]),
    ...(only.length === 0 ? [] : [`Only: ${plain(only.join('; '))}.\n`]),
    `${changedInAll(comparison)}\n`,
  ].join('\n');
}

function totalsTables({ totals }: Comparison): string {
  const kinds = totals.kinds
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => [kind, String(count), kindNames[kind]]);
  const codes = namedTotals(totals).map(({ name, count, part }) => [
    part ? `– ${name}` : name,
    String(count),
  ]);
  return [
    '\n## Totals\n',
    table(['kind of change', 'concepts', 'meaning'], kinds),
    table(['codes', 'number'], codes),
  ].join('\n');
}

function chaptersTable({ totals: { chapters, kinds } }: Comparison): string {
  if (chapters.every(({ chapter }) => chapter === null)) return '';
  const occurring = kinds.filter(({ count }) => count > 0).map(({ kind }) => kind);
  const rows = chapters.map(({ chapter, concepts, kinds: ofChapter }) => [
    chapterName(chapter),
    String(concepts),
    ...occurring.map((kind) => String(ofChapter.find((total) => total.kind === kind)?.count ?? '')),
  ]);
  return `\n## By chapter\n\n${table(['chapter', 'concepts', ...occurring], rows)}`;
}

function chapterName(chapter: Chapter | null): string {
  return chapter ? named(chapter) : 'not known';
}

async function* sectionPieces(section: Section, comparison: Comparison): AsyncGenerator<string> {
  const { definition, describe, totals } = comparison;
  const changes = comparison.changes.filter(section.wants);
  if (changes.length === 0) return;
  yield `\n## ${section.title} (${changes.length})\n\n`;
  const known = totals.chapters.some(({ chapter }) => chapter !== null);
  if (!section.byChapter || !known) {
    yield* linesOf(section, definition, describe(changes));
    return;
  }
  let between = '';
  for (const { chapter } of totals.chapters) {
    const ofChapter = changes.filter(({ chapterKey }) => chapterKey === (chapter?.key ?? null));
    if (ofChapter.length === 0) continue;
    yield `${between}### ${chapterName(chapter)} (${ofChapter.length})\n\n`;
    yield* linesOf(section, definition, describe(ofChapter));
    between = '\n';
  }
}

async function* linesOf(
  { lines }: Pick<Section, 'lines'>,
  definition: CodeSystemDefinition,
  pages: AsyncIterable<readonly ChangeRecord[]>,
): AsyncGenerator<string> {
  for await (const page of pages) {
    yield page.flatMap((record) => lines(record, definition).map((line) => `${line}\n`)).join('');
  }
}
