// The house as the architecture tests see it: its packages, its source files, what each imports.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface SourceText {
  /** Path from the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Package {
  /** `packages/database`. */
  readonly folder: string;
  /** `@codeset/database`. */
  readonly name: string;
  readonly description: string;
  readonly dependencies: readonly string[];
}

const skipped = new Set(['node_modules', '.git', '.codeset', 'fixtures', 'coverage', 'tmp']);

/** Every TypeScript file below a folder, sorted. */
export function listSources(folder: string): SourceText[] {
  return listPaths(join(root, folder))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

function listPaths(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .filter((name) => !skipped.has(name))
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? listPaths(path) : [path];
    });
}

/** Every package of the workspace. */
export function listPackages(): Package[] {
  return ['packages', 'services'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => {
      const folder = `${group}/${name}`;
      const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
        name: string;
        description: string;
        dependencies?: Record<string, string>;
        optionalDependencies?: Record<string, string>;
      };
      const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
      return { folder, name: manifest.name, description: manifest.description, dependencies };
    }),
  );
}

/** The modules a source imports, statically or not, types included. */
export function importsOf(text: string): string[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}
