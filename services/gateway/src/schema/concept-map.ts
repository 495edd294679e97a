// The GraphQL types ConceptMap and ConceptMapRelease: maps between code systems, with releases of their own.
import { pinMap } from '@codeset/crosswalk';
import type { PublishedMap } from '@codeset/database/read';
import { type Connection, type PageArguments, readPage } from '../connection.ts';
import type { GatewayContext } from '../context.ts';
import { listCounts } from '../answers/release-texts.ts';
import { listSizeKey } from '../limits/list-size.ts';
import type { ReleaseMapping } from '../pinned-map.ts';
import { MappingConnection } from './connections.ts';
import { pageArguments } from './page-arguments.ts';
import { ConceptMap, ConceptMapRelease, Count, Finding, SourceFile, Term } from './refs.ts';
import { Severity } from './release-words.ts';

ConceptMap.implement({
  description:
    'A published set of mappings from the codes of one code system to those of another, such as a general equivalence mapping. It has releases of its own.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Short id used in queries, `gem-icd-9-cm-icd-10-cm`.' }),
    title: t.exposeString('title', { description: "The publisher's title." }),
    publisher: t.exposeString('publisher', { description: 'Who publishes it.' }),
    licence: t.exposeString('licence', { description: "The publisher's terms, in one sentence." }),
    attribution: t.exposeString('attribution', {
      nullable: true,
      description:
        'What must be shown wherever the data are served; null when nothing must. Answers repeat it under `extensions.conceptMaps`.',
    }),
    purpose: t.exposeString('purpose', { description: 'What it is for and how it may be read.' }),
    sourceCodeSystem: t.exposeString('sourceCodeSystem', {
      description: 'Id of the code system that it leads from; it need not be held.',
    }),
    targetCodeSystem: t.exposeString('targetCodeSystem', {
      description:
        'Id of the code system that it leads to; the same one where it leads from release to release.',
    }),
    versionForm: t.exposeString('versionForm', {
      description: 'How versions of it are written, in one sentence with an example.',
    }),
    properties: t.field({
      type: [Term],
      extensions: { [listSizeKey]: 5 },
      description: 'What the properties of its mappings mean.',
      resolve: (map) => map.properties,
    }),
    releases: t.field({
      type: [ConceptMapRelease],
      extensions: { [listSizeKey]: 10 },
      description: 'All published releases, in the order of their effective dates.',
      resolve: async ({ id }, _args, { maps }) =>
        (await maps.published()).filter(({ conceptMap }) => conceptMap === id),
    }),
    release: t.field({
      type: ConceptMapRelease,
      args: { version: t.arg.string({ required: true, description: 'Its version, `2018`.' }) },
      description:
        'The published release of that version; an error when it is not there (`RELEASE_UNKNOWN`).',
      resolve: async ({ id }, { version }, { maps }) => pinMap(await maps.published(), id, version),
    }),
  }),
});

ConceptMapRelease.implement({
  description: 'One published edition of a concept map. A published release never changes.',
  fields: (t) => ({
    map: t.field({
      type: ConceptMap,
      description: 'The map it is a release of.',
      resolve: ({ definition }) => definition,
    }),
    version: t.string({ description: "The release's label, `2018`.", resolve: ({ version }) => version }),
    sample: t.boolean({
      description: 'True for a made-up sample release that only shows what there is.',
      resolve: ({ sample }) => sample,
    }),
    effectiveFrom: t.field({
      type: 'Date',
      description: 'First day on which it is to be used.',
      resolve: ({ effectiveFrom }) => effectiveFrom,
    }),
    sourceVersion: t.string({
      nullable: true,
      description:
        'Version of the code system that it leads from; null where its publisher does not say which release it speaks of.',
      resolve: ({ sourceVersion }) => sourceVersion,
    }),
    targetVersion: t.string({
      nullable: true,
      description: 'Version of the code system that it leads to, likewise.',
      resolve: ({ targetVersion }) => targetVersion,
    }),
    digest: t.string({
      description:
        'The sha256, in hex, of its mappings and of what it says of concepts: two databases that hold the same release have the same digest.',
      resolve: ({ digest }) => digest,
    }),
    counts: t.field({
      type: [Count],
      extensions: { [listSizeKey]: 12 },
      description: 'Numbers of what it holds: mappings, distinct codes of either side, relationships.',
      resolve: ({ counts }) => listCounts(counts),
    }),
    loadedAt: t.field({
      type: 'DateTime',
      description: 'When it was loaded into this database; says nothing of when it is in force.',
      resolve: ({ loadedAt }) => loadedAt,
    }),
    publishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was last published in this database.',
      resolve: ({ publishedAt }) => publishedAt,
    }),
    sourceFiles: t.field({
      type: [SourceFile],
      extensions: { [listSizeKey]: 5 },
      description:
        'The files it was loaded from, used and ignored ones, in the order in which they were given.',
      resolve: ({ id }, _args, { loaders }) => loaders.sourceFiles.load(id),
    }),
    findings: t.field({
      type: [Finding],
      args: {
        severity: t.arg({ type: Severity, required: false, description: 'Only these; all without it.' }),
      },
      extensions: { [listSizeKey]: 100 },
      description: 'What the checks said of it when it was loaded.',
      async resolve({ id }, { severity }, { loaders }) {
        const findings = await loaders.findings.load(id);
        return severity ? findings.filter((finding) => finding.severity === severity) : findings;
      },
    }),
    mappings: t.field({
      type: MappingConnection,
      args: pageArguments,
      description: "All its mappings, in the publisher's order: what its files say, row by row.",
      resolve: (map, page, context) => readMappings(context, map, page),
    }),
  }),
});

async function readMappings(
  { loaders }: GatewayContext,
  map: PublishedMap,
  page: PageArguments,
): Promise<Connection<ReleaseMapping>> {
  const list = {
    scope: [map.digest, 'mappings'],
    read: async (after: number | null, limit: number) =>
      (await loaders.ofMap(map).page({ after, limit })).map((row) => ({ map, row, reverse: false })),
    countAll: async () => map.counts['mappings'] ?? 0,
  };
  return await readPage(list, page);
}
