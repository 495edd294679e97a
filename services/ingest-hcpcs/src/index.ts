// HCPCS Level II: from the published files to normalized records.
import type { IngestionService } from '@codeset/ingestion';
import { check } from './check.ts';
import { coverage } from './coverage.ts';
import { definition } from './definition.ts';
import { normalize } from './normalize.ts';
import { recognise } from './recognise.ts';
import { releaseName } from './release-name.ts';

/** The ingestion service of HCPCS Level II. */
export const hcpcs: IngestionService = {
  definition,
  releaseName,
  recognise,
  requiredRoles: [['main-text', 'main-workbook']],
  samples: ['2026-01', '2026-04'].map((version) => ({
    version,
    folder: new URL(`../fixtures/${version}/`, import.meta.url),
  })),
  normalize,
  coverage,
  check,
};

export { coverage } from './coverage.ts';
export { type Role, roles } from './roles.ts';
