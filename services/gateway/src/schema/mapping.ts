// The GraphQL type Mapping: one statement of a map, with everything its publisher says.
import { reversedRelationship, scenarioOf } from '@codeset/terminology';
import { sourceOf, targetOf } from '../answers/mapped-concept.ts';
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { MappingRelationship } from './mapping-words.ts';
import { MappedConcept, Mapping, Term } from './refs.ts';

interface MappingProperty {
  readonly code: string;
  readonly value: string | number | boolean;
  readonly definition: { readonly code: string; readonly title: string; readonly description: string } | null;
}

Mapping.implement({
  description:
    'One mapping of a map. Read backwards it leads from its target to its source, and its relationship is turned round with it: its publisher does not say that.',
  fields: (t) => ({
    source: t.field({
      type: MappedConcept,
      nullable: true,
      description: 'What it leads from, as it is read; null where the publisher says that there is none.',
      resolve: sourceOf,
    }),
    target: t.field({
      type: MappedConcept,
      nullable: true,
      description: 'What it leads to, as it is read; null where the publisher says that there is none.',
      resolve: targetOf,
    }),
    sourceTo: t.string({
      nullable: true,
      description:
        "The last code of a range, of which the map's source is the first; null for a single code.",
      resolve: ({ row }) => row.sourceTo,
    }),
    sourceBelow: t.boolean({
      description: "Whether all codes below the map's source are meant as well.",
      resolve: ({ row }) => row.sourceBelow,
    }),
    relationship: t.field({
      type: MappingRelationship,
      description: 'How the source stands to the target, as the mapping is read.',
      resolve: ({ row, reverse }) => (reverse ? reversedRelationship(row.relationship) : row.relationship),
    }),
    reverse: t.boolean({
      description: 'True where it is read backwards: not what its publisher says.',
      resolve: ({ reverse }) => reverse,
    }),
    combined: t.boolean({
      description:
        'Whether its publisher gives the target only together with others: one code of each choice list of a scenario.',
      resolve: ({ row }) => scenarioOf(row) !== null,
    }),
    properties: t.field({
      type: [MappingProperty],
      extensions: { [listSizeKey]: 4 },
      description: "What else the publisher says of it: the map's own flags.",
      resolve: ({ row, map }) =>
        row.properties.map(({ code, value }) => ({
          code,
          value,
          definition: map.definition.properties.find((term) => term.code === code) ?? null,
        })),
    }),
    place: t.string({
      description: 'Where the source file says it: line, or sheet and row.',
      resolve: ({ row }) => row.place,
    }),
    position: t.int({
      description: "Its place in the publisher's order, from 0.",
      resolve: ({ row }) => row.position,
    }),
  }),
});

const MappingProperty = builder.objectRef<MappingProperty>('MappingProperty').implement({
  description: 'A fact that the publisher states with a mapping.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its name, `approximate`.' }),
    value: t.string({ description: 'Its value as text.', resolve: ({ value }) => String(value) }),
    definition: t.field({
      type: Term,
      nullable: true,
      description: 'What it means; null where the definition of the map lacks it.',
      resolve: ({ definition }) => definition,
    }),
  }),
});
