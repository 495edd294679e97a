// The published files of one release → the release in our words. One tabulation is the source, the others are compared.
import type { Progress, RecognisedFile } from '@codeset/ingestion';
import {
  CodesetError,
  type Finding,
  type FrontMatter,
  type NormalizedRelease,
  type ReleaseName,
} from '@codeset/terminology';
import { codesInForm } from './checks/codes-in-form.ts';
import { linksAsPatterns } from './checks/links-as-patterns.ts';
import { comparedRows, type SourceRows } from './checks/tabulations-agree.ts';
import { oddCharacters } from './checks/odd-characters.ts';
import { treeAgrees } from './checks/tree-agrees.ts';
import { conceptsOf } from './concepts.ts';
import { checkEdition, checkSameEdition } from './edition.ts';
import { type Deviation, deviatingLinks, type LinkBases, linkBases, linkPatterns } from './entity-links.ts';
import { openTabulation, type TabulationFile, tabulationFiles } from './open-tabulation.ts';
import type { Tabulation } from './parse-tabulation.ts';
import { partsOf } from './parts.ts';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import type { TabulationRow } from './tabulation-row.ts';
import { Translations } from './translations.ts';

/** A tabulation with its rows. */
interface Source {
  readonly tabulation: Tabulation;
  readonly rows: readonly TabulationRow[];
  readonly rowOf: ReadonlyMap<string, TabulationRow>;
  readonly bases: LinkBases;
  readonly deviating: ReadonlyMap<TabulationRow, readonly Deviation[]>;
}

/** Parses and normalizes; throws CodesetError FILE_REFUSED with places, FILE_MISSING without a tabulation. */
export async function normalize(
  files: readonly RecognisedFile[],
  name: ReleaseName,
  progress: Progress,
): Promise<NormalizedRelease> {
  return await refusingSourceFiles(async () => {
    const [first, ...others] = tabulationFiles(files);
    if (!first) throw noTabulation(files);
    const source = await readSource(first, progress);
    const findings = checkSource(source, name);
    const translations = new Translations();
    findings.push(...takeTitles(first, source, translations));
    for (const other of others) {
      findings.push(...(await compareWith(other, source, translations, progress)));
    }
    return releaseOf(source, translations, name, findings);
  });
}

async function readSource(file: TabulationFile, progress: Progress): Promise<Source> {
  progress(`reading ${file.given.file.name}`);
  const tabulation = await openTabulation(file);
  const rows = [...tabulation.rows()];
  const bases = linkBases(rows);
  const rowOf = new Map(rows.map((row) => [row.key, row]));
  return { tabulation, rows, rowOf, bases, deviating: deviatingLinks(rows, bases) };
}

function checkSource({ tabulation, rows, bases, deviating }: Source, name: ReleaseName): Finding[] {
  const placeOf = ({ row }: TabulationRow) => tabulation.place(row, null);
  return [
    ...checkEdition(tabulation, bases.linearization ?? '', name),
    ...unknownColumns(tabulation),
    ...treeAgrees(rows, tabulation.columns.groupings.length, placeOf),
    ...codesInForm(rows, name.draft, placeOf),
    ...linksAsPatterns(deviating, placeOf),
    ...oddCharacters(rows, tabulation.file),
  ];
}

/** Without the English tabulation, a translation gives its English titles as well: it has all the same columns. */
function takeTitles(
  { role }: TabulationFile,
  { tabulation, rows }: Source,
  translations: Translations,
): Finding[] {
  if (role.language === null) return [];
  const message = 'The English titles are those of a translation; the English tabulation was not given.';
  const finding: Finding = {
    severity: 'info',
    rule: 'english-from-translation',
    message,
    where: tabulation.file,
  };
  return [finding, ...translations.take(role.language, rows, tabulation.file)];
}

async function compareWith(
  { given, role }: TabulationFile,
  { tabulation, rows, rowOf }: Source,
  translations: Translations,
  progress: Progress,
): Promise<Finding[]> {
  progress(`comparing with ${given.file.name}`);
  const other = await openTabulation({ given, role });
  checkSameEdition(tabulation, other);
  const findings = unknownColumns(other);
  const { language } = role;
  const source: SourceRows = {
    file: tabulation.file,
    columns: tabulation.columns,
    rows,
    rowOf,
    titles: language === null ? null : translations.titlesIn(language),
  };
  const compared = comparedRows(other, source, findings);
  if (language !== null && source.titles === null) {
    const taken = translations.take(language, compared, other.file);
    return [...findings, ...taken];
  }
  for (const _ of compared); // drawn for what differs
  return findings;
}

function releaseOf(
  { tabulation, rows, bases, deviating }: Source,
  translations: Translations,
  name: ReleaseName,
  findings: readonly Finding[],
): NormalizedRelease {
  const { languages } = translations;
  return {
    name,
    parts: partsOf(tabulation, languages),
    concepts: conceptsOf(rows, {
      deviationsOf: (row) => deviating.get(row) ?? [],
      designationsOf: ({ key }) => translations.of(key),
    }),
    index: [],
    frontMatter: frontMatterOf(tabulation, bases, languages),
    announcements: [],
    sourceRecords: sourceRecords(rows, languages),
    findings,
  };
}

function frontMatterOf({ stamp }: Tabulation, bases: LinkBases, languages: readonly string[]): FrontMatter {
  return {
    introduction: stamp === null ? [] : [{ type: 'version', title: stamp, instructions: [] }],
    indexes: [],
    propertyPatterns: linkPatterns(bases),
    ...(languages.length === 0 ? {} : { translations: languages }),
  };
}

function sourceRecords(rows: readonly TabulationRow[], languages: readonly string[]): Record<string, number> {
  const codes = rows.filter(({ code }) => code !== null).length;
  const counts: Record<string, number> = { 'tabulation rows': rows.length, 'rows with a code': codes };
  for (const { classKind } of rows) counts[`${classKind} rows`] = (counts[`${classKind} rows`] ?? 0) + 1;
  if (languages.length > 0) counts['translations'] = languages.length;
  return counts;
}

function unknownColumns({ unknownColumns: names, file }: Tabulation): Finding[] {
  return names.map((name) => ({
    severity: 'warning',
    rule: 'not-captured',
    message: `The column “${name}” is not known and is not captured.`,
    where: file,
  }));
}

function noTabulation(files: readonly RecognisedFile[]): CodesetError {
  const given = files.map(({ file, remark }) => `\n  ${file.name}: ${remark}`).join('');
  return new CodesetError(
    'FILE_MISSING',
    'A release of ICD-11 MMS must have its simple tabulation, as text or workbook, in English or in a translation ' +
      `with English titles beside its own; none of the files given is one.${given}`,
  );
}
