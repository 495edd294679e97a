// Properties that follow from a concept's identity: stored once a release, not once a concept.
import type { PropertyValue } from './concept.ts';

/** A property whose value is a text around the concept's key, such as the link to a publisher's browser. */
export interface PropertyPattern {
  /** One of the code system's `properties`. */
  readonly code: string;
  /** Tried in order; a concept whose key fits none lacks the property, unless it has one of its own. */
  readonly forms: readonly PropertyPatternForm[];
}

/** For keys that fit a regular expression: the value in the terms of String.replace. */
export interface PropertyPatternForm {
  /** A regular expression over the whole key, `^(\\d+)/other$`. */
  readonly key: string;
  /** `https://…/entity/$1/other`. */
  readonly value: string;
}

/** Gives the properties of the concept with this key, in the patterns' order. */
export type PropertiesOfKey = (key: string) => PropertyValue[];

/** Compiles the patterns of a release once, for all its concepts. */
export function propertiesByKey(patterns: readonly PropertyPattern[]): PropertiesOfKey {
  const ready = patterns.map(({ code, forms }) => ({
    code,
    forms: forms.map(({ key, value }) => ({ pattern: new RegExp(key, 'u'), value })),
  }));
  return (key) =>
    ready.flatMap(({ code, forms }) => {
      const form = forms.find(({ pattern }) => pattern.test(key));
      return form ? [{ code, value: key.replace(form.pattern, form.value) }] : [];
    });
}
