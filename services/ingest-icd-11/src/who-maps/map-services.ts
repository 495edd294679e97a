// WHO's three tables between ICD-10 and ICD-11: from the published texts and workbooks to mappings, one map service each.
import type { MapService } from '@codeset/ingestion';
import { checkerOf } from './check-map.ts';
import { mapDefinitions } from './map-definitions.ts';
import { textRole, workbookRole } from './map-files.ts';
import { mapReleaseName } from './map-release-name.ts';
import { elevenToTenOne, type MapTable, tenToElevenMultiple, tenToElevenOne } from './map-tables.ts';
import { normalizerOf } from './normalize-map.ts';
import { recogniserOf } from './recognise-map.ts';

/** ICD-10 to ICD-11, one target for each source. */
export const whoIcd10ToIcd11One: MapService = serviceOf(tenToElevenOne);

/** ICD-10 to ICD-11, all targets of each source. */
export const whoIcd10ToIcd11Multiple: MapService = serviceOf(tenToElevenMultiple);

/** ICD-11 to ICD-10, one target for each source. */
export const whoIcd11ToIcd10One: MapService = serviceOf(elevenToTenOne);

function serviceOf(table: MapTable): MapService {
  return {
    definition: mapDefinitions[table.id],
    samples: [{ version: '2027-01', folder: new URL('../../fixtures/maps-2027-01/', import.meta.url) }],
    releaseName: mapReleaseName,
    recognise: recogniserOf(table),
    requiredRoles: [[textRole(table), workbookRole(table)]],
    normalize: normalizerOf(table),
    check: checkerOf(table),
  };
}
