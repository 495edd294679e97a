// codeset coverage: what the given files hold, place by place, and whether a load keeps it; needs no database.
import { type FileCoverage, recogniseFiles } from '@codeset/ingestion';
import type { CommandRun } from '../command-run.ts';
import { ingestionServiceOf } from '../ingestion-services.ts';
import { tableText } from '../table-text.ts';

/** Exit code 1 when something is met that a load would drop. */
export async function coverage(
  run: CommandRun,
  codeSystem: string,
  paths: readonly string[],
): Promise<number> {
  const service = ingestionServiceOf(codeSystem);
  const { used, all } = await recogniseFiles(
    { ...service, requiredRoles: [] },
    paths,
    run.output.progress.progress,
  );
  const files = await service.coverage(used);
  const dropped = files.flatMap(({ lines }) => lines.filter(({ captured }) => !captured)).length;
  run.output.result(
    { recognised: all, coverage: files, dropped },
    `${files.map(fileText).join('\n\n')}\n\n${summary(files, dropped)}`,
  );
  return dropped === 0 ? 0 : 1;
}

function fileText({ file, role, lines }: FileCoverage): string {
  const rows = lines.map(({ path, count, captured }) => [
    captured ? 'captured' : 'NOT CAPTURED',
    String(count),
    path,
  ]);
  return `${file} (${role})\n${tableText(rows)}`;
}

function summary(files: readonly FileCoverage[], dropped: number): string {
  const places = files.flatMap(({ lines }) => lines);
  const met = places.reduce((sum, { count }) => sum + count, 0);
  return `${files.length} structured files, ${places.length} places met ${met} times; not captured: ${dropped} places.`;
}
