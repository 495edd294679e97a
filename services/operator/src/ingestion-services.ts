// The ingestion services there are: the only place that lists them.
import { hcpcs } from '@codeset/ingest-hcpcs';
import { icd10cm } from '@codeset/ingest-icd-10-cm';
import { icd11 } from '@codeset/ingest-icd-11';
import type { IngestionService } from '@codeset/ingestion';
import { CodesetError } from '@codeset/terminology';

export const ingestionServices: readonly IngestionService[] = [icd10cm, hcpcs, icd11];

/** The ingestion service of a code system; throws CODE_SYSTEM_UNKNOWN with those that there are. */
export function ingestionServiceOf(codeSystem: string): IngestionService {
  const service = ingestionServices.find(({ definition }) => definition.id === codeSystem);
  if (service) return service;
  const known = ingestionServices.map(({ definition }) => definition.id).join(', ');
  throw new CodesetError(
    'CODE_SYSTEM_UNKNOWN',
    `There is no code system ${codeSystem} here. There are: ${known}.`,
  );
}
