// The GraphQL interface LookUpResult with its answers: may a code be coded with, and if not, why not.
import { readDescendants } from '../answers/concept-family.ts';
import type {
  CodeInOtherReleases,
  HeaderCode,
  LookUpResult as LookUpAnswer,
  NotYetEffectiveCode,
  SelectableCode,
  SeventhCharacterNeeded,
  TerminatedCode,
  UnknownCode,
} from '../answers/look-up-result.ts';
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { ConceptConnection } from './connections.ts';
import { pageArguments } from './page-arguments.ts';
import { Concept, Property, Release, SeventhCharacter } from './refs.ts';

export const LookUpResult = builder.interfaceRef<LookUpAnswer>('LookUpResult').implement({
  description:
    'The answer to whether a code may be coded with in a release. `__typename` tells which answer it is.',
  fields: (t) => ({
    asked: t.exposeString('asked', { description: 'The code as it was asked.' }),
    lookUpForm: t.exposeString('lookUpForm', {
      description: 'The form in which codes are compared: no points, upper case, no outer blanks.',
    }),
    on: t.expose('on', {
      type: 'Date',
      description:
        'The day that the answer is for: the one asked for, else the date by which the release was chosen, else its first day.',
    }),
    message: t.exposeString('message', { description: 'The answer in words.' }),
  }),
  resolveType: ({ type }) => type,
});

const interfaces = [LookUpResult];

builder.objectRef<SelectableCode>('SelectableCode').implement({
  description: 'The code may be coded with in this release, on this day where it has dates of its own.',
  interfaces,
  fields: (t) => ({
    concept: t.field({ type: Concept, description: 'Its concept.', resolve: ({ concept }) => concept }),
  }),
});

builder.objectRef<NotYetEffectiveCode>('NotYetEffectiveCode').implement({
  description: 'The code is in this release, but its own first day is still to come.',
  interfaces,
  fields: (t) => ({
    concept: t.field({ type: Concept, description: 'Its concept.', resolve: ({ concept }) => concept }),
    effectiveFrom: t.expose('effectiveFrom', {
      type: 'Date',
      description: 'First day on which it may be used.',
    }),
  }),
});

builder.objectRef<TerminatedCode>('TerminatedCode').implement({
  description: 'The code is in this release, but its own last day is over.',
  interfaces,
  fields: (t) => ({
    concept: t.field({ type: Concept, description: 'Its concept.', resolve: ({ concept }) => concept }),
    effectiveTo: t.expose('effectiveTo', {
      type: 'Date',
      nullable: true, // it never is null, but GraphQL would else refuse it beside CodeInOtherReleases.effectiveTo
      description: 'Last day on which it could be used; always given.',
    }),
    related: t.field({
      type: [Property],
      extensions: { [listSizeKey]: 2 },
      description:
        'Its properties of type `CONCEPT`, such as cross-references: where the publisher says what replaces the code, it is among them.',
      resolve: ({ related }) => related,
    }),
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

export const Absence = builder.enumType('Absence', {
  description: 'Why a code is not in a release that others have. Absence is not termination.',
  values: {
    NOT_YET: { description: 'Only later releases have it.' },
    TERMINATED: {
      description:
        'The newest earlier release that has it gave it a last day, which is before the day in question.',
    },
    WITHOUT_TERMINATION: {
      description:
        'Earlier releases have it, the newest of them without a last day, or with one that is not before the day in question: it was left out without being terminated.',
    },
  } as const,
});

builder.objectRef<CodeInOtherReleases>('CodeInOtherReleases').implement({
  description: 'The code is not in this release, but in others of the code system; drafts are left aside.',
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
    absence: t.expose('absence', { type: Absence, description: 'Why it is not in this release.' }),
    effectiveTo: t.expose('effectiveTo', {
      type: 'Date',
      nullable: true,
      description:
        'The last day that the newest earlier release gives it; null when that gives none, and when no earlier release has it.',
    }),
    recodedAs: t.field({
      type: Concept,
      nullable: true,
      description:
        'The same entity in this release, under another code; null where it is not there, and where the publisher does not identify entities apart from their codes.',
      resolve: ({ recodedAs }) => recodedAs,
    }),
    concept: t.field({
      type: Concept,
      description: 'Its concept in the last of these releases.',
      resolve: ({ concept }) => concept,
    }),
  }),
});

builder.objectRef<UnknownCode>('UnknownCode').implement({
  description: 'The code is in no published release of the code system; drafts are left aside.',
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
