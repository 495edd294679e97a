// Copies the template of an ingestion service under the names of a new code system, and adds its line to `operator`.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const template = fileURLToPath(new URL('template', import.meta.url));

/** What the new code system is called. */
export interface NewCodeSystem {
  /** `cpt`, `icd-10-am`: lower case, digits, single dashes. */
  readonly id: string;
  /** As people read it; the id when it is not known yet. */
  readonly title: string;
}

/** Makes the folder under `root` and gives the files that were written or changed; throws when the id won't do. */
export function makeCodeSystem(root: string, { id, title }: NewCodeSystem): string[] {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    throw new Error(
      `“${id}” is no id: found other than lower-case letters, digits and single dashes, expected one such as icd-10-am.`,
    );
  }
  const folder = `services/ingest-${id}`;
  if (existsSync(join(root, folder))) throw new Error(`${folder} is there already. Nothing was changed.`);
  const name = (text: string) =>
    text
      .replaceAll('example-codes', id)
      .replaceAll('exampleCodes', camelCase(id))
      .replaceAll(/[Ee]xample codes/g, title);
  const files = listFiles(template).map((path) => {
    const target = join(folder, name(path));
    mkdirSync(join(root, dirname(target)), { recursive: true });
    writeFileSync(join(root, target), name(readFileSync(join(template, path), 'utf8')));
    return target;
  });
  return [...files, addToOperator(root, id), ...addDependency(root, id)];
}

function listFiles(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = join(below, entry.name);
    return entry.isDirectory() ? listFiles(folder, path) : [path];
  });
}

/** The one line that the operator needs. */
function addToOperator(root: string, id: string): string {
  const path = 'services/operator/src/ingestion-services.ts';
  const text = readFileSync(join(root, path), 'utf8');
  const list = /ingestionServices: readonly IngestionService\[\] = \[([^\]]*)\]/.exec(text);
  if (!list) throw new Error(`${path} has no list of ingestion services to add to.`);
  const services = [...(list[1] ?? '').split(',').map((service) => service.trim()), camelCase(id)].filter(
    Boolean,
  );
  const imported = `import { ${camelCase(id)} } from '@codeset/ingest-${id}';\n`;
  const listed = text.replace(
    list[0],
    `ingestionServices: readonly IngestionService[] = [${services.join(', ')}]`,
  );
  const at = listed.indexOf('import type {');
  writeFileSync(join(root, path), `${listed.slice(0, at)}${imported}${listed.slice(at)}`);
  return path;
}

/** The operator starts it; scripts and tests at the root import it. */
function addDependency(root: string, id: string): string[] {
  const places = [
    { path: 'services/operator/package.json', list: 'dependencies' },
    { path: 'package.json', list: 'devDependencies' },
  ];
  for (const { path, list } of places) {
    const manifest = JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const dependencies = { ...manifest[list], [`@codeset/ingest-${id}`]: 'workspace:*' };
    manifest[list] = Object.fromEntries(Object.entries(dependencies).sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(join(root, path), `${JSON.stringify(manifest, null, 2)}\n`);
  }
  return places.map(({ path }) => path);
}

/** `icd-10-am` → `icd10Am`. */
function camelCase(id: string): string {
  return id.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
