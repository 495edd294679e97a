// What the two GEMs of diagnoses are, and the words their mappings use.
import {
  type ConceptMapDefinition,
  choiceListProperty,
  scenarioProperty,
  type TermDefinition,
} from '@codeset/terminology';
import { definition as icd10cm } from '../definition.ts';
import { type GemDirection, icd10ToIcd9, icd9ToIcd10 } from './gem-direction.ts';
import { gemVersionForm } from './gem-release-name.ts';

const properties: readonly TermDefinition[] = [
  {
    code: 'approximate',
    title: 'Approximate',
    description:
      'True or false: false where the publisher takes source and target for the same, true where they differ in what ' +
      'they cover or in detail, and where there is no target.',
  },
  {
    code: scenarioProperty,
    title: 'Scenario',
    description:
      'For a target that says only a part: the number, from 1, of the combination that it belongs to. Scenarios are ' +
      'alternatives; a mapping without one stands for itself.',
  },
  {
    code: choiceListProperty,
    title: 'Choice list',
    description:
      'With a scenario: the number, from 1, of the list in it that the target stands in. One code of each list of a ' +
      'scenario is needed, all of them together.',
  },
  {
    code: 'flags',
    title: 'Flags',
    description:
      'The five digits as published: approximate, no map, combination, scenario, choice list (`10112`).',
  },
];

/** From ICD-9-CM to ICD-10-CM. */
export const gemIcd9ToIcd10Definition: ConceptMapDefinition = gemDefinition(icd9ToIcd10);

/** From ICD-10-CM to ICD-9-CM. */
export const gemIcd10ToIcd9Definition: ConceptMapDefinition = gemDefinition(icd10ToIcd9);

function gemDefinition({ source, target }: GemDirection): ConceptMapDefinition {
  return {
    id: `gem-${source.codeSystem}-${target.codeSystem}`,
    title: `General Equivalence Mapping of diagnoses, ${source.name} to ${target.name}`,
    publisher:
      'Centers for Medicare & Medicaid Services (CMS), with the National Center for Health Statistics (CDC/NCHS)',
    licence: icd10cm.licence,
    attribution: null,
    sourceCodeSystem: source.codeSystem,
    targetCodeSystem: target.codeSystem,
    purpose:
      `For each code of ${source.name}, which codes of ${target.name} can stand for it: for translating lists, ` +
      'statistics and old data, of whatever use. It is no substitute for coding from the record, and chooses none of ' +
      'several targets. Most mappings are approximate. It must not be read backwards: the mapping the other way is ' +
      'another one, with other pairs. The publisher made the last for fiscal year 2018; later codes have none.',
    versionForm: gemVersionForm,
    properties,
  };
}
