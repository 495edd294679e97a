// The GraphQL type Concept: what a code stands for in one release.

import { lookUpForm } from '@codeset/terminology';
import { findParent, listChildren, listPath, readDescendants } from '../answers/concept-family.ts';
import { findDisplayIn, listDesignations } from '../answers/designations.ts';
import { findConcept } from '../answers/find-concept.ts';
import { listEntriesNaming } from '../answers/index-entries.ts';
import { findNoteSet, listNotes } from '../answers/notes.ts';
import { listReleasesOf } from '../answers/other-releases.ts';
import { arePropertiesComplete, listProperties } from '../answers/properties.ts';
import { findSeventhCharacter, listSeventhCharacters } from '../answers/seventh-characters.ts';
import { compareSubsumption } from '../answers/subsumption.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { ConceptConnection } from './connections.ts';
import { pageArguments } from './page-arguments.ts';
import {
  Concept,
  Designation,
  IndexEntry,
  Note,
  NoteTable,
  Property,
  Release,
  SeventhCharacter,
} from './refs.ts';
import { Subsumption } from './subsumption.ts';

const withoutTabular = 'null when the release came without its tabular list: not known, which is not none.';

Concept.implement({
  description:
    'What a code, or a grouping such as a chapter or block, stands for in one release. Everything reached from it is of the same release.',
  fields: (t) => ({
    release: t.field({
      type: Release,
      description: 'The release it is read from.',
      resolve: ({ release }) => release,
    }),
    key: t.string({
      description:
        "Identity over all releases of the code system: the code, `kind:id` for a grouping (`chapter:19`, `block:C7A`), or the publisher's own identity of an entity whose code may change (`257068234`).",
      resolve: ({ row }) => row.key,
    }),
    code: t.string({
      nullable: true,
      description:
        'The code as published, `E11.9`, or the id of a grouping (`19`, `E08-E13`); null when it has none.',
      resolve: ({ row }) => row.code,
    }),
    lookUpForm: t.string({
      nullable: true,
      description: 'The form in which codes are compared, `E119`; null when there is no code.',
      resolve: ({ row }) => (row.code === null ? null : lookUpForm(row.code)),
    }),
    kind: t.string({
      description: 'Its kind, as `codeSystem { kinds }` lists them: `chapter`, `category` …',
      resolve: async ({ row }, _args, { loaders }) => (await loaders.contents.load(row.contentId)).kind,
    }),
    display: t.string({
      description: 'The text chosen to show: the long title.',
      resolve: async ({ row }, _args, { loaders }) => (await loaders.contents.load(row.contentId)).display,
    }),
    displayIn: t.string({
      nullable: true,
      args: {
        language: t.arg.string({
          required: true,
          description: 'BCP 47 language tag in any case, as `release { languages }` lists them.',
        }),
      },
      description:
        'The text to show in a language: the display itself in the original one, else that of the translation; null when the release has none.',
      resolve: (concept, { language }, context) => findDisplayIn(context, concept, language),
    }),
    selectable: t.boolean({
      description:
        'Whether it may be coded with (US systems say billable), rather than being only a header. On which days, `effectiveFrom` and `effectiveTo` say where codes have dates of their own.',
      resolve: async ({ row }, _args, { loaders }) => (await loaders.contents.load(row.contentId)).selectable,
    }),
    designations: t.field({
      type: [Designation],
      args: {
        use: t.arg.string({
          required: false,
          description: 'Only this use, as `codeSystem { designationUses }` lists them.',
        }),
        language: t.arg.string({
          required: false,
          description: 'Only this language, a BCP 47 tag in any case, as `release { languages }` lists them.',
        }),
      },
      extensions: { [listSizeKey]: 4 },
      description:
        'Further texts for it: short title, the tabular title where it differs from the display, inclusion terms, translations. Those of sources that the release came without are missing (`release { absentParts }`).',
      resolve: (concept, { use, language }, context) =>
        listDesignations(context, concept, { use: use ?? null, language: language ?? null }),
    }),
    properties: t.field({
      type: [Property],
      args: {
        codes: t.arg.stringList({ required: false, description: 'Only these properties; all without it.' }),
      },
      extensions: { [listSizeKey]: 4 },
      description:
        'The typed facts that are known of it, those that follow from its `key` last. Whether these are all, `propertiesComplete` says.',
      resolve: (concept, { codes }, context) => listProperties(context, concept, codes ?? null),
    }),
    propertiesComplete: t.boolean({
      description:
        'False when the release came without a list that properties stand in (such as POA-exempt): a property that is not listed is then not known, rather than absent.',
      resolve: (concept, _args, context) => arePropertiesComplete(context, concept),
    }),
    position: t.int({
      description: 'Its place in the tabular order of the release, from 0.',
      resolve: ({ row }) => row.position,
    }),
    depth: t.int({
      description: 'Its distance from the root, 0 for a root.',
      resolve: ({ row }) => row.depth,
    }),
    parent: t.field({
      type: Concept,
      nullable: true,
      description: 'The concept directly above; null for a root.',
      resolve: (concept, _args, context) => findParent(context, concept),
    }),
    children: t.field({
      type: [Concept],
      extensions: { [listSizeKey]: 12 },
      description: 'The concepts directly below, in tabular order.',
      resolve: (concept, _args, context) => listChildren(context, concept),
    }),
    ancestors: t.field({
      type: [Concept],
      extensions: { [listSizeKey]: 6 },
      description: 'All concepts above, the root first and the parent last.',
      resolve: async (concept, _args, context) => (await listPath(context, concept)).slice(0, -1),
    }),
    descendants: t.field({
      type: ConceptConnection,
      args: {
        selectableOnly: t.arg.boolean({
          required: true,
          defaultValue: false,
          description: 'Leave out headers, and count without them.',
        }),
        ...pageArguments,
      },
      description: 'All concepts below, at any depth, in tabular order.',
      resolve: (concept, { selectableOnly, ...page }, context) =>
        readDescendants(context, concept, selectableOnly, page),
    }),
    subsumes: t.field({
      type: Subsumption,
      nullable: true,
      args: {
        code: t.arg.string({ required: true, description: 'The other code in any form, or an identifier.' }),
      },
      description:
        "How it stands to another concept of the release, as FHIR's $subsumes; null when there is none of that code.",
      async resolve({ release, row }, { code }, context) {
        const other = await findConcept(context, release, code);
        return other && compareSubsumption(row, other.row);
      },
    }),
    notes: t.field({
      type: [Note],
      nullable: true,
      args: {
        inherited: t.arg.boolean({
          required: true,
          defaultValue: false,
          description: 'Also the notes of all concepts above: those of the root first, its own last.',
        }),
        kinds: t.arg.stringList({
          required: false,
          description: 'Only these kinds, as `codeSystem { noteKinds }` lists them.',
        }),
      },
      extensions: { [listSizeKey]: 8 },
      description: `The instructions on it, in the publisher's order; ${withoutTabular}`,
      resolve: (concept, { inherited, kinds }, context) =>
        listNotes(context, concept, inherited, kinds ?? null),
    }),
    seventhCharacters: t.field({
      type: [SeventhCharacter],
      nullable: true,
      extensions: { [listSizeKey]: 16 },
      description: `The 7th characters in force here, defined by it or by the nearest concept above that defines any, with the codes they make; empty when there are none; ${withoutTabular}`,
      resolve: (concept, _args, context) => listSeventhCharacters(context, concept),
    }),
    seventhCharacter: t.field({
      type: SeventhCharacter,
      nullable: true,
      description:
        'What the 7th character of this very code means; null when it has none, or when the release came without its tabular list.',
      resolve: (concept, _args, context) => findSeventhCharacter(context, concept),
    }),
    placeholder: t.boolean({
      nullable: true,
      description: `Whether the publisher marks it as a code that holds an X placeholder; ${withoutTabular}`,
      resolve: async (concept, _args, context) => (await findNoteSet(context, concept))?.placeholder ?? null,
    }),
    tables: t.field({
      type: [NoteTable],
      nullable: true,
      extensions: { [listSizeKey]: 1 },
      description: `Tables that hang on it, such as the categories of visual impairment; ${withoutTabular}`,
      resolve: async (concept, _args, context) => (await findNoteSet(context, concept))?.tables ?? null,
    }),
    indexEntries: t.field({
      type: [IndexEntry],
      args: {
        kind: t.arg.string({
          required: false,
          description: 'Only of this index, as `codeSystem { indexKinds }` lists them.',
        }),
      },
      extensions: { [listSizeKey]: 12 },
      description:
        "The entries of the release's indexes and tables that name its code, in the publisher's order. Indexes that the release came without are missing (`release { absentParts }`).",
      resolve: (concept, { kind }, context) => listEntriesNaming(context, concept, kind ?? null),
    }),
    releases: t.field({
      type: [Release],
      extensions: { [listSizeKey]: 15 },
      description: 'All published releases that have it, drafts among them, by effective date.',
      resolve: (concept, _args, context) => listReleasesOf(context, concept),
    }),
  }),
});
