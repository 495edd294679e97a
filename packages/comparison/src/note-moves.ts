// Notes that moved along the tree: gone from one concept, and come to one above or below it.
import type { ConceptRow } from '@codeset/database/read';
import type { NoteMove } from './release-diff.ts';

/** The notes that a concept lost and got. */
export interface NoteTraffic {
  readonly key: string;
  readonly from: ConceptRow | null;
  readonly to: ConceptRow | null;
  readonly left: readonly MovingNote[];
  readonly came: readonly MovingNote[];
}

export interface MovingNote {
  readonly kind: string;
  readonly text: string;
}

/** The moves that each concept has a part in, by its key; each note goes from one concept to one. */
export function findNoteMoves(traffic: readonly NoteTraffic[]): Map<string, NoteMove[]> {
  const arrivals = new Map<string, { concept: NoteTraffic; note: MovingNote; taken: boolean }[]>();
  for (const concept of traffic) {
    for (const note of concept.came) {
      const name = `${note.kind} ${note.text}`;
      const arrived = arrivals.get(name);
      if (arrived) arrived.push({ concept, note, taken: false });
      else arrivals.set(name, [{ concept, note, taken: false }]);
    }
  }
  const moves = new Map<string, NoteMove[]>();
  const add = (key: string, move: NoteMove) => moves.set(key, [...(moves.get(key) ?? []), move]);
  for (const source of traffic) {
    for (const { kind, text } of source.left) {
      for (const arrival of arrivals.get(`${kind} ${text}`) ?? []) {
        const direction = arrival.taken ? null : directionOf(source, arrival.concept);
        if (!direction) continue;
        arrival.taken = true;
        add(source.key, { kind, text, direction, left: true, otherKey: arrival.concept.key });
        add(arrival.concept.key, { kind, text, direction, left: false, otherKey: source.key });
        break;
      }
    }
  }
  return moves;
}

/** Asked of the second release's tree where both stand in it, else of the first's; null where neither is above. */
function directionOf(source: NoteTraffic, target: NoteTraffic): NoteMove['direction'] | null {
  const [x, y] =
    source.to && target.to
      ? [source.to, target.to]
      : source.from && target.from
        ? [source.from, target.from]
        : [null, null];
  if (!x || !y) return null;
  if (y.position < x.position && x.position <= y.subtreeEnd) return 'movedUp';
  if (x.position < y.position && y.position <= x.subtreeEnd) return 'movedDown';
  return null;
}
