// The ingestion services and map services there are: the only place that lists them.
import { hcpcs } from '@codeset/ingest-hcpcs';
import { gemIcd9ToIcd10, gemIcd10ToIcd9, icd10cm, icd10cmConversion } from '@codeset/ingest-icd-10-cm';
import {
  icd11,
  whoIcd10ToIcd11Multiple,
  whoIcd10ToIcd11One,
  whoIcd11ToIcd10One,
} from '@codeset/ingest-icd-11';
import type { IngestionService, MapService } from '@codeset/ingestion';
import { CodesetError } from '@codeset/terminology';

export const ingestionServices: readonly IngestionService[] = [icd10cm, hcpcs, icd11];

export const mapServices: readonly MapService[] = [
  icd10cmConversion,
  gemIcd9ToIcd10,
  gemIcd10ToIcd9,
  whoIcd10ToIcd11One,
  whoIcd10ToIcd11Multiple,
  whoIcd11ToIcd10One,
];

/** The service of what has releases, a code system or a map. */
export type PublicationService =
  | { readonly of: 'code system'; readonly service: IngestionService }
  | { readonly of: 'map'; readonly service: MapService };

/** The ingestion service of a code system; throws CODE_SYSTEM_UNKNOWN with those that there are. */
export function ingestionServiceOf(codeSystem: string): IngestionService {
  const found = publicationServiceOf(codeSystem);
  if (found.of === 'code system') return found.service;
  throw new CodesetError(
    'CODE_SYSTEM_UNKNOWN',
    `${codeSystem} is a map, not a code system. Code systems: ${idsOf(ingestionServices)}.`,
  );
}

/** The service of a code system or a map; throws CODE_SYSTEM_UNKNOWN with both that there are. */
export function publicationServiceOf(id: string): PublicationService {
  const service = ingestionServices.find(({ definition }) => definition.id === id);
  if (service) return { of: 'code system', service };
  const map = mapServices.find(({ definition }) => definition.id === id);
  if (map) return { of: 'map', service: map };
  throw new CodesetError(
    'CODE_SYSTEM_UNKNOWN',
    `There is no code system ${id} here, nor a map of that name. There are: ${idsOf(ingestionServices)}; ` +
      `maps: ${idsOf(mapServices)}.`,
  );
}

function idsOf(services: readonly { readonly definition: { readonly id: string } }[]): string {
  return services.map(({ definition }) => definition.id).join(', ');
}
