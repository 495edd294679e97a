// ICD-10-CM: from the published files to normalized records.
import type { IngestionService } from '@codeset/ingestion';
import { check } from './check.ts';
import { coverage } from './coverage.ts';
import { definition } from './definition.ts';
import { normalize } from './normalize.ts';
import { recognise } from './recognise.ts';
import { releaseName } from './release-name.ts';

/** The ingestion service of ICD-10-CM. */
export const icd10cm: IngestionService = {
  definition,
  releaseName,
  recognise,
  requiredRoles: [['order-file']],
  samples: ['2026', '2027'].map((version) => ({
    version,
    folder: new URL(`../fixtures/${version}/`, import.meta.url),
  })),
  normalize,
  coverage,
  check,
};

export { icd10cmConversion } from './conversion-table/conversion-service.ts';
export { coverage } from './coverage.ts';
export { gemIcd10ToIcd9, gemIcd9ToIcd10 } from './gem/gem-service.ts';
export { type Role, roles } from './roles.ts';
