// One damaged copy among the sound files of its release: what a load would make of it, up to the database.
import {
  type hashRelease as HashRelease,
  type IngestionService,
  missingRoles,
  type RecognisedFile,
  reconcileRelease,
} from '@codeset/ingestion';
import type { SourceFile } from '@codeset/source-files';
import { CodesetError, sha256 } from '@codeset/terminology';

/** `accepted`, `refused` with a place, or a defect of ours. */
export type Outcome =
  | { readonly outcome: 'accepted' | 'refused' }
  | {
      readonly outcome: 'crashed' | 'refused without a place' | 'accepted against the laws';
      readonly message: string;
    };

export interface DamagedRelease {
  readonly service: IngestionService;
  readonly version: string;
  readonly files: readonly SourceFile[];
  /** The file that is damaged, and its bytes. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly hashRelease: typeof HashRelease;
}

/** Never throws. A refusal has a place when it names the damaged file, or a finding of severity error says where. */
export async function readCopy(release: DamagedRelease): Promise<Outcome> {
  try {
    return await readAll(release);
  } catch (error) {
    if (!(error instanceof CodesetError)) return { outcome: 'crashed', message: stackOf(error) };
    const placed = error.message.includes(release.name.split('/').at(-1) ?? release.name);
    return placed ? { outcome: 'refused' } : { outcome: 'refused without a place', message: error.message };
  }
}

async function readAll({
  service,
  version,
  files,
  name,
  bytes,
  hashRelease,
}: DamagedRelease): Promise<Outcome> {
  const damaged = files.map((file) =>
    file.name === name
      ? { ...file, bytes: bytes.length, sha256: sha256(bytes.toString('latin1')), read: async () => bytes }
      : file,
  );
  const used: RecognisedFile[] = [];
  for (const file of damaged) {
    const { role, remark } = await service.recognise(file);
    if (role !== null) used.push({ file, role, remark });
  }
  if (used.length === 0 || missingRoles(service, used).length > 0) return { outcome: 'refused' }; // the pipeline lists every file with what it is
  const normalized = await service.normalize(used, service.releaseName(version), () => undefined);
  const { findings: broken } = hashRelease(normalized, service.definition, true);
  const held = { releases: [], listCodes: async () => new Map() };
  const progress = () => undefined;
  const reconciliations = await reconcileRelease(normalized, service.definition, held, progress);
  const checks = await service.check(normalized, used, held, progress, reconciliations);
  const errors = [...normalized.findings, ...broken, ...checks].filter(
    ({ severity }) => severity === 'error',
  );
  const unplaced = errors.find(({ where, message }) => where === null && !message.includes('.'));
  if (unplaced) return { outcome: 'refused without a place', message: unplaced.message };
  return { outcome: errors.length > 0 ? 'refused' : 'accepted' };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
