// `pnpm new:code-system` makes a service that passes its own tests and stands in the operator's list.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCodeSystem } from '../../scripts/new-code-system/make-code-system.ts';

const house = fileURLToPath(new URL('../..', import.meta.url));

describe('a new code system', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'codeset-new-'));
    for (const path of [
      'package.json',
      'services/operator/package.json',
      'services/operator/src/ingestion-services.ts',
    ]) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      cpSync(join(house, path), join(root, path));
    }
    symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'));
    writeFileSync(
      join(root, 'vitest.config.mjs'),
      'export default { test: { include: ["services/*/src/**/*.test.ts"] } };\n',
    );
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('has a folder of its own, a line in the operator, and nothing of the example’s name', () => {
    const written = makeCodeSystem(root, { id: 'icd-10-am', title: 'ICD-10-AM' });
    expect(written).toContain('services/ingest-icd-10-am/src/definition.ts');
    const texts = written
      .filter((path) => path.startsWith('services/ingest-'))
      .map((path) => readFileSync(join(root, path), 'utf8'));
    expect(texts.filter((text) => /example.?codes/i.test(text))).toEqual([]);
    const operator = readFileSync(join(root, 'services/operator/src/ingestion-services.ts'), 'utf8');
    expect(operator).toContain("import { icd10Am } from '@codeset/ingest-icd-10-am';");
    expect(operator).toMatch(/ingestionServices: readonly IngestionService\[\] = \[.*icd10cm.*, icd10Am\]/);
    for (const path of ['package.json', 'services/operator/package.json']) {
      expect(readFileSync(join(root, path), 'utf8')).toContain('"@codeset/ingest-icd-10-am": "workspace:*"');
    }
  });

  test('passes its own tests', () => {
    const vitest = join(house, 'node_modules/.bin/vitest');
    const { status, stdout, stderr } = spawnSync(vitest, ['run', '--root', root], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(`${stdout}${stderr}`).toMatch(/8 passed/);
    expect(status).toBe(0);
  });

  test('is not made twice, nor under a name that is none', () => {
    const before = readdirSync(join(root, 'services'));
    expect(() => makeCodeSystem(root, { id: 'icd-10-am', title: 'x' })).toThrow(/is there already/);
    for (const id of ['', '../up', 'ICD', 'a--b', '-a', 'a b']) {
      expect(() => makeCodeSystem(root, { id, title: 'x' })).toThrow(/is no id/);
    }
    expect(readdirSync(join(root, 'services'))).toEqual(before);
  });
});
