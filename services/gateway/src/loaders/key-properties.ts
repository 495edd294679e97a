// The properties that follow from a concept's key: the patterns of a release, made ready once for all concepts.
import type { PropertyPattern, PropertyValue } from '@codeset/terminology';

/** Gives the properties of a key, as `propertiesOfKey` of terminology does (a test holds the two together). */
export type PropertiesOf = (key: string) => PropertyValue[];

/** The patterns of one release, ready. */
export interface KeyProperties {
  /** Id of the release. */
  readonly id: number;
  readonly propertiesOf: PropertiesOf;
}

/** Compiles the regular expressions once: a page of concepts would otherwise do so for each of them. */
export function preparePatterns(patterns: readonly PropertyPattern[]): PropertiesOf {
  const prepared = patterns.map(({ code, forms }) => ({
    code,
    forms: forms.map(({ key, value }) => ({ pattern: new RegExp(key, 'u'), value })),
  }));
  return (key) =>
    prepared.flatMap(({ code, forms }) => {
      const form = forms.find(({ pattern }) => pattern.test(key));
      return form ? [{ code, value: key.replace(form.pattern, form.value) }] : [];
    });
}
