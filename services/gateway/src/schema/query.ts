// The GraphQL type Query: where every question begins.
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { compareVersions } from '../answers/compare.ts';
import { carryList } from '../answers/lineage.ts';
import { CarriedList, CodeSystem, Limits, Release, ReleaseDiff } from './refs.ts';

builder.queryType({
  description:
    'Questions about medical code systems. Everything about codes is reached through a release, chosen once: `release(codeSystem: "icd-10-cm", version: "2026") { concept(code: "E11.9") { display } }`. Null always means that something is not there, never that it failed.',
  fields: (t) => ({
    codeSystems: t.field({
      type: [CodeSystem],
      extensions: { [listSizeKey]: 5 },
      description: 'The code systems that are held, by id.',
      resolve: (_root, _args, { releases }) => {
        releases.dependOnMore();
        return releases.codeSystems();
      },
    }),
    codeSystem: t.field({
      type: CodeSystem,
      nullable: true,
      args: { id: t.arg.string({ required: true, description: 'Its id, `icd-10-cm`.' }) },
      description: 'The code system of that id; null when it is not held.',
      resolve: (_root, { id }, { releases }) => {
        releases.dependOnMore();
        return releases.findCodeSystem(id);
      },
    }),
    release: t.field({
      type: Release,
      args: {
        codeSystem: t.arg.string({ required: true, description: 'Id of the code system, `icd-10-cm`.' }),
        version: t.arg.string({
          required: false,
          description: 'The version of the release, `2026`; the only way to a draft.',
        }),
        on: t.arg({
          type: 'Date',
          required: false,
          description: 'The date on which the release is to be in force, `2026-04-15`.',
        }),
      },
      description:
        'A published release, by version or by date but not by both; with neither the one in force today. An error when it is not there (`CODE_SYSTEM_UNKNOWN`, `RELEASE_UNKNOWN`), saying which there are.',
      resolve: (_root, { codeSystem, version, on }, { releases }) =>
        releases.pin({ codeSystem, version: version ?? null, on: on ?? null }),
    }),
    compare: t.field({
      type: ReleaseDiff,
      args: {
        codeSystem: t.arg.string({ required: true, description: 'Id of the code system, `icd-10-cm`.' }),
        from: t.arg.string({ required: true, description: 'The version of the first release, `2025`.' }),
        to: t.arg.string({ required: true, description: 'The version of the second release, `2026`.' }),
      },
      description:
        'What changed between two published releases of a code system, in the direction that is asked for. An error when one is not there.',
      resolve: (_root, { codeSystem, from, to }, context) =>
        compareVersions(context, codeSystem, { from, to }),
    }),
    carryForward: t.field({
      type: CarriedList,
      args: {
        codeSystem: t.arg.string({ required: true, description: 'Id of the code system, `icd-10-cm`.' }),
        from: t.arg.string({
          required: true,
          description: 'The version of the release that the codes are of.',
        }),
        to: t.arg.string({ required: true, description: 'The version of a later release.' }),
        codes: t.arg.stringList({
          required: true,
          description:
            'Codes in any form; their number has a limit (`limits`), files have none on the command line.',
        }),
        counts: t.arg.intList({
          required: false,
          description: 'How often each code was used, in the order of `codes`.',
        }),
      },
      description:
        'A list of codes carried to a later release: what became of each, with the evidence, what a person must decide, and the new list.',
      resolve: (_root, { counts, ...asked }, context) =>
        carryList(context, { ...asked, counts: counts ?? null }),
    }),
    limits: t.field({
      type: Limits,
      description: 'What one request may cost here.',
      resolve: (_root, _args, { limits, releases }) => {
        releases.dependOnMore();
        return limits;
      },
    }),
  }),
});
