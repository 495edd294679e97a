// Properties that follow from a concept's identity: stored once a release, not once a concept.
import type { PropertyValue } from './concept.ts';

/** A property whose value is a text around the concept's key, such as the link to a publisher's browser. */
export interface PropertyPattern {
  /** One of the code system's `properties`. */
  readonly code: string;
  /** Tried in order; a concept whose key fits none lacks the property. */
  readonly forms: readonly PropertyPatternForm[];
}

/** For keys that fit a regular expression: the value in the terms of String.replace. */
export interface PropertyPatternForm {
  /** A regular expression over the whole key, `^(\\d+)/other$`. */
  readonly key: string;
  /** `https://…/entity/$1/other`. */
  readonly value: string;
}

/** The properties that the patterns of a release give to the concept with this key, in the patterns' order. */
export function propertiesOfKey(patterns: readonly PropertyPattern[], key: string): PropertyValue[] {
  return patterns.flatMap(({ code, forms }) => {
    const form = forms.find((candidate) => new RegExp(candidate.key, 'u').test(key));
    return form ? [{ code, value: key.replace(new RegExp(form.key, 'u'), form.value) }] : [];
  });
}
