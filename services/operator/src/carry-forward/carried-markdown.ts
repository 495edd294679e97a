// A carried list as a report in Markdown to send round: the same list and releases give the same bytes.
import type { CarriedCode, CarriedStatus } from '@codeset/comparison';
import { literal, plain, table } from '../comparison/markdown-text.ts';
import { forceOf, releaseLabel } from '../comparison/release-facts.ts';
import { codeLines, endedLines, noticeLines, openLines, rewordedLines } from './carried-lines.ts';
import { byVolume, listWords, statusNames, summaryInAll } from './carried-words.ts';
import type { Carried } from './read-carried.ts';

interface Section {
  readonly title: string;
  readonly wants: (code: CarriedCode) => boolean;
  readonly lines: (code: CarriedCode) => readonly string[];
}

const isOpen = ({ decisions }: CarriedCode) => decisions.length > 0;
const sureOf = (status: CarriedStatus) => (code: CarriedCode) => code.status === status && !isOpen(code);

/** In the order of the report; what ended or is unknown needs a decision too, and has a section of its own. */
const sections: readonly Section[] = [
  { title: 'To be decided', wants: (code) => isOpen(code) && code.into.length > 0, lines: openLines },
  { title: 'Ended', wants: ({ status }) => status === 'ended', lines: endedLines },
  { title: 'Unknown', wants: ({ status }) => status === 'unknown', lines: endedLines },
  { title: 'Replaced', wants: sureOf('replaced'), lines: codeLines },
  { title: 'Subdivided', wants: sureOf('subdivided'), lines: codeLines },
  { title: 'Reworded', wants: sureOf('reworded'), lines: rewordedLines },
  { title: 'Notices', wants: ({ notices }) => notices.length > 0, lines: noticeLines },
];

/** Gives the report piece by piece; sections without a code are left out. */
export function* carriedMarkdown(carried: Carried): Generator<string> {
  yield head(carried);
  yield `\n## Summary\n\n${summaryTable(carried)}`;
  for (const { title, wants, lines } of sections) {
    const codes = byVolume(carried.codes.filter(wants));
    if (codes.length > 0) yield `\n## ${title} (${codes.length})\n\n`;
    for (const code of codes)
      yield lines(code)
        .map((line) => `${line}\n`)
        .join('');
  }
}

function head({ definition, list, from, to, through }: Carried): string {
  const releases = [from, to];
  return [
    `# A list of ${plain(definition.id)} carried from ${plain(from.version)} to ${plain(to.version)}\n`,
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
    `${listWords(list).map(plain).join(' ')} It went through ${through.map(releaseLabel).map(plain).join(', ')}.\n`,
  ].join('\n');
}

function summaryTable(carried: Carried): string {
  const inAll = summaryInAll(carried);
  const counted = inAll.volume !== null;
  const numbers = (row: typeof inAll) => [
    String(row.codes),
    ...(counted ? [String(row.volume)] : []),
    String(row.toDecide),
    ...(counted ? [String(row.volumeToDecide)] : []),
  ];
  const volume = (name: string) => (counted ? [name] : []);
  return table(
    ['status', 'codes', ...volume('volume'), 'to decide', ...volume('volume to decide'), 'meaning'],
    [
      ...carried.summary.map((row) => [row.status, ...numbers(row), statusNames[row.status]]),
      ['in all', ...numbers(inAll), ''],
    ],
  );
}
