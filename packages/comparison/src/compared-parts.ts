// What two releases have in common, so that what one never had is not taken for a change.
import type { PublishedRelease } from '@codeset/database/read';
import type { CodeSystemDefinition, ComparisonScope } from '@codeset/terminology';
import type { SharedParts } from './release-diff.ts';

/** The parts that both, or only one of them, came with. */
export function comparedParts(from: PublishedRelease, to: PublishedRelease): SharedParts {
  return {
    compared: from.parts.filter((part) => to.parts.includes(part)),
    onlyFrom: from.parts.filter((part) => !to.parts.includes(part)),
    onlyTo: to.parts.filter((part) => !from.parts.includes(part)),
  };
}

/** What the details of changes leave out: properties and translations that one side came without. */
export function comparisonScope(
  definition: CodeSystemDefinition,
  { onlyFrom, onlyTo }: SharedParts,
  languages: { readonly from: readonly string[]; readonly to: readonly string[] },
): ComparisonScope {
  const oneSided = new Set([...onlyFrom, ...onlyTo]);
  const unknownProperties = definition.properties.filter(({ part }) => part && oneSided.has(part));
  const all = new Set([...languages.from, ...languages.to]);
  const unknownLanguages = [...all].filter(
    (language) => !(languages.from.includes(language) && languages.to.includes(language)),
  );
  return {
    language: definition.language,
    unknownProperties: new Set(unknownProperties.map(({ code }) => code)),
    unknownLanguages: new Set(unknownLanguages),
  };
}
