// Holds the README's first query and its journey of E11.9: every path exists, every value is what the samples give.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCodeset } from './run-codeset.ts';
import { sampleFolder } from './sample-files.ts';

const root = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');
const journey = readme.slice(readme.indexOf('## The journey of E11.9'), readme.indexOf('## Environment'));

describe("the README's journey of E11.9", () => {
  let database: ThrowAwayDatabase;
  beforeAll(async () => {
    database = await throwAwayDatabase();
    for (const version of ['2026', '2027']) {
      const { exitCode, stderr } = await runCodeset(database.url, [
        'load',
        'icd-10-cm',
        version,
        sampleFolder(version),
        '--sample',
      ]);
      expect(stderr).toContain('publish');
      expect(exitCode).toBe(0);
    }
  });
  afterAll(() => database.drop());

  test('names files that are there', () => {
    const paths = [...journey.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(fileURLToPath(new URL(path, root))))).toEqual([]);
  });

  test('begins with a line of the order file', () => {
    const lines = readFileSync(`${sampleFolder('2027')}icd10cm-order-2027.txt`, 'latin1').split('\r\n');
    const [, number, line] = /Line (\d+) of[\s\S]*?`(\d{5} E119 [^`]*)`/.exec(journey) ?? [];
    expect(lines[Number(number) - 1]?.startsWith(line ?? 'none')).toBe(true);
  });

  test('gives the hash, positions and digest that the database holds', async () => {
    const rows = await database.sql<
      { version: string; position: number; depth: number; hash: string; digest: string }[]
    >`
      select r.version, c.position, c.depth, encode(t.hash, 'hex') as hash, r.digest
      from codeset.release_concept c join codeset.release r on r.id = c.release_id
      join codeset.concept_content t on t.id = c.content_id where c.key = 'E11.9' order by r.version`;
    const [earlier, later] = rows;
    expect(earlier?.hash).toBe(later?.hash);
    expect(journey).toContain(`\`${later?.hash}\``);
    expect(journey).toContain(
      `position \`${later?.position}\` in the pre-order walk of 2027 (\`${earlier?.position}\` in 2026), depth \`${later?.depth}\``,
    );
    expect(journey).toContain(`\`${later?.digest}\``);
  });

  test('ends with the answer that the first query gets', async () => {
    const query = /"query":\s*"([\s\S]*?)"\}'/.exec(readme)?.[1]?.replaceAll('\\"', '"') ?? '';
    const [, answer] = /```json\n([\s\S]*?)```/.exec(readme) ?? [];
    const { exitCode, stdout } = await runCodeset(database.url, ['query', query]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(answer ?? ''));
  });
});
