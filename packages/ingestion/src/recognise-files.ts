// Which of the given files take part in a load: told by content, doubles left out, exactly one of a role.
import type { LoadedFile } from '@codeset/database/load';
import { listSourceFiles, type SourceFile, SourceFileError } from '@codeset/source-files';
import { CodesetError, sha256 } from '@codeset/terminology';
import type { IngestionService, LoadingService, Progress, RecognisedFile } from './ingestion-service.ts';

/** What recognising asks of a service, of a code system or a map. */
type RecognisingService = LoadingService & Pick<IngestionService, 'recognise' | 'requiredRoles'>;

export interface GivenFiles {
  readonly used: readonly RecognisedFile[];
  /** All of them, used and ignored, in the order they were found. */
  readonly all: readonly LoadedFile[];
  /** sha256 over the sorted sha256 of the files that are used: the identity of a load's input. */
  readonly sourceDigest: string;
}

/** Lists and recognises what the operator named; throws FILE_REFUSED or FILE_MISSING when it can't make a release. */
export async function recogniseFiles(
  service: RecognisingService,
  paths: readonly string[],
  progress: Progress,
): Promise<GivenFiles> {
  const found = await listSourceFiles(paths).catch(refuse);
  const used: RecognisedFile[] = [];
  const all: LoadedFile[] = [];
  const firstOf = new Map<string, string>();
  for (const [at, file] of found.entries()) {
    progress(`recognising ${file.name}`, at, found.length);
    const recognised = await recogniseOne(service, file, firstOf.get(file.sha256));
    firstOf.set(file.sha256, firstOf.get(file.sha256) ?? file.name);
    if (recognised.role !== null) used.push({ file, role: recognised.role, remark: recognised.remark });
    all.push({ name: file.name, bytes: file.bytes, sha256: file.sha256, ...recognised });
  }
  refuseTwoOfARole(used);
  requireRoles(service, used, all);
  return {
    used,
    all,
    sourceDigest: sha256(
      used
        .map(({ file }) => file.sha256)
        .sort()
        .join('\n'),
    ),
  };
}

/** A damaged or hostile file is refused in the words of the house's errors. */
function refuse(error: unknown): never {
  if (!(error instanceof SourceFileError)) throw error;
  const { file, line, column, offset } = error;
  throw new CodesetError('FILE_REFUSED', error.message, {
    cause: error,
    details: { file, line, column, offset },
  });
}

async function recogniseOne(
  service: RecognisingService,
  file: SourceFile,
  twin: string | undefined,
): Promise<{ role: string | null; remark: string }> {
  if (twin !== undefined) return { role: null, remark: `the same bytes as ${twin}` };
  const { role, remark } = await service.recognise(file).catch(refuse);
  return { role, remark };
}

function refuseTwoOfARole(used: readonly RecognisedFile[]): void {
  for (const role of new Set(used.map((file) => file.role))) {
    const files = used.filter((file) => file.role === role);
    if (files.length < 2) continue;
    const names = files.map(({ file }) => file.name).join(' and ');
    throw new CodesetError(
      'FILE_REFUSED',
      `${names}: found ${files.length} different files that are each a ${role}, expected one. ` +
        'They seem to belong to different releases: name only the files of the release to load.',
    );
  }
}

function requireRoles(
  service: RecognisingService,
  used: readonly RecognisedFile[],
  all: readonly LoadedFile[],
): void {
  const missing = missingRoles(service, used);
  if (missing.length === 0 && used.length > 0) return;
  const wanted =
    missing.length === 0
      ? 'needs files of its own'
      : `must have its ${missing.map((roles) => roles.join(' or ')).join(' and its ')}`;
  const given = all.map(({ name, remark }) => `  ${name}: ${remark}`).join('\n');
  throw new CodesetError(
    'FILE_MISSING',
    `A release of ${service.definition.id} ${wanted}; none of the ${all.length} files given is one:\n${given}`,
  );
}

/** Of the service's required roles, those of which no file is there. */
export function missingRoles(
  { requiredRoles }: Pick<IngestionService, 'requiredRoles'>,
  used: readonly Pick<RecognisedFile, 'role'>[],
): readonly (readonly string[])[] {
  return requiredRoles.filter((roles) => !used.some(({ role }) => roles.includes(role)));
}
