// Translating a code: Query.translate, Concept.mappings, and what an answer is made of.
import {
  type ChoiceList as ChoiceListOf,
  type Combination as CombinationOf,
  type TranslationOption as TranslationOptionOf,
  translationOptions,
} from '@codeset/terminology';
import { translateCode, translateConcept, translateMany } from '../answers/translate.ts';
import { builder } from '../builder.ts';
import { countAnswer } from '../limits/count-answer.ts';
import { listSizeKey } from '../limits/list-size.ts';
import type { ReleaseMapping } from '../pinned-map.ts';
import { TranslationStatus } from './mapping-words.ts';
import {
  Concept,
  ConceptMap,
  ConceptMapRelease,
  MappedConcept,
  Mapping,
  Translation,
  TranslationOfMany,
} from './refs.ts';

/** A mapping in the shape that options are made of. */
interface Choice {
  readonly mapping: ReleaseMapping;
  readonly relationship: ReleaseMapping['row']['relationship'];
  readonly properties: ReleaseMapping['row']['properties'];
}

const TranslationChoiceList = builder.objectRef<ChoiceListOf<Choice>>('TranslationChoiceList').implement({
  description: 'Codes of which one is needed, together with one of each other list of the scenario.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: "The publisher's number of the list." }),
    mappings: t.field({
      type: [Mapping],
      extensions: { [listSizeKey]: 1.5 },
      description: "The choices, in the publisher's order.",
      resolve: ({ choices }) => choices.map(({ mapping }) => mapping),
    }),
  }),
});

const TranslationTarget = builder
  .objectRef<Extract<TranslationOptionOf<Choice>, { is: 'target' }>>('TranslationTarget')
  .implement({
    description: 'An alternative that is one target by itself.',
    fields: (t) => ({
      mapping: t.field({
        type: Mapping,
        description: 'The mapping to it.',
        resolve: ({ mapping }) => mapping.mapping,
      }),
    }),
  });

const TranslationCombination = builder.objectRef<CombinationOf<Choice>>('TranslationCombination').implement({
  description: 'An alternative of several codes that are needed together: one of each choice list.',
  fields: (t) => ({
    scenario: t.exposeInt('scenario', { description: "The publisher's number of the scenario." }),
    choiceLists: t.field({
      type: [TranslationChoiceList],
      extensions: { [listSizeKey]: 0.2 }, // one of ten mappings of the GEMs is of a combination
      description: 'By their numbers; each must be served.',
      resolve: ({ choiceLists }) => [...choiceLists],
    }),
  }),
});

const TranslationOption = builder.unionType('TranslationOption', {
  types: [TranslationTarget, TranslationCombination],
  description: 'One way to say the same; any one will do.',
  resolveType: ({ is }) => (is === 'target' ? TranslationTarget : TranslationCombination),
});

Translation.implement({
  description: 'What one map says of a code.',
  fields: (t) => ({
    map: t.field({
      type: ConceptMapRelease,
      description: 'The release of the map that says it.',
      resolve: ({ map }) => map,
    }),
    conceptMap: t.field({
      type: ConceptMap,
      description: 'The map itself.',
      resolve: ({ map }) => map.definition,
    }),
    reverse: t.exposeBoolean('reverse', {
      description:
        'True where the map is read backwards. That a target has a source does not say that the source is right for it: use it to search, not to convert.',
    }),
    status: t.field({
      type: TranslationStatus,
      description: 'What the map says.',
      resolve: ({ translated }) => translated.status,
    }),
    doubt: t.string({
      nullable: true,
      resolve: ({ translated }) => translated.doubt,
      description:
        'Why the map may not speak of what was asked, in one sentence: it is of another release; null when there is no doubt.',
    }),
    source: t.field({
      type: MappedConcept,
      description: 'What was asked, as the map knows it.',
      resolve: ({ source }) => source,
    }),
    options: t.field({
      type: [TranslationOption],
      extensions: { [listSizeKey]: 2 },
      description:
        'The alternatives, any one of which will do: single targets in the publisher’s order, then scenarios by their numbers. Read backwards every target stands alone (`Mapping.combined`). Empty unless the status is `MAPPED`.',
      resolve({ mappings, reverse }, _args, context) {
        countAnswer(context, mappings.length);
        return translationOptions(mappings.map((mapping) => choiceOf(mapping, reverse)));
      },
    }),
  }),
});

/** A source read backwards is one by itself, whatever it was needed with. */
function choiceOf(mapping: ReleaseMapping, reverse: boolean): Choice {
  const { relationship, properties } = mapping.row;
  return { mapping, relationship, properties: reverse ? [] : properties };
}

/** Through which maps, as arguments of a field. */
const mapArguments = builder.args((arg) => ({
  to: arg.string({ required: true, description: 'Id of the code system to translate to.' }),
  map: arg.string({
    required: false,
    description: 'Id of the map; without it all maps that lead there.',
  }),
  mapVersion: arg.string({
    required: false,
    description:
      "Version of the map's release; without it the one that speaks of the release asked of, else the newest, with its `doubt`.",
  }),
  reverse: arg.boolean({
    required: true,
    defaultValue: false,
    description: 'Read maps that lead the other way backwards.',
  }),
}));

/** Of which code system codes are. */
const codeArguments = builder.args((arg) => ({
  from: arg.string({
    required: true,
    description: 'Id of the code system of the code, `icd-9-cm`; it need not be held.',
  }),
  fromVersion: arg.string({
    required: false,
    description:
      'Version of the release that the code is of, which must be published; without it nothing is said of releases.',
  }),
}));

interface AskedOfMaps {
  readonly to: string;
  readonly map?: string | null | undefined;
  readonly mapVersion?: string | null | undefined;
  readonly reverse: boolean;
}

function mapsAsked({ to, map, mapVersion, reverse }: AskedOfMaps) {
  return { to, map: map ?? null, mapVersion: mapVersion ?? null, reverse };
}

builder.queryField('translate', (t) =>
  t.field({
    type: [Translation],
    extensions: { [listSizeKey]: 2 },
    args: {
      code: t.arg.string({ required: true, description: 'The code, in any form.' }),
      ...codeArguments,
      ...mapArguments,
    },
    description:
      'What a code is in another code system: one answer for each map, by id; none where no map leads there. An error when a code system, a map or a release is not there.',
    resolve: (_root, { code, from, fromVersion, ...maps }, context) =>
      translateCode(context, { code, from, fromVersion: fromVersion ?? null, ...mapsAsked(maps) }),
  }),
);

TranslationOfMany.implement({
  description: 'One code of many, with what each map says of it.',
  fields: (t) => ({
    asked: t.exposeString('asked', { description: 'The code as it was asked for.' }),
    translations: t.field({
      type: [Translation],
      extensions: { [listSizeKey]: 1.5 },
      description: 'One answer for each map, by id; none where no map leads there.',
      resolve: ({ translations }) => translations,
    }),
  }),
});

builder.queryField('translateCodes', (t) =>
  t.field({
    type: [TranslationOfMany],
    args: {
      codes: t.arg.stringList({
        required: true,
        description:
          'Codes in any form; their number has a limit (`limits`), files have none on the command line.',
      }),
      ...codeArguments,
      ...mapArguments,
    },
    description: 'The same for many codes at once, in the order in which they are asked for.',
    resolve: (_root, { codes, from, fromVersion, ...maps }, context) =>
      translateMany(context, codes, { from, fromVersion: fromVersion ?? null, ...mapsAsked(maps) }),
  }),
);

builder.queryFields((t) => ({
  conceptMaps: t.field({
    type: [ConceptMap],
    extensions: { [listSizeKey]: 8 },
    description: 'The concept maps of which a release is published, by id.',
    resolve: (_root, _args, { maps }) => maps.definitions(),
  }),
  conceptMap: t.field({
    type: ConceptMap,
    nullable: true,
    args: { id: t.arg.string({ required: true, description: 'Its id, `gem-icd-9-cm-icd-10-cm`.' }) },
    description: 'The concept map of that id; null when no release of it is published.',
    resolve: async (_root, { id }, { maps }) =>
      (await maps.definitions()).find((definition) => definition.id === id) ?? null,
  }),
}));

builder.objectField(Concept, 'mappings', (t) =>
  t.field({
    type: [Translation],
    extensions: { [listSizeKey]: 2 },
    args: mapArguments,
    description:
      'What it is in another code system: one answer for each map, by id; none where no map leads there.',
    resolve: (concept, maps, context) => translateConcept(context, concept, mapsAsked(maps)),
  }),
);
