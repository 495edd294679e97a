// What the step from one held release to the next tells of lineage: entities recoded, codes subdivided.
import type { AnnouncementRow, PublishedRelease } from '@codeset/database/read';
import { type AnnouncedChange, lookUpForm } from '@codeset/terminology';
import type { EdgeDraft } from './edge-drafts.ts';
import type { Evidence } from './lineage.ts';
import type { Change, ReleaseDiff } from './release-diff.ts';

/** One step, with what the publisher announced for it. */
export interface LineageStep {
  readonly diff: ReleaseDiff;
  readonly announcements: readonly AnnouncementRow[];
}

const structureScores = { header: 0.95, placeholder: 0.9 } as const;

/** Edges that identity and structure give: what took the place of a code, and what a header took back. */
export function stepEdges({ diff, announcements }: LineageStep): EdgeDraft[] {
  const byKey = new Map(diff.changes.map((change) => [change.key, change]));
  const announced = announcements.map((announcement) => announcedCodes(announcement));
  const taken = diff.changes.flatMap((change): EdgeDraft[] => {
    const from = change.from?.code;
    if (!from) return [];
    const place = {
      source: { from, to: null, below: false },
      sourceWith: [],
      before: diff.from,
      after: diff.to,
    };
    const stays = change.after?.selectable === true;
    const drafts: EdgeDraft[] = change.heirs.flatMap((heir) => {
      const target = byKey.get(heir)?.to?.code;
      if (!target) return [];
      const evidence = [
        ...announcementEvidence(from, target, announced, diff.to),
        structureEvidence(change, target),
      ];
      return [{ ...place, target, stays, evidence }];
    });
    if (change.kinds.includes('recoded') && change.to?.code) {
      const { codeSystem, version } = diff.to;
      const statement = `The entity ${change.key} has the code ${from} in ${diff.from.version}, ${change.to.code} in ${version}.`;
      const publication = { id: codeSystem, version };
      const evidence: Evidence = {
        source: 'entity',
        score: null,
        statement,
        publication,
        place: null,
        effectiveFrom: diff.to.effectiveFrom,
      };
      drafts.push({ ...place, target: change.to.code, stays: false, evidence: [evidence] });
    }
    return drafts;
  });
  return [...taken, ...takenBack(diff)];
}

/** A header that may be coded with now stands for the codes that were below it and are gone. */
function takenBack(diff: ReleaseDiff): EdgeDraft[] {
  const gone = diff.changes.filter(({ before, to }) => before?.selectable === true && to === null);
  return diff.changes.flatMap(({ from, to, before, after }): EdgeDraft[] => {
    const code = to?.code;
    if (!from || !code || before?.selectable === true || after?.selectable !== true) return [];
    const below = gone.filter(
      (one) => one.from && one.from.position > from.position && one.from.position <= from.subtreeEnd,
    );
    return below.map((one) => ({
      source: { from: one.from?.code ?? '', to: null, below: false },
      sourceWith: [],
      target: code,
      before: diff.from,
      after: diff.to,
      stays: false,
      evidence: [
        {
          source: 'structure',
          score: structureScores.header,
          statement: `${code} was a header over ${one.from?.code ?? ''} and may be coded with itself now.`,
          publication: null,
          place: null,
          effectiveFrom: null,
        },
      ],
    }));
  });
}

function structureEvidence(change: Change, target: string): Evidence {
  const header = change.to !== null;
  const code = change.from?.code ?? '';
  const statement = header
    ? `${code} became a header over ${target}.`
    : `${target} has characters in the places of the placeholder of ${code}.`;
  const score = header ? structureScores.header : structureScores.placeholder;
  return { source: 'structure', score, statement, publication: null, place: null, effectiveFrom: null };
}

interface AnnouncedCodes {
  readonly row: AnnouncementRow;
  readonly deleted: ReadonlyMap<string, AnnouncedChange>;
  readonly added: ReadonlyMap<string, AnnouncedChange>;
}

function announcedCodes(row: AnnouncementRow): AnnouncedCodes {
  const of = (action: AnnouncedChange['action']) =>
    new Map(
      row.changes
        .filter((change) => change.action === action && change.selectable)
        .map((change) => [lookUpForm(change.code), change]),
    );
  return { row, deleted: of('delete'), added: of('add') };
}

/** An announcement that deletes the one as a code and adds the other bears the edge out. */
function announcementEvidence(
  from: string,
  target: string,
  announced: readonly AnnouncedCodes[],
  { codeSystem, version }: PublishedRelease,
): Evidence[] {
  return announced.flatMap(({ row, deleted, added }): Evidence[] => {
    const [left, came] = [deleted.get(lookUpForm(from)), added.get(lookUpForm(target))];
    if (!left || !came) return [];
    const statement = `${from} is deleted and ${target} added as codes.`;
    const place = `${row.file}, lines ${left.line} and ${came.line}`;
    return [
      {
        source: 'addenda',
        score: null,
        statement,
        publication: { id: codeSystem, version },
        place,
        effectiveFrom: null,
      },
    ];
  });
}
