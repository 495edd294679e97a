// The two General Equivalence Mappings of diagnoses: from the published files to mappings.
import type { MapService } from '@codeset/ingestion';
import type { ConceptMapDefinition } from '@codeset/terminology';
import { checkGem } from './check-gem.ts';
import { gemIcd10ToIcd9Definition, gemIcd9ToIcd10Definition } from './gem-definition.ts';
import { type GemDirection, icd10ToIcd9, icd9ToIcd10 } from './gem-direction.ts';
import { gemReleaseName } from './gem-release-name.ts';
import { normalizeGem } from './normalize-gem.ts';
import { gemRole, recogniseGem } from './recognise-gem.ts';

/** The map service from ICD-9-CM to ICD-10-CM. */
export const gemIcd9ToIcd10: MapService = gemService(gemIcd9ToIcd10Definition, icd9ToIcd10);

/** The map service from ICD-10-CM to ICD-9-CM. */
export const gemIcd10ToIcd9: MapService = gemService(gemIcd10ToIcd9Definition, icd10ToIcd9);

function gemService(definition: ConceptMapDefinition, direction: GemDirection): MapService {
  return {
    definition,
    samples: ['2026', '2027'].map((version) => ({
      version,
      folder: new URL(`../../fixtures/gem-${version}/`, import.meta.url),
    })),
    releaseName: gemReleaseName,
    recognise: (file) => recogniseGem(file, direction),
    requiredRoles: [[gemRole]],
    normalize: (files, name) => normalizeGem(files, name, direction),
    check: (map, files, held) => checkGem(map, files, held, direction),
  };
}
