// The ICD-10-CM conversion table: from the published table to mappings.
import type { MapService } from '@codeset/ingestion';
import { releaseName } from '../release-name.ts';
import { checkConversion } from './check-conversion.ts';
import { conversionDefinition } from './conversion-definition.ts';
import { normalizeConversion } from './normalize-conversion.ts';
import { conversionTableRole, recogniseConversionTable } from './recognise-conversion-table.ts';

/** The map service of the conversion table. */
export const icd10cmConversion: MapService = {
  definition: conversionDefinition,
  samples: [{ version: '2027', folder: new URL('../../fixtures/conversion-2027/', import.meta.url) }],
  releaseName,
  recognise: recogniseConversionTable,
  requiredRoles: [[conversionTableRole]],
  normalize: normalizeConversion,
  check: checkConversion,
};
