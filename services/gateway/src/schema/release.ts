// The GraphQL type Release: one published edition of a code system, the door to its concepts and indexes.
import { CodesetError, effectiveTo } from '@codeset/terminology';
import { readRoots } from '../answers/concept-family.ts';
import { listLanguages } from '../answers/designations.ts';
import { findConcept } from '../answers/find-concept.ts';
import { readMainTerms } from '../answers/index-entries.ts';
import { lookUpCode } from '../answers/look-up.ts';
import { absentParts } from '../answers/properties.ts';
import { findFrontMatter, listCounts, listFindings } from '../answers/release-texts.ts';
import { compareSubsumption } from '../answers/subsumption.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { ConceptConnection, IndexEntryConnection } from './connections.ts';
import { LookUpResult } from './look-up-result.ts';
import { pageArguments } from './page-arguments.ts';
import {
  CodeSystem,
  Concept,
  Count,
  Finding,
  IndexHeading,
  IntroductionSection,
  Release,
  Selection,
  SourceFile,
  Term,
} from './refs.ts';
import { ReleaseStatus, Severity } from './release-words.ts';
import { Subsumption } from './subsumption.ts';

Release.implement({
  description:
    'One published edition of a code system. A published release never changes, so everything read from one fits together and stays true.',
  fields: (t) => ({
    codeSystem: t.field({
      type: CodeSystem,
      description: 'The code system it is a release of.',
      async resolve({ row }, _args, { releases }) {
        const system = await releases.findCodeSystem(row.codeSystem);
        if (system) return system;
        throw new CodesetError('INTERNAL', `release ${row.id} has no code system`);
      },
    }),
    version: t.string({
      description: "The release's label: `2025`, or `2025-04` for a mid-year update.",
      resolve: ({ row }) => row.version,
    }),
    sample: t.boolean({
      description:
        'True for a made-up sample release that only shows what there is; never published beside real ones.',
      resolve: ({ row }) => row.sample,
    }),
    draft: t.boolean({
      description:
        'True for an edition that the publisher calls a draft: never in force, served only where it is asked for by its version or out of a list.',
      resolve: ({ row }) => row.draft,
    }),
    languages: t.stringList({
      description:
        'The languages of its texts, BCP 47: the original one first, which displays and notes are in, then those of its translations.',
      resolve: (release, _args, context) => listLanguages(context, release),
    }),
    effectiveFrom: t.field({
      type: 'Date',
      description: 'First day on which it is to be used; of a draft the date that it bears.',
      resolve: ({ row }) => row.effectiveFrom,
    }),
    effectiveTo: t.field({
      type: 'Date',
      nullable: true,
      description:
        "Last day on which it is to be used: the day before the next published release, or the end in the publisher's calendar where that is earlier; null when neither tells, and for a draft.",
      resolve: ({ row, held }) => (row.draft ? null : effectiveTo(row, held)),
    }),
    scheduledTo: t.field({
      type: 'Date',
      nullable: true,
      description: "Last day by the publisher's own calendar; null when it has none.",
      resolve: ({ row }) => row.scheduledTo,
    }),
    status: t.field({
      type: ReleaseStatus,
      description: 'Always `PUBLISHED`: releases of another status are not served.',
      resolve: () => 'published' as const,
    }),
    digest: t.string({
      description:
        'The sha256, in hex, of its concepts, index entries and front matter: two databases that hold the same release have the same digest.',
      resolve: ({ row }) => row.digest,
    }),
    parts: t.field({
      type: [Term],
      extensions: { [listSizeKey]: 8 },
      description: 'The kinds of source it came with.',
      async resolve({ row }, _args, { releases }) {
        const system = await releases.findCodeSystem(row.codeSystem);
        return (system?.parts ?? []).filter(({ code }) => row.parts.includes(code));
      },
    }),
    absentParts: t.field({
      type: [Term],
      extensions: { [listSizeKey]: 8 },
      description:
        'The kinds of source that it may have had and came without: what belongs to them is not known of this release.',
      resolve: async (release, _args, { releases }) =>
        absentParts(release, await releases.findCodeSystem(release.row.codeSystem)),
    }),
    counts: t.field({
      type: [Count],
      extensions: { [listSizeKey]: 20 },
      description:
        'Numbers of what it holds: concepts by kind, selectable ones, notes and index entries by kind.',
      resolve: ({ row }) => listCounts(row.counts),
    }),
    loadedAt: t.field({
      type: 'DateTime',
      description: 'When it was loaded into this database; says nothing of when it is in force.',
      resolve: ({ row }) => row.loadedAt,
    }),
    publishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was last published in this database.',
      resolve: ({ row }) => row.publishedAt,
    }),
    sourceFiles: t.field({
      type: [SourceFile],
      extensions: { [listSizeKey]: 20 },
      description:
        'The files it was loaded from, used and ignored ones, in the order in which they were given.',
      resolve: ({ row }, _args, { loaders }) => loaders.sourceFiles.load(row.id),
    }),
    findings: t.field({
      type: [Finding],
      args: {
        severity: t.arg({ type: Severity, required: false, description: 'Only these; all without it.' }),
      },
      extensions: { [listSizeKey]: 100 },
      description:
        'What the checks said of it when it was loaded. Errors would have kept it from being published.',
      resolve: (release, { severity }, context) => listFindings(context, release, severity ?? null),
    }),
    introduction: t.field({
      type: [IntroductionSection],
      extensions: { [listSizeKey]: 30 },
      description: "The sections of the publisher's introduction; empty when the release came without it.",
      resolve: async (release, _args, context) => (await findFrontMatter(context, release)).introduction,
    }),
    indexHeadings: t.field({
      type: [IndexHeading],
      extensions: { [listSizeKey]: 5 },
      description: 'The headings of its indexes and tables; empty when it came without any.',
      resolve: async (release, _args, context) => (await findFrontMatter(context, release)).indexes,
    }),
    selection: t.field({
      type: Selection,
      description: 'Why it is this release that serves the request.',
      resolve: ({ selection }) => selection,
    }),
    concept: t.field({
      type: Concept,
      nullable: true,
      args: {
        code: t.arg.string({
          required: true,
          description:
            'The code in any form, `E11.9`, `e119`, ` E11.9 `; the id of a grouping; or an identifier, as `codeSystem { identifierForms }` lists them.',
        }),
        kind: t.arg.string({
          required: false,
          description:
            'Only a concept of this kind. Where a grouping and a code share an id (block and category `C7A`), the code is meant unless a kind says otherwise.',
        }),
      },
      description: 'The concept of a code or identifier; null when the release has none. `lookUp` says why.',
      resolve: (release, { code, kind }, context) => findConcept(context, release, code, kind ?? null),
    }),
    concepts: t.field({
      type: [Concept],
      nullable: { list: false, items: true },
      args: {
        codes: t.arg.stringList({
          required: true,
          description: 'Codes in any form, or identifiers; their number has a limit (`limits`).',
        }),
      },
      description:
        'The concepts of many codes: one for each code in its order, null for what the release has not.',
      resolve: (release, { codes }, context) => codes.map((code) => findConcept(context, release, code)),
    }),
    lookUp: t.field({
      type: LookUpResult,
      args: {
        code: t.arg.string({ required: true, description: 'The code in any form, or an identifier.' }),
        on: t.arg({
          type: 'Date',
          required: false,
          description:
            'The day on which it is to be used, where codes have dates of their own; without it the date that the release was asked for by, or its first day where it was asked for by version.',
        }),
      },
      description: 'Whether a code may be coded with in this release, and if not, why not and what to do.',
      resolve: (release, { code, on }, context) => lookUpCode(context, release, code, on ?? null),
    }),
    roots: t.field({
      type: ConceptConnection,
      args: pageArguments,
      description: 'The concepts without a parent, in tabular order: chapters, where the release has them.',
      resolve: (release, page, context) => readRoots(context, release, page),
    }),
    index: t.field({
      type: IndexEntryConnection,
      args: {
        kind: t.arg.string({
          required: false,
          description: 'Only this index, as `codeSystem { indexKinds }` lists them; all without it.',
        }),
        termPrefix: t.arg.string({
          required: false,
          description: 'Only main terms that begin with this text, in any case.',
        }),
        ...pageArguments,
      },
      description: "The main terms of the release's alphabetic indexes and tables, in the publisher's order.",
      resolve: (release, { kind, termPrefix, ...page }, context) =>
        readMainTerms(context, release, { kind: kind ?? null, prefix: termPrefix ?? '' }, page),
    }),
    subsumes: t.field({
      type: Subsumption,
      nullable: true,
      args: {
        codeA: t.arg.string({ required: true, description: 'The first code in any form, or an identifier.' }),
        codeB: t.arg.string({
          required: true,
          description: 'The second code in any form, or an identifier.',
        }),
      },
      description:
        "How the first code stands to the second, as FHIR's $subsumes; null when one is not in the release.",
      async resolve(release, { codeA, codeB }, context) {
        const [a, b] = await Promise.all([codeA, codeB].map((code) => findConcept(context, release, code)));
        return a && b ? compareSubsumption(a.row, b.row) : null;
      },
    }),
  }),
});
