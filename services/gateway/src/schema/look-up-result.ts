// The GraphQL interface LookUpResult with its five answers: may a code be coded with, and if not, why not.
import { readDescendants } from '../answers/concept-family.ts';
import type {
  CodeInOtherReleases,
  HeaderCode,
  LookUpResult as LookUpAnswer,
  SelectableCode,
  SeventhCharacterNeeded,
  UnknownCode,
} from '../answers/look-up.ts';
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { ConceptConnection } from './connections.ts';
import { pageArguments } from './page-arguments.ts';
import { Concept, Release, SeventhCharacter } from './refs.ts';

export const LookUpResult = builder.interfaceRef<LookUpAnswer>('LookUpResult').implement({
  description:
    'The answer to whether a code may be coded with in a release. `__typename` tells which answer it is.',
  fields: (t) => ({
    asked: t.exposeString('asked', { description: 'The code as it was asked.' }),
    lookUpForm: t.exposeString('lookUpForm', {
      description: 'The form in which codes are compared: no points, upper case, no outer blanks.',
    }),
    message: t.exposeString('message', { description: 'The answer in one sentence.' }),
  }),
  resolveType: ({ type }) => type,
});

const interfaces = [LookUpResult];

builder.objectRef<SelectableCode>('SelectableCode').implement({
  description: 'The code may be coded with in this release.',
  interfaces,
  fields: (t) => ({
    concept: t.field({ type: Concept, description: 'Its concept.', resolve: ({ concept }) => concept }),
  }),
});

builder.objectRef<HeaderCode>('HeaderCode').implement({
  description: 'The code is a header in this release: one of the selectable codes below it is to be used.',
  interfaces,
  fields: (t) => ({
    concept: t.field({
      type: Concept,
      description: "The header's concept.",
      resolve: ({ concept }) => concept,
    }),
    selectable: t.field({
      type: ConceptConnection,
      args: pageArguments,
      description: 'The selectable concepts below it, in tabular order.',
      resolve: ({ concept }, page, context) => readDescendants(context, concept, true, page),
    }),
  }),
});

builder.objectRef<SeventhCharacterNeeded>('SeventhCharacterNeeded').implement({
  description: 'The code needs a 7th character in this release.',
  interfaces,
  fields: (t) => ({
    concept: t.field({
      type: Concept,
      description: 'The concept of the code without its 7th character.',
      resolve: ({ concept }) => concept,
    }),
    fitting: t.field({
      type: [SeventhCharacter],
      extensions: { [listSizeKey]: 16 },
      description: "The 7th characters that fit, with the codes they make; in the publisher's order.",
      resolve: ({ fitting }) => fitting,
    }),
  }),
});

export const Standing = builder.enumType('Standing', {
  description: 'Whether other releases come before or after the one that was asked.',
  values: {
    EARLIER: { description: 'Before: the code was given up.' },
    LATER: { description: 'After: the code is not yet effective.' },
    EARLIER_AND_LATER: { description: 'Before and after: the code paused.' },
  } as const,
});

builder.objectRef<CodeInOtherReleases>('CodeInOtherReleases').implement({
  description: 'The code is not in this release, but in others of the code system.',
  interfaces,
  fields: (t) => ({
    releases: t.field({
      type: [Release],
      extensions: { [listSizeKey]: 15 },
      description: 'The published releases that have it, by effective date.',
      resolve: ({ releases }) => releases,
    }),
    standing: t.expose('standing', {
      type: Standing,
      description: 'Whether they come before or after this release.',
    }),
    concept: t.field({
      type: Concept,
      description: 'Its concept in the last of these releases.',
      resolve: ({ concept }) => concept,
    }),
  }),
});

builder.objectRef<UnknownCode>('UnknownCode').implement({
  description: 'The code is in no published release of the code system.',
  interfaces,
  fields: (t) => ({
    nearest: t.field({
      type: Concept,
      nullable: true,
      description:
        "This release's concept with the longest code that the asked one begins with; null when there is none.",
      resolve: ({ nearest }) => nearest,
    }),
  }),
});
