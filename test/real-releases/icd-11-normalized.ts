// An ICD-11 MMS edition from its published files to normalized records: totals, tree, links, translation, forms.
import { icd11 } from '@codeset/ingest-icd-11';
import { hashRelease, type RecognisedFile } from '@codeset/ingestion';
import { type ConceptRecord, layOut, type NormalizedRelease, propertiesByKey } from '@codeset/terminology';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Edition, editionFiles, normalizedEdition } from './icd-11-editions.ts';
import type { LoadedRelease } from './loaded-releases.ts';

/** Reading a workbook takes seconds, and some tests read several. */
const patient = 180_000;

function digest(release: NormalizedRelease): string {
  const { hashed, findings } = hashRelease(release, icd11.definition, false);
  expect(findings).toEqual([]);
  return hashed.digest;
}

function values({ content, propertySet }: ConceptRecord, code: string): unknown[] {
  const properties = [...content.properties, ...(propertySet?.properties ?? [])];
  return properties.filter((property) => property.code === code).map(({ value }) => value);
}

/** Registers the tests; call it within the describe that loads the edition. */
export function testNormalizedIcd11(edition: Edition, loaded: () => LoadedRelease): void {
  let files: readonly RecognisedFile[];
  let release: NormalizedRelease;
  beforeAll(() => {
    ({ files, release } = loaded());
  });

  it('has the rows, codes and chapters that are known, and a tree without a fault', () => {
    const codes = release.concepts.filter(({ content }) => content.selectable);
    const chapters = release.concepts.filter(({ parentKey }) => parentKey === null);
    expect([release.concepts.length, codes.length, chapters.length]).toEqual([
      edition.rows,
      edition.codes,
      28,
    ]);
    expect(
      codes.every(
        ({ code, content }) =>
          code !== null && icd11.definition.kinds.some((kind) => kind.code === content.kind && kind.isCode),
      ),
    ).toBe(true);
    expect(chapters.every(({ content }) => content.kind === 'chapter')).toBe(true);
    expect(layOut(release.concepts).problems).toEqual([]);
    expect(release.name.draft).toBe(edition.version.startsWith('draft'));
  });

  it('has nothing to be said of it but what is known', () => {
    expect(release.findings.map(({ severity, rule, message }) => `${severity} ${rule} ${message}`)).toEqual(
      edition.findings,
    );
    expect(release.parts).toEqual(edition.parts);
  });

  it('has every column captured', { timeout: patient }, async () => {
    const reports = await icd11.coverage(files);
    expect(reports).toHaveLength(files.length);
    for (const { lines } of reports) {
      expect(lines.filter(({ captured }) => !captured)).toEqual([]);
      const counts = new Map(lines.map(({ path, count }) => [path, count]));
      expect(counts.get('Code')).toBe(release.sourceRecords['rows with a code']);
    }
  });

  it('keeps the publisher’s order of chapters, 11 before 10 in 2018-12', () => {
    const chapters = release.concepts.flatMap(({ parentKey, code }) => (parentKey === null ? [code] : []));
    const numbers = chapters.slice(8, 11);
    expect(numbers).toEqual(edition.version === '2018-12' ? ['09', '11', '10'] : ['09', '10', '11']);
    expect(chapters.slice(-2)).toEqual(['V', 'X']);
  });
}

/** Registers the tests of the one edition that comes as text and as workbooks, in two languages: as `testNormalizedIcd11`. */
export function testFormsOfIcd11(loaded: () => LoadedRelease): void {
  describe('in its forms', () => {
    let english: NormalizedRelease;
    let text: string[][];

    beforeAll(async () => {
      english = await normalizedEdition('2024-01', 'tabulation-text');
      const [file] = await editionFiles('2024-01', 'tabulation-text');
      const lines = (await file?.file.read())?.toString('utf8').split('\r\n') ?? [];
      text = lines.slice(1, -1).map((line) => line.split('\t'));
    });

    it('has one digest from text, from workbook, and from both', { timeout: patient }, async () => {
      const book = await normalizedEdition('2024-01', 'tabulation-workbook');
      const both = await normalizedEdition('2024-01', 'tabulation-text', 'tabulation-workbook');
      expect([digest(book), digest(both)]).toEqual([digest(english), digest(english)]);
    });

    it('has one tree and one digest with Spanish, with or without the English file', {
      timeout: patient,
    }, async () => {
      const { release: all } = loaded();
      for (const role of ['translation-text:es', 'translation-workbook:es']) {
        const spanish = await normalizedEdition('2024-01', role);
        expect(spanish.concepts.map(({ key, parentKey }) => `${key} < ${parentKey}`)).toEqual(
          english.concepts.map(({ key, parentKey }) => `${key} < ${parentKey}`),
        );
        expect(digest(spanish)).toBe(digest(all));
      }
      expect(all.concepts.map(({ content }) => content)).toEqual(
        english.concepts.map(({ content }) => content),
      );
      const texts = all.concepts.flatMap(({ designationSet }) => designationSet?.designations ?? []);
      expect(texts).toHaveLength(35_900);
      expect(texts.every(({ language, value }) => language === 'es' && !value.startsWith('- '))).toBe(true);
      expect(all.concepts.find(({ code }) => code === '1A00')?.designationSet?.designations[0]?.value).toBe(
        'Cólera',
      );
    });

    it('has every link of every row by its patterns', () => {
      const patterns = english.frontMatter.propertyPatterns ?? [];
      const wrong = text.flatMap(([foundation = '', linearization = '', ...rest]) => {
        const key = linearization.split('/mms/')[1] ?? '';
        const browser = /hyperlink\(""(.*?)""/.exec(rest[7] ?? '')?.[1] ?? '';
        const published = [foundation, linearization, browser].filter((link) => link !== '');
        const ours = propertiesByKey(patterns)(key).map(({ value }) => value);
        return published.join(' ') === ours.join(' ') ? [] : [key];
      });
      expect(wrong).toEqual([]);
    });

    it('has every title, code, flag and grouping of every row', () => {
      const wrong = english.concepts.filter((concept, at) => {
        const fields = text[at] ?? [];
        const [kind = '', depth = '', residual = '', chapter = ''] = fields.slice(5, 9);
        const title = (fields[4] ?? '').replace(/^"(?:- )*|"$/g, '').replaceAll('""', '"');
        const written = [
          concept.content.display,
          values(concept, 'depth-in-kind')[0],
          values(concept, 'residual')[0],
          values(concept, 'chapter')[0],
          values(concept, 'leaf')[0],
          values(concept, 'primary-tabulation')[0] ?? '',
          ...values(concept, 'grouping'),
          concept.content.kind === 'extensionCode' ? 'category' : concept.content.kind,
          kind === 'chapter' ? '' : (concept.code ?? ''),
        ];
        const groupings = fields.slice(12, 17).filter((id) => id !== '');
        const published = [
          title,
          depth,
          residual,
          chapter,
          fields[10],
          fields[11],
          ...groupings,
          kind,
          fields[2] || fields[3],
        ];
        return written.join('|').toLowerCase() !== published.join('|').toLowerCase();
      });
      expect(wrong.map(({ key }) => key)).toEqual([]);
      expect(text).toHaveLength(36_044);
    });

    it('has the extension codes in chapter X, and no code of it elsewhere', () => {
      const extensions = english.concepts.filter(({ content }) => content.kind === 'extensionCode');
      expect(extensions).toHaveLength(16_841);
      expect(
        extensions.every((concept) => concept.code?.startsWith('X') && values(concept, 'chapter')[0] === 'X'),
      ).toBe(true);
    });
  });
}
