// The import directions of the house (DESIGN §3), as a rule that gives every breach of it.
import { posix } from 'node:path';
import { importsOf, type SourceText } from './house.ts';

/** What each package may import of the house; a package's tests may use the test kit as well. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'packages/terminology': [],
  'packages/source-files': ['@codeset/terminology'],
  'packages/database': ['@codeset/terminology'],
  'packages/ingestion': [
    '@codeset/terminology',
    '@codeset/source-files',
    '@codeset/database',
    '@codeset/database/load',
  ],
  'packages/test-kit': [
    '@codeset/terminology',
    '@codeset/source-files',
    '@codeset/database',
    '@codeset/database/load',
    '@codeset/ingestion',
  ],
  'services/ingest-*': [
    '@codeset/terminology',
    '@codeset/source-files',
    '@codeset/ingestion',
    '@codeset/ingestion/refusals',
  ],
  'packages/comparison': ['@codeset/terminology', '@codeset/database/read'],
  'packages/crosswalk': ['@codeset/terminology', '@codeset/database/read', '@codeset/comparison'],
  'packages/search': ['@codeset/terminology', '@codeset/database/read', '@codeset/comparison'],
  'services/gateway': [
    '@codeset/terminology',
    '@codeset/database/read',
    '@codeset/comparison',
    '@codeset/crosswalk',
    '@codeset/search',
  ],
  'services/operator': [
    '@codeset/terminology',
    '@codeset/source-files',
    '@codeset/database',
    '@codeset/database/load',
    '@codeset/database/read',
    '@codeset/comparison',
    '@codeset/crosswalk',
    '@codeset/ingestion',
    '@codeset/ingestion/refusals',
    '@codeset/gateway',
    '@codeset/gateway/read-limits',
    '@codeset/gateway/settings',
    '@codeset/ingest-*',
  ],
};

/** The one place where a service may do more: what starts it. */
const allowedInMain: Readonly<Record<string, readonly string[]>> = {
  'services/gateway': ['@codeset/database'],
};

/** Parsers never see the database: the ingestion services and the readers of files import nothing that opens one. */
const databaseModules = /^(postgres|drizzle-orm(\/.*)?|pg|@codeset\/database(\/.*)?)$/;

/** One sentence per breach; empty when all imports go the right way. */
export function importBreaches(sources: readonly SourceText[]): string[] {
  return sources.flatMap((source) =>
    importsOf(source.text).flatMap((module) => breachOf(source.path, module)),
  );
}

function breachOf(path: string, module: string): string[] {
  const folder = path.split('/').slice(0, 2).join('/');
  if (module.startsWith('.')) return relativeBreach(path, folder, module);
  if (isFileSide(folder) && databaseModules.test(module) && !isTest(path)) {
    return [`${path} imports ${module}: files are read without a database.`];
  }
  if (!module.startsWith('@codeset/')) return [];
  const words = [
    ...wordsFor(folder),
    ...(isTest(path)
      ? [
          '@codeset/test-kit',
          '@codeset/database',
          '@codeset/database/load',
          '@codeset/database/read',
          '@codeset/ingest-*',
          '@codeset/ingestion',
        ]
      : []),
    ...(path.endsWith('/src/main.ts') ? (allowedInMain[folder] ?? []) : []),
  ];
  return words.some((word) => matches(word, module))
    ? []
    : [`${path} imports ${module}, which ${folder} may not.`];
}

function relativeBreach(path: string, folder: string, module: string): string[] {
  const target = posix.join(posix.dirname(path), module);
  if (!target.startsWith(`${folder}/`)) return [`${path} imports ${module}, which is outside ${folder}.`];
  if (!/\.(ts|json)$/.test(module)) return [`${path} imports ${module} without its extension.`];
  if (/\/src\/index\.ts$/.test(target) && !isTest(path))
    return [`${path} imports its own package's index.ts.`];
  return [];
}

function wordsFor(folder: string): readonly string[] {
  return Object.entries(allowed).find(([pattern]) => matches(pattern, folder))?.[1] ?? [];
}

function matches(pattern: string, text: string): boolean {
  return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern;
}

function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.startsWith('packages/test-kit/');
}

function isFileSide(folder: string): boolean {
  return (
    folder === 'packages/source-files' ||
    folder === 'packages/terminology' ||
    folder.startsWith('services/ingest-')
  );
}
