// ICD-11 MMS: from the published tabulations to normalized records.
import type { IngestionService } from '@codeset/ingestion';
import { check } from './check.ts';
import { coverage } from './coverage.ts';
import { definition } from './definition.ts';
import { normalize } from './normalize.ts';
import { recognise } from './recognise.ts';
import { releaseName } from './release-name.ts';

/** The ingestion service of ICD-11 MMS. */
export const icd11: IngestionService = {
  definition,
  releaseName,
  recognise,
  // Text or workbook, English or a translation with its English titles: normalize asks for one of them.
  requiredRoles: [],
  samples: ['2026-01', '2027-01'].map((version) => ({
    version,
    folder: new URL(`../fixtures/${version}/`, import.meta.url),
  })),
  normalize,
  coverage,
  check,
};

export { whoIcd10ToIcd11Multiple, whoIcd10ToIcd11One, whoIcd11ToIcd10One } from './who-maps/map-services.ts';
