// The lines of a GEM → mappings in our words.
import type { RecognisedFile } from '@codeset/ingestion';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import {
  CodesetError,
  choiceListProperty,
  type MappedVersions,
  type Mapping,
  type MappingRelationship,
  type NormalizedMap,
  type PropertyValue,
  type ReleaseName,
  scenarioProperty,
} from '@codeset/terminology';
import { definition as icd10cm } from '../definition.ts';
import { combinationGaps } from './checks/combination-gaps.ts';
import { lowerCaseCodes } from './checks/lower-case-codes.ts';
import type { GemDirection } from './gem-direction.ts';
import { refuseOtherYear } from './gem-release-name.ts';
import { type GemLine, parseGem } from './parse-gem.ts';
import { gemRole } from './recognise-gem.ts';

/** Parses and normalizes; throws CodesetError FILE_REFUSED with places, and for a file that is named for another year. */
export async function normalizeGem(
  files: readonly RecognisedFile[],
  name: ReleaseName,
  direction: GemDirection,
): Promise<NormalizedMap> {
  const file = files.find(({ role }) => role === gemRole)?.file;
  if (!file)
    throw new CodesetError('FILE_MISSING', 'A release of a General Equivalence Mapping must have its file.');
  refuseOtherYear(file.name, name.version);
  return await refusingSourceFiles(async () => {
    const lines = [...parseGem(await file.read(), file.name, direction)];
    return {
      name,
      between: mappedVersions(name, direction),
      mentions: [],
      mappings: lines.map((line) => mappingOf(line, direction)),
      sourceRecords: countLines(lines),
      findings: [...combinationGaps(lines, direction, file.name), ...lowerCaseCodes(lines, file.name)],
    };
  });
}

/** Which edition of ICD-9-CM is meant, the files don't say. */
function mappedVersions({ version }: ReleaseName, { source, target }: GemDirection): MappedVersions {
  return {
    source: source.codeSystem === icd10cm.id ? version : null,
    target: target.codeSystem === icd10cm.id ? version : null,
  };
}

function mappingOf(line: GemLine, { source, target }: GemDirection): Mapping {
  return {
    sourceCode: source.dotted(line.source),
    sourceKey: null,
    sourceTo: null,
    sourceBelow: false,
    sourceWith: [],
    targetCode: line.target === null ? null : target.dotted(line.target),
    targetKey: null,
    relationship: relationshipOf(line),
    properties: propertiesOf(line),
    place: `line ${line.line}`,
  };
}

/** A code of a combination is never the same as the source, which it expresses in part only. */
function relationshipOf({ noMap, approximate, combination }: GemLine): MappingRelationship {
  if (noMap) return 'unmapped';
  return approximate || combination !== null ? 'related-to' : 'equivalent';
}

function propertiesOf({ approximate, combination, flags }: GemLine): PropertyValue[] {
  const place =
    combination === null
      ? []
      : [
          { code: scenarioProperty, value: combination.scenario },
          { code: choiceListProperty, value: combination.choiceList },
        ];
  return [{ code: 'approximate', value: approximate }, ...place, { code: 'flags', value: flags }];
}

function countLines(lines: readonly GemLine[]): Record<string, number> {
  const count = (is: (line: GemLine) => boolean) => lines.filter(is).length;
  return {
    lines: lines.length,
    'lines without a map': count(({ noMap }) => noMap),
    'lines of combinations': count(({ combination }) => combination !== null),
    'approximate lines': count(({ approximate }) => approximate),
  };
}
