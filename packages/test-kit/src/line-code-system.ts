// A whole ingestion service for a made-up code system of one line per code, so that the pipeline itself can be tested.
import type { IngestionService, RecognisedFile } from '@codeset/ingestion';
import {
  type AnnouncedChange,
  type AnnouncedTotals,
  type Announcement,
  CodesetError,
  type ConceptRecord,
  emptyNoteSet,
  type Finding,
  type IndexRecord,
  type NormalizedRelease,
  type ReleaseName,
} from '@codeset/terminology';
import { smallCodeSystem } from './small-code-system.ts';

/**
 * Files begin with the line `codes <version>`; then `code|parent|title|1 or 0`, in pre-order, an empty parent for a
 * root; a line `note code text` gives a note, `index term code` an index entry. `totals from to added deleted revised` gives
 * the publisher's totals of selectable codes, `add code title`, `delete code title` and `revise code title` what it says
 * changed. `refuse` makes a check fail.
 */
export const lineCodeSystem: IngestionService = {
  definition: smallCodeSystem,
  samples: [],
  requiredRoles: [['codes']],
  releaseName,
  async recognise(file) {
    const text = (await file.read()).toString('utf8');
    return text.startsWith('codes ')
      ? { role: 'codes', remark: 'a list of codes' }
      : { role: null, remark: 'not a list of codes' };
  },
  normalize: async (files, name) => normalize(await readLines(files), name, files),
  coverage: async () => [],
  async check(release, files) {
    const refused = (await readLines(files)).includes('refuse');
    const finding: Finding = {
      severity: 'error',
      rule: 'made-to-fail',
      message: 'The file asks for it.',
      where: null,
    };
    return [
      ...(refused ? [finding] : []),
      { ...finding, severity: 'info', message: `${release.concepts.length} codes` },
    ];
  },
};

function releaseName(version: string): ReleaseName {
  if (!/^\d{4}$/.test(version)) throw new CodesetError('VERSION_INVALID', `${version} is not a year.`);
  return { version, effectiveFrom: `${version}-01-01`, scheduledTo: `${version}-12-31`, draft: false };
}

async function readLines(files: readonly RecognisedFile[]): Promise<string[]> {
  const texts = await Promise.all(files.map(async ({ file }) => (await file.read()).toString('utf8')));
  return texts.flatMap((text) => text.split('\n'));
}

function normalize(
  lines: readonly string[],
  name: ReleaseName,
  files: readonly RecognisedFile[],
): NormalizedRelease {
  const header = lines[0]?.split(' ')[1];
  if (header !== name.version) {
    throw new CodesetError(
      'FILE_REFUSED',
      `${files[0]?.file.name}:1: found ${header}, expected ${name.version}.`,
    );
  }
  const concepts = lines.filter((line) => line.includes('|')).map((line) => conceptOf(line, lines));
  const index = lines.filter((line) => line.startsWith('index ')).map(indexEntryOf);
  return {
    name,
    parts: ['codes'],
    concepts,
    index,
    frontMatter: { introduction: [], indexes: [] },
    announcements: announcementsIn(lines, files[0]?.file.name ?? ''),
    sourceRecords: { lines: lines.length },
    findings: [],
  };
}

function conceptOf(line: string, lines: readonly string[]): ConceptRecord {
  const [code = '', parent = '', display = '', flag] = line.split('|');
  const notes = lines
    .filter((other) => other.startsWith(`note ${code} `))
    .map((other, list) => ({ kind: 'includes', list, text: other.slice(6 + code.length), links: [] }));
  return {
    key: code,
    code,
    parentKey: parent === '' ? null : parent,
    content: {
      kind: 'code',
      display,
      designations: [],
      selectable: flag === '1',
      properties: [],
      effectiveFrom: null,
      effectiveTo: null,
    },
    noteSet: notes.length === 0 ? emptyNoteSet : { ...emptyNoteSet, notes },
    propertySet: null,
    designationSet: null,
  };
}

function announcementsIn(lines: readonly string[], file: string): Announcement[] {
  const changes = lines.flatMap((line, at): AnnouncedChange[] => {
    const [, action, code = '', display = ''] = /^(add|delete|revise) (\S+) (.*)$/.exec(line) ?? [];
    if (action !== 'add' && action !== 'delete' && action !== 'revise') return [];
    const texts = { display, designations: [] };
    const [before, after] = action === 'delete' ? [texts, null] : [null, texts];
    return [{ action, words: null, code, selectable: true, before, after, line: at + 1 }];
  });
  const totals = lines.flatMap((line, at): AnnouncedTotals[] => {
    if (!line.startsWith('totals ')) return [];
    const [from = 0, to = 0, additions = 0, deletions = 0, revisions = 0] = line
      .split(' ')
      .slice(1)
      .map(Number);
    const sides = { from, to, fromFile: null, toFile: null };
    return [{ of: 'selectable', ...sides, additions, deletions, revisions, ofWhich: null, line: at + 1 }];
  });
  return totals.length + changes.length === 0 ? [] : [{ file, scope: 'selectable', totals, changes }];
}

function indexEntryOf(line: string): IndexRecord {
  const [, term = '', code = ''] = line.split(' ');
  const reference = { kind: 'code', text: code, column: null, code, below: false } as const;
  const content = {
    term,
    title: term,
    modifiers: [],
    letter: term.slice(0, 1).toUpperCase(),
    references: [reference],
  };
  return { kind: 'index', depth: 0, content };
}
