// pnpm new:code-system <id> [title]: the folder of a further code system's ingestion service, working from the start.
import { fileURLToPath } from 'node:url';
import { makeCodeSystem } from './new-code-system/make-code-system.ts';

const [id = '', ...words] = process.argv.slice(2);
if (id === '' || id.startsWith('-')) {
  process.stderr.write(
    'pnpm new:code-system <id> [title], such as: pnpm new:code-system icd-10-am "ICD-10-AM"\n',
  );
  process.exitCode = 2;
} else {
  try {
    const root = fileURLToPath(new URL('..', import.meta.url));
    const written = makeCodeSystem(root, { id, title: words.join(' ') || id });
    process.stdout.write(`${written.map((path) => `  ${path}`).join('\n')}\n\n${next(id)}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

function next(code: string): string {
  return [
    'It reads a small made-up format, and passes its tests. What is next:',
    '  1. pnpm install',
    `  2. pnpm format, then pnpm vitest run services/ingest-${code}`,
    `  3. pnpm codeset load ${code} 2026 services/ingest-${code}/fixtures/2026 --sample`,
    `  4. Put the publisher's format in the place of parse-code-list.ts, and write the README as you learn.`,
    `  5. Name services/ingest-${code} in the README's map.`,
  ].join('\n');
}
