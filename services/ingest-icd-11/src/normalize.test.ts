// The sample releases in our words: tree, kinds, codes, properties, links, translations; the same from text and workbook.
import { hashRelease, type RecognisedFile } from '@codeset/ingestion';
import { type ConceptRecord, layOut, type NormalizedRelease, propertiesByKey } from '@codeset/terminology';
import { beforeAll, describe, expect, it } from 'vitest';
import { definition } from './definition.ts';
import { normalize } from './normalize.ts';
import { releaseName } from './release-name.ts';
import { recognised, sampleFiles, sampleText, sourceFile } from './source-file-in-memory.ts';
import { type CellContent, fieldsOf, workbookOf } from './workbook-in-memory.ts';

const silent = () => undefined;
let before: NormalizedRelease;
let release: NormalizedRelease;

beforeAll(async () => {
  before = await normalize(await sampleFiles('2026-01'), releaseName('2026-01'), silent);
  release = await normalize(await sampleFiles('2027-01'), releaseName('2027-01'), silent);
});

function concept(key: string, of: NormalizedRelease = release): ConceptRecord {
  const found = of.concepts.find(
    (candidate) => candidate.key === `900000000${key}` || candidate.key === `90000000${key}`,
  );
  if (!found) throw new Error(`${key} is not in the sample`);
  return found;
}

function values({ content, propertySet }: ConceptRecord, code: string): unknown[] {
  const properties = [...content.properties, ...(propertySet?.properties ?? [])];
  return properties.filter((property) => property.code === code).map(({ value }) => value);
}

function digest(of: NormalizedRelease): string {
  return hashRelease(of, definition, true).hashed.digest;
}

async function normalized(files: readonly RecognisedFile[], version = '2027-01'): Promise<NormalizedRelease> {
  return await normalize(files, releaseName(version), silent);
}

async function fileOf(name: string, content: string | Buffer): Promise<RecognisedFile[]> {
  return await recognised([sourceFile(name, content)]);
}

describe('the tree', () => {
  it('is a pre-order walk in which the marks before the titles tell the parent', () => {
    expect(layOut(release.concepts).problems).toEqual([]);
    expect([before.concepts.length, release.concepts.length]).toEqual([39, 41]);
    expect(release.concepts.filter(({ parentKey }) => parentKey === null).map(({ code }) => code)).toEqual([
      '01',
      '02',
      'V',
      'X',
    ]);
    expect(concept('6/other').parentKey).toBe('9000000006');
    expect(concept('46').parentKey).toBe('9000000045');
  });

  it('is without findings in the samples, but for the translation', () => {
    expect(before.findings).toEqual([]);
    expect(release.findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
      'info titles-missing',
    ]);
    expect(release.findings[0]?.message).toBe('2 of 41 rows have no title in es.');
  });
});

describe('a concept', () => {
  it.each([
    ['1', 'chapter', '01', false],
    ['2', 'block', 'BlockL1-1A0', false],
    ['9', 'block', null, false],
    ['4', 'category', '1A00', true],
    ['6/other', 'category', '1A00.1Y', true],
    ['31', 'category', 'VA00', true],
    ['42', 'extensionCode', 'XS10', true],
    ['46', 'block', null, false],
  ])('%s is a %s with the code %s, selectable %s', (key, kind, code, selectable) => {
    const { content, code: found } = concept(key);
    expect([content.kind, found, content.selectable]).toEqual([kind, code, selectable]);
  });

  it('is shown by its title without marks, quotes undone', () => {
    expect(concept('4').content.display).toBe('Weak flame');
    expect(concept('13').content.display).toBe('Ash in the nostrils, "grey nose"');
  });

  it('has its columns as properties, and nothing where a field is blank', () => {
    const cold = concept('6/other');
    const found = ['residual', 'chapter', 'depth-in-kind', 'leaf', 'primary-tabulation', 'grouping'].map(
      (code) => values(cold, code),
    );
    expect(found).toEqual([[true], ['01'], [3], [true], [true], ['BlockL1-1A0', 'BlockL2-1A0']]);
    expect(values(concept('1'), 'primary-tabulation')).toEqual([]);
    expect(values(concept('24'), 'grouping')).toEqual(['BlockL1-2A0', 'BlockL2-2A1']);
    expect(values(concept('46'), 'depth-in-kind')).toEqual([1]);
  });

  it('keeps key and content while its code, place and neighbours change', () => {
    expect([concept('16', before).code, concept('16').code]).toEqual(['1B01', '1B05']);
    expect(concept('16').content).toEqual(concept('16', before).content);
    expect(concept('24').content).toEqual(concept('24', before).content);
    expect([concept('12', before).content.kind, concept('12').content.kind]).toEqual(['block', 'category']);
    expect(concept('8').content.display).not.toBe(concept('8', before).content.display);
  });
});

describe('links', () => {
  it('follow from the key', () => {
    const patterns = release.frontMatter.propertyPatterns ?? [];
    expect(propertiesByKey(patterns)('9000000004')).toEqual([
      { code: 'foundation-uri', value: 'http://id.who.int/icd/entity/9000000004' },
      { code: 'linearization-uri', value: 'http://id.who.int/icd/release/11/mms/9000000004' },
      {
        code: 'browser-link',
        value: 'https://icd.who.int/browse11/l-m/en#/http%3A%2F%2Fid.who.int%2Ficd%2Fentity%2F9000000004',
      },
    ]);
    expect(propertiesByKey(patterns)('9000000004/other').map(({ value }) => value)).toEqual([
      'http://id.who.int/icd/release/11/mms/9000000004/other',
      'https://icd.who.int/browse11/l-m/en#/http%3A%2F%2Fid.who.int%2Ficd%2Fentity%2F9000000004%2Fmms%2Fother',
    ]);
  });

  it('that deviate are properties of their own, with a finding that names the row', async () => {
    const text = (await sampleText('2026-01', 'en')).replace('entity/9000000008\t', 'entity/9000000099\t');
    const odd = await normalized(await fileOf('t-en.txt', text), '2026-01');
    expect(values(concept('8', odd), 'foundation-uri')).toEqual(['http://id.who.int/icd/entity/9000000099']);
    expect(odd.findings).toEqual([
      expect.objectContaining({ severity: 'warning', rule: 'link-deviates', where: 't-en.txt:13' }),
    ]);
    expect(odd.frontMatter).toEqual(before.frontMatter);
  });
});

describe('text and workbook', () => {
  it('give the same digest, alone, together, and from the translation alone', async () => {
    const [english, spanish] = [await sampleText('2027-01', 'en'), await sampleText('2027-01', 'es')];
    const texts = [sourceFile('t-en.txt', english), sourceFile('t-es.txt', spanish)];
    const books = [
      sourceFile('t-en.xlsx', workbookOf(fieldsOf(english))),
      sourceFile('t-es.xlsx', workbookOf(fieldsOf(spanish))),
    ];
    const sets = [texts, books, [...books, ...texts], texts.slice(1), books.slice(1)];
    const releases = await Promise.all(sets.map(async (files) => await normalized(await recognised(files))));
    expect(releases.map(digest)).toEqual(sets.map(() => digest(release)));
    const rules = releases.map(({ findings }) => findings.map(({ rule }) => rule).join());
    const alone = 'english-from-translation,titles-missing';
    expect(rules).toEqual(['titles-missing', 'titles-missing', 'titles-missing', alone, alone]);
  });

  it('give the same digest where the workbook has numbers, truth values and cached links', async () => {
    const text = await sampleText('2026-01', 'en');
    const [header = [], ...rows] = fieldsOf(text);
    const typed = rows.map((fields) =>
      fields.map((field, index): CellContent => {
        if (field === 'True' || field === 'False')
          return { type: 'b', xml: `<v>${field === 'True' ? 1 : 0}</v>` };
        if (header[index] === 'DepthInKind') return { type: 'n', xml: `<v>${field}</v>` };
        if (!field.startsWith('=')) return field;
        return {
          type: 'str',
          xml: `<f>${field.slice(1).replace('hyperlink', 'HYPERLINK')}</f><v>browser</v>`,
        };
      }),
    );
    const book = await normalized(await fileOf('t.xlsx', workbookOf([header, ...typed])), '2026-01');
    expect(digest(book)).toBe(digest(before));
  });

  it('may have columns in any order, under the names of 2018', async () => {
    const text = await sampleText('2026-01', 'en');
    const lines = text.replace(/^\ufeff/, '').split('\r\n');
    const turned = lines.map((line, at) => {
      const fields = line.split('\t');
      const [version, columns] = at === 0 ? [fields.slice(17), fields.slice(0, 17)] : [[], fields];
      return [...columns.reverse(), ...version]
        .join('\t')
        .replace('Linearization URI', 'Linearization (release) URI');
    });
    const other = await normalized(await fileOf('t.txt', turned.join('\r\n')), '2026-01');
    expect(digest(other)).toBe(digest(before));
  });

  it('that differ are told, with the place and what the other says', async () => {
    const text = await sampleText('2026-01', 'en');
    const book = workbookOf(
      fieldsOf(
        text
          .replace('\t1A01\t', '\t1A03\t')
          .replace('Green smoke', 'Grey smoke')
          .replace('- - Horn envy', '- Horn envy'),
      ),
    );
    const files = await recognised([sourceFile('t.xlsx', book), sourceFile('t.txt', text)]);
    const { findings } = await normalized(files, '2026-01');
    expect(findings.map(({ severity, rule, where }) => `${severity} ${rule} ${where}`)).toEqual([
      'error rows-differ t.xlsx!MMS!C13',
      'warning columns-differ t.xlsx!MMS!E17',
      'error rows-differ t.xlsx!MMS!E30',
    ]);
    expect(findings[0]?.message).toBe('9000000008: found "1A03", expected "1A01" as in t.txt.');
  });

  it('without a row, or in another order, are an error', async () => {
    const text = await sampleText('2026-01', 'en');
    const lines = text.split('\r\n');
    const [a = '', b = ''] = lines.splice(16, 2);
    const swapped = [...lines.slice(0, 16), b, a, ...lines.slice(16)].join('\r\n');
    const cut = lines.join('\r\n');
    for (const [content, messages] of [
      [swapped, ['9000000011 stands where t.txt has 9000000010: rows or their order differ from here on.']],
      [cut, ['rows or their order', '9000000010 is in row 17 of t.txt', '9000000011 is in row 18 of t.txt']],
    ] as const) {
      const files = await recognised([
        sourceFile('t.txt', text),
        sourceFile('t.xlsx', workbookOf(fieldsOf(content))),
      ]);
      const { findings } = await normalized(files, '2026-01');
      expect(findings.every(({ rule, severity }) => rule === 'rows-differ' && severity === 'error')).toBe(
        true,
      );
      expect(findings).toHaveLength(messages.length);
      for (const [index, message] of messages.entries()) expect(findings[index]?.message).toContain(message);
    }
  });
});

describe('a translation', () => {
  it('is texts of the same concepts, apart from their contents', () => {
    expect(concept('4').designationSet).toEqual({
      designations: [{ use: 'title', language: 'es', value: 'Llama débil' }],
    });
    expect(concept('4').content).toEqual(concept('4', before).content);
    expect(release.frontMatter.translations).toEqual(['es']);
    expect(release.parts).toEqual(['tabulation', 'primary-tabulation', 'groupings', 'translations']);
  });

  it('may lack a title, or have marks alone: then there is no text, and it is not unknown', () => {
    expect(concept('48').designationSet).toEqual({ designations: [] });
    expect(concept('45').designationSet).toEqual({ designations: [] });
    expect(concept('45', before).designationSet).toBeNull();
  });

  it('can be one of several', async () => {
    const spanish = await sampleText('2027-01', 'es');
    const files = ['t-fr.txt', 't-es.txt', 't-ar.txt'].map((name) => sourceFile(name, spanish));
    const { concepts, frontMatter } = await normalized(await recognised(files));
    expect(frontMatter.translations).toEqual(['ar', 'es', 'fr']);
    expect(concepts[3]?.designationSet?.designations.map(({ language }) => language)).toEqual([
      'ar',
      'es',
      'fr',
    ]);
  });

  it('whose titles are English ones is doubted', async () => {
    const english = (await sampleText('2027-01', 'es')).replaceAll(/("[^\t]*")\t"[^\t]*"/g, '$1\t$1');
    const { findings } = await normalized(await fileOf('t-fr.txt', english));
    expect(findings.map(({ rule }) => rule)).toContain('translated-in-name-only');
  });
});

describe('columns of some editions', () => {
  it('of 2018 are kept, and what it lacks is not known', async () => {
    const lines = (await sampleText('2026-01', 'en')).split('\r\n').map((line) => line.split('\t'));
    const old = lines.map((fields, at) =>
      [
        ...fields.slice(0, 11),
        ...(fields.length < 11 ? [] : [at === 0 ? 'Any post-coordination' : 'True']),
        ...fields.slice(17),
      ].join('\t'),
    );
    const { parts, concepts } = await normalized(await fileOf('t.txt', old.join('\r\n')), '2026-01');
    expect(parts).toEqual(['tabulation', 'post-coordination']);
    expect(values(concepts[3] ?? concept('4'), 'post-coordination')).toEqual([true]);
    expect(concepts.map(({ content }) => content)).toEqual(before.concepts.map(({ content }) => content));
  });

  it('of drafts are kept, and a code that is not assigned is none', async () => {
    const { release: draft, findings } = await draftOf(await sampleText('2026-01', 'en'));
    const flicker = concept('8', draft);
    expect([flicker.code, flicker.content.selectable]).toEqual([null, false]);
    expect(values(flicker, 'icat-link')).toEqual(['https://icat.example/9000000008']);
    expect(values(flicker, 'non-residual-children')).toEqual([0]);
    expect(values(flicker, 'primary-location')).toEqual([true]);
    expect(findings).toEqual(['info no-code-assigned']);
    expect(draft.parts).toContain('editing');
    expect(draft.name.draft).toBe(true);
  });

  it('that nobody knows are told', async () => {
    const text = (await sampleText('2026-01', 'en')).replace('\tGrouping5\t', '\tCodingNote\t');
    const { findings } = await normalized(await fileOf('t.txt', text), '2026-01');
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'not-captured: The column “CodingNote” is not known and is not captured.',
    ]);
  });
});

async function draftOf(text: string): Promise<{ release: NormalizedRelease; findings: string[] }> {
  const lines = text
    .replaceAll('/11/mms/', '/11/beta/mms/')
    .replace('\t1A01\t', '\t_NOCODEASSIGNED\t')
    .split('\r\n');
  const draft = lines.map((line, at) => {
    if (line === '') return line;
    const fields = line.split('\t');
    const link = `"=hyperlink(""https://icat.example/${fields[1]?.split('/mms/')[1]}"",""iCat"")"`;
    const added = at === 0 ? ['PrimaryLocation', 'iCatLink', 'noOfNonResidualChildren'] : ['True', link, '0'];
    return [...added, ...fields].join('\t');
  });
  const release = await normalize(
    await fileOf('t.txt', draft.join('\r\n')),
    releaseName('draft-2026-01-20'),
    silent,
  );
  return { release, findings: release.findings.map(({ severity, rule }) => `${severity} ${rule}`) };
}
