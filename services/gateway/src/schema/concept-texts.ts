// The GraphQL types Designation and Property: a text for a concept, and a typed fact about it.
import { findNamedConcept } from '../answers/properties.ts';
import { Concept, Designation, Property } from './refs.ts';
import { PropertyType } from './terms.ts';

Designation.implement({
  description: 'A text for a concept besides its display.',
  fields: (t) => ({
    use: t.exposeString('use', {
      description:
        'What it is for, as `codeSystem { designationUses }` lists them: `short-title`, `inclusion-term` …',
    }),
    language: t.exposeString('language', { description: 'BCP 47 language tag.' }),
    value: t.exposeString('value', { description: 'The text.' }),
  }),
});

Property.implement({
  description: 'A typed fact about a concept.',
  fields: (t) => ({
    code: t.string({
      description: 'Its name, as `codeSystem { properties }` lists them.',
      resolve: ({ property }) => property.code,
    }),
    title: t.string({
      nullable: true,
      description: 'The name as people read it; null when the definition lacks the property.',
      resolve: ({ definition }) => definition?.title ?? null,
    }),
    type: t.field({
      type: PropertyType,
      nullable: true,
      description: 'The type of its value; null when the definition lacks the property.',
      resolve: ({ definition }) => definition?.type ?? null,
    }),
    value: t.string({
      description:
        'The value as text: `true`, `12`, `2025-10-01`, the coded value, or the code of the concept.',
      resolve: ({ property }) => String(property.value),
    }),
    valueMeaning: t.string({
      nullable: true,
      description:
        'What a coded value means; null for other types and for values that the definition does not explain.',
      resolve: ({ property, definition }) =>
        definition?.values.find(({ code }) => code === String(property.value))?.title ?? null,
    }),
    concept: t.field({
      type: Concept,
      nullable: true,
      description:
        'The concept of the same release that a value of type `CONCEPT` names; null for other types, and when the release has none of that code.',
      resolve: (property, _args, context) => findNamedConcept(context, property),
    }),
  }),
});
