// Crafted bad input: each case is refused with its place, what was found and expected; no row is left behind.
import { readdir, readFile } from 'node:fs/promises';
import { craftedZip } from '../../packages/source-files/src/crafted-zip.ts';
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadInChild } from './load-in-child.ts';
import { runCodeset } from './run-codeset.ts';
import { sampleFolder, ScratchFolder, text } from './sample-files.ts';

const order = 'icd10cm-order-2027.txt';
const codes = 'icd10cm-codes-2027.txt';
const addenda = 'icd10cm-order-addenda-2027.txt';
const tabular = 'icd10cm-tabular-2027.xml';
const index = 'icd10cm-index-2027.xml';
const drugs = 'icd10cm-drug-2027.xml';

interface BadInput {
  /** What is wrong with it. */
  readonly what: string;
  readonly version?: string;
  /** Damages a copy of sample 2027. */
  readonly prepare: (folder: ScratchFolder) => Promise<unknown>;
  /** What the message must say: place, found, expected. */
  readonly says: readonly RegExp[];
}

const zipped = (entries: Parameters<typeof craftedZip>[0]) => (folder: ScratchFolder) =>
  folder.write('release.zip', craftedZip(entries));
/** A record of the HCPCS file: 320 columns. */
const hcpcsLine = (code: string, text: string) =>
  `${`${`${code}001003${text}`.padEnd(268)}1982010120180101        N`.padEnd(320)}\r\n`;
const orderLine = (line: string) => `${line}\r\n`;

const cases: readonly BadInput[] = [
  {
    what: 'a tabular list that is cut off',
    prepare: (folder) => folder.edit(tabular, (bytes) => bytes.subarray(0, 60_000)),
    says: [/icd10cm-tabular-2027\.xml:\d+:\d+/, /found/, /expected/],
  },
  {
    what: 'an index that is cut off',
    prepare: (folder) => folder.edit(index, (bytes) => bytes.subarray(0, 5_000)),
    says: [/icd10cm-index-2027\.xml:\d+:\d+/, /found/, /expected/],
  },
  {
    what: 'a drug table that is cut off',
    prepare: (folder) => folder.edit(drugs, (bytes) => bytes.subarray(0, 3_000)),
    says: [/icd10cm-drug-2027\.xml:\d+:\d+/, /found/, /expected/],
  },
  {
    what: 'mismatched tags',
    prepare: (folder) =>
      folder.edit(
        tabular,
        text((xml) => xml.replace('</desc>', '</dsec>')),
      ),
    says: [/icd10cm-tabular-2027\.xml:\d+:\d+/, /found/],
  },
  {
    what: 'a zip that is cut off',
    prepare: (folder) =>
      folder.write('release.zip', craftedZip([{ name: 'a.txt', content: 'x'.repeat(5000) }]).subarray(0, 60)),
    says: [/release\.zip/, /found/, /expected/],
  },
  {
    what: 'a zip entry whose bytes are not those of its checksum',
    prepare: zipped([{ name: 'a.txt', content: 'hello', crc32: 1 }]),
    says: [/release\.zip!\/a\.txt/, /found/, /expected/],
  },
  {
    what: 'a zip entry that points out of the zip',
    prepare: zipped([{ name: '../../evil.txt', content: 'x' }]),
    says: [/release\.zip/, /\.\.\/\.\.\/evil\.txt/],
  },
  {
    what: 'a zip entry that says it is smaller than it is',
    prepare: zipped([{ name: 'a.txt', content: 'x'.repeat(100_000), declaredBytes: 10 }]),
    says: [/release\.zip!\/a\.txt/, /found/, /expected/],
  },
  {
    what: 'a zip entry that says it is larger than it is',
    prepare: zipped([{ name: 'a.txt', content: 'x'.repeat(10), declaredBytes: 1000 }]),
    says: [/release\.zip!\/a\.txt/, /found/, /expected/],
  },
  {
    what: 'a zip bomb',
    prepare: zipped([{ name: 'a.txt', content: Buffer.alloc(50_000_000) }]),
    says: [/release\.zip!\/a\.txt/, /found/, /expected/],
  },
  {
    what: 'an encrypted zip',
    prepare: zipped([{ name: 'a.txt', content: 'x', flags: 1 }]),
    says: [/release\.zip!\/a\.txt/, /encrypted/],
  },
  {
    what: 'a tabular list that says UTF-8 and is Latin-1',
    prepare: (folder) =>
      folder.edit(tabular, (bytes) =>
        Buffer.from(bytes.toString('utf8').replace('Cholera', 'Cholér\u00e9'), 'latin1'),
      ),
    says: [/icd10cm-tabular-2027\.xml:\d+/, /byte \d+/, /UTF-8/i],
  },
  {
    what: 'a tabular list that declares another encoding',
    prepare: (folder) =>
      folder.edit(
        tabular,
        text((xml) => xml.replace(/encoding="utf-8"/i, 'encoding="utf-16"')),
      ),
    says: [/icd10cm-tabular-2027\.xml:1/, /utf-16/i],
  },
  {
    what: 'an order file in UTF-16',
    prepare: (folder) =>
      folder.edit(order, (bytes) => Buffer.from(`\ufeff${bytes.toString('latin1')}`, 'utf16le')),
    says: [/icd10cm-order-2027\.txt/, /UTF-16/i],
  },
  {
    what: 'entities that multiply',
    prepare: (folder) =>
      folder.edit(
        tabular,
        text((xml) =>
          xml.replace(
            '<ICD10CM.tabular>',
            '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><ICD10CM.tabular>',
          ),
        ),
      ),
    says: [/icd10cm-tabular-2027\.xml:\d+/, /DOCTYPE/],
  },
  {
    what: 'an entity that reads a file of the machine',
    prepare: (folder) =>
      folder.edit(
        drugs,
        text((xml) =>
          xml.replace(
            '<ICD10CM.index>',
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><ICD10CM.index>',
          ),
        ),
      ),
    says: [/icd10cm-drug-2027\.xml:\d+/, /DOCTYPE/],
  },
  {
    what: 'elements nested 10,000 deep in the tabular list',
    prepare: (folder) =>
      folder.edit(
        tabular,
        text((xml) => xml.replace('<chapter>', `<chapter>${'<diag>'.repeat(10_000)}`)),
      ),
    says: [/icd10cm-tabular-2027\.xml:\d+/, /64|deep/],
  },
  {
    what: 'elements nested 10,000 deep in the drug table',
    prepare: (folder) =>
      folder.edit(
        drugs,
        text((xml) => xml.replace('<letter>', `<letter>${'<term>'.repeat(10_000)}`)),
      ),
    says: [/icd10cm-drug-2027\.xml:\d+/, /64|deep/],
  },
  {
    what: 'a code that stands twice in the order file',
    prepare: (folder) =>
      folder.edit(
        order,
        text((lines) => lines + orderLine(lines.split('\r\n')[5] ?? '')),
      ),
    says: [/icd10cm-order-2027\.txt:\d+/, /twice|again|already|second/i],
  },
  {
    what: 'a code without anything above it',
    prepare: (folder) =>
      folder.edit(
        order,
        text((lines) => `${lines}99999 Q9999   1 ${'Made up'.padEnd(60)} Made up\r\n`),
      ),
    says: [/Q99\.?99/],
  },
  {
    what: 'a line cut short',
    prepare: (folder) =>
      folder.edit(
        order,
        text((lines) => lines.replace(/^(.{6}E119 {4}1).*$/m, '$1')),
      ),
    says: [/icd10cm-order-2027\.txt:\d+/, /found/, /expected/],
  },
  {
    what: 'a flag that is not 0 or 1',
    prepare: (folder) =>
      folder.edit(
        order,
        text((lines) => lines.replace(/^(.{6}E119 {4})1/m, '$1x')),
      ),
    says: [/icd10cm-order-2027\.txt:\d+/, /"x"/, /0|1/],
  },
  {
    what: 'an order number that is none',
    prepare: (folder) =>
      folder.edit(
        order,
        text((lines) => lines.replace(/^.{5}( E119 )/m, '0x118$1')),
      ),
    says: [/icd10cm-order-2027\.txt:\d+/, /0x118/],
  },
  {
    what: 'a code of another form',
    prepare: (folder) =>
      folder.edit(
        order,
        text((lines) => lines.replace(/^(.{6})E119 /m, '$1E!19 ')),
      ),
    says: [/icd10cm-order-2027\.txt:\d+/, /E!19/],
  },
  {
    what: 'NUL bytes in the order file',
    prepare: (folder) =>
      folder.edit(
        order,
        text((lines) => lines.replace('diabetes', 'dia\0etes')),
      ),
    says: [/icd10cm-order-2027\.txt:\d+/, /NUL/],
  },
  {
    what: 'NUL bytes in the tabular list',
    prepare: (folder) =>
      folder.edit(
        tabular,
        text((xml) => xml.replace('diabetes', 'dia\0etes')),
      ),
    says: [/icd10cm-tabular-2027\.xml:\d+/, /NUL/],
  },
  {
    what: 'a carriage return inside a line',
    prepare: (folder) =>
      folder.edit(
        order,
        text((lines) => lines.replace('diabetes', 'dia\retes')),
      ),
    says: [/icd10cm-order-2027\.txt:\d+/, /found/],
  },
  {
    what: 'the order file of one year with the tabular list of another',
    prepare: async (folder) => {
      await folder.remove(tabular);
      await folder.write(tabular, await readFile(`${sampleFolder('2026')}icd10cm-tabular-2026.xml`));
    },
    says: [/tabular-equals-order/, /T81\.320/],
  },
  {
    what: 'the files of one year under the version of another',
    version: '2031',
    prepare: async () => undefined,
    says: [/2027/, /2031/],
  },
  {
    what: 'two releases at once',
    prepare: (folder) => folder.copySample('2026'),
    says: [/2 different files that are each a/],
  },
  {
    what: 'no order file',
    prepare: (folder) => folder.remove(order),
    says: [/must have its order-file/, /icd10cm-tabular-2027\.xml/],
  },
  {
    what: 'an HCPCS file given as ICD-10-CM',
    prepare: async (folder) => {
      await folder.remove(order);
      await folder.write(
        'HCPC2018_CONTR_ANWEB.txt',
        hcpcsLine('A0021', 'Ambulance service, outside state per mile').repeat(40),
      );
    },
    says: [/must have its order-file/, /HCPC2018_CONTR_ANWEB\.txt: .*HCPCS/],
  },
  {
    what: 'a folder without a file',
    prepare: async (folder) => {
      for (const name of await readdir(folder.path)) await folder.remove(name);
    },
    says: [/found/, /expected/],
  },
  {
    what: 'an empty order file',
    prepare: (folder) => folder.edit(order, () => ''),
    says: [/must have its order-file/, /icd10cm-order-2027\.txt: /],
  },
  {
    what: 'a codes file that lacks a code',
    prepare: (folder) =>
      folder.edit(
        codes,
        text((lines) => lines.replace(/^E119 .*\r\n/m, '')),
      ),
    says: [/E11\.?9/],
  },
  {
    what: 'a codes file with another title',
    prepare: (folder) =>
      folder.edit(
        codes,
        text((lines) => lines.replace(/^(E119 .*)without complications/m, '$1with complications')),
      ),
    says: [/E11\.?9/, /complications/],
  },
  {
    what: 'addenda whose totals are not those of the release',
    prepare: (folder) =>
      folder.edit(
        addenda,
        text((lines) => lines.replace('285 codes in', '286 codes in')),
      ),
    says: [/286/, /285/],
  },
  {
    what: 'a code in the tabular list that the order file lacks',
    prepare: (folder) =>
      folder.edit(
        tabular,
        text((xml) =>
          xml.replace(
            /(<name>E11\.9<\/name>)/,
            '<name>E11.7</name>\n<desc>Made up</desc>\n</diag>\n<diag>\n$1',
          ),
        ),
      ),
    says: [/E11\.7/],
  },
  {
    what: 'a code in the order file that the tabular list lacks',
    prepare: (folder) =>
      folder.edit(
        tabular,
        text((xml) => xml.replace(/<diag>\s*<name>E11\.9<\/name>[\s\S]*?<\/diag>/, '')),
      ),
    says: [/E11\.9/],
  },
  {
    what: 'a 7th character that the tabular list does not define',
    prepare: (folder) =>
      folder.edit(
        tabular,
        text((xml) =>
          xml.replace(/(<name>S52\.52<\/name>[\s\S]*?)<extension char="A">[^<]*<\/extension>/, '$1'),
        ),
      ),
    says: [/S52\.521A/],
  },
];

describe('bad input is refused, with its place and what to do', () => {
  let database: ThrowAwayDatabase;
  beforeAll(async () => {
    database = await throwAwayDatabase();
  });
  afterAll(() => database.drop());

  test.each(cases)('$what', async ({ version = '2027', prepare, says }) => {
    const folder = await (await ScratchFolder.make()).copySample('2027');
    try {
      await prepare(folder);
      const { exitCode, stdout, stderr } = await runCodeset(database.url, [
        'load',
        'icd-10-cm',
        version,
        folder.path,
        '--sample',
        '--json',
      ]);
      expect(exitCode).toBe(1);
      const said = errorsSaid(stdout);
      for (const pattern of says) expect(said).toMatch(pattern);
      expect(said + stderr).not.toMatch(/unforeseen/);
      expect(await rowsHeld(database)).toBe(0);
    } finally {
      await folder.delete();
    }
  });
});

test('a line of 200 MB is refused in bounded memory', { timeout: 120_000 }, async () => {
  const database = await throwAwayDatabase();
  const folder = await ScratchFolder.make();
  try {
    const start = '00001 A00     0 Cholera'.padEnd(77);
    await folder.write(order, Buffer.concat([Buffer.from(start), Buffer.alloc(200 * 1024 * 1024, 'x')]));
    const { error, peakMegabytes } = await loadInChild(database.url, '2027', folder.path);
    expect(error).toMatch(/icd10cm-order-2027\.txt(:1)?.*found .*expected/);
    expect(peakMegabytes).toBeLessThan(512);
    expect(await rowsHeld(database)).toBe(0);
  } finally {
    await folder.delete();
    await database.drop();
  }
});

/** What the operator is told: the error's message, or the error findings of a refused load. */
function errorsSaid(stdout: string): string {
  const result = JSON.parse(stdout) as {
    error?: { message: string };
    findings?: { severity: string; rule: string; message: string; where: string | null }[];
  };
  if (result.error) return result.error.message;
  const errors = (result.findings ?? []).filter(({ severity }) => severity === 'error');
  return errors.map(({ rule, message, where }) => `${rule}: ${message} ${where ?? ''}`).join('\n');
}

async function rowsHeld({ sql }: ThrowAwayDatabase): Promise<number> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'codeset'::regnamespace and relkind = 'r' and relname not in ('migration')`;
  let rows = 0;
  for (const { name } of tables) {
    const [row] = await sql<{ rows: number }[]>`select count(*)::integer as rows from codeset.${sql(name)}`;
    rows += row?.rows ?? 0;
  }
  return rows;
}
