// The GraphQL types with which a code system explains its own words: Term, Kind, PropertyDefinition.
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { Kind, PropertyDefinition, Term } from './refs.ts';

Term.implement({
  description: 'A word of a code system with its meaning.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The word as data and arguments use it.' }),
    title: t.exposeString('title', { description: 'The word as people read it.' }),
    description: t.exposeString('description', { description: 'What it means.' }),
  }),
});

Kind.implement({
  description: 'A kind of concept, as the publisher has them.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The word as data and arguments use it, `category`.' }),
    title: t.exposeString('title', { description: 'The word as people read it.' }),
    description: t.exposeString('description', { description: 'What it means.' }),
    isCode: t.exposeBoolean('isCode', {
      description:
        'True when concepts of the kind are codes; false for groupings such as chapters and blocks.',
    }),
  }),
});

export const PropertyType = builder.enumType('PropertyType', {
  description: 'The type of a property.',
  values: {
    STRING: { value: 'string', description: 'Text.' },
    BOOLEAN: { value: 'boolean', description: '`true` or `false`.' },
    INTEGER: { value: 'integer', description: 'A whole number.' },
    DATE: { value: 'date', description: 'A calendar date, `2025-10-01`.' },
    CODE: { value: 'code', description: 'One of the values that the definition lists.' },
    CONCEPT: {
      value: 'concept',
      description: 'The code of another concept of the code system, which `Property.concept` gives.',
    },
  } as const,
});

PropertyDefinition.implement({
  description: 'A typed fact that concepts of a code system may carry.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The name as data and arguments use it.' }),
    title: t.exposeString('title', { description: 'The name as people read it.' }),
    description: t.exposeString('description', { description: 'What it says of a concept.' }),
    type: t.expose('type', { type: PropertyType, description: 'The type of its values.' }),
    part: t.string({
      nullable: true,
      description:
        'The part of a release that it comes with, as `codeSystem { parts }` lists them: in a release without it the property is not known. Null when every release has it.',
      resolve: ({ part }) => part ?? null,
    }),
    values: t.field({
      type: [Term],
      extensions: { [listSizeKey]: 20 },
      description: 'The values of a property of type `CODE`, with their meanings; empty for other types.',
      resolve: (property) => property.values,
    }),
  }),
});
