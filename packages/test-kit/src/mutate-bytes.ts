// A published file, damaged as transfers and editors damage files; the same random numbers give the same damage.

/** A number from 0 up to, but not including, 1. */
export type Random = () => number;

export interface Mutant {
  readonly bytes: Buffer;
  /** What was done to it, in a few words. */
  readonly what: string;
}

type Mutation = (bytes: Buffer, random: Random) => Mutant;

const mutations: readonly Mutation[] = [
  flipBits,
  cutEnd,
  cutMiddle,
  swapLines,
  doubleLine,
  doubleField,
  doublePiece,
];

/** One copy with one kind of damage, chosen at random; an empty file stays as it is. */
export function mutateBytes(bytes: Buffer, random: Random): Mutant {
  const mutation = mutations[below(random, mutations.length)];
  if (!mutation || bytes.length === 0) return { bytes, what: 'nothing' };
  return mutation(bytes, random);
}

function flipBits(bytes: Buffer, random: Random): Mutant {
  const copy = Buffer.from(bytes);
  const flips = 1 + below(random, 8);
  const places = Array.from({ length: flips }, () => below(random, copy.length));
  for (const place of places) copy[place] = (copy[place] ?? 0) ^ (1 << below(random, 8));
  return { bytes: copy, what: `bits flipped at ${places.join(', ')}` };
}

function cutEnd(bytes: Buffer, random: Random): Mutant {
  const length = below(random, bytes.length);
  return { bytes: bytes.subarray(0, length), what: `cut off at ${length}` };
}

function cutMiddle(bytes: Buffer, random: Random): Mutant {
  const [from, to] = piece(bytes.length, random);
  return { bytes: joined(bytes.subarray(0, from), bytes.subarray(to)), what: `${from} to ${to} cut out` };
}

function swapLines(bytes: Buffer, random: Random): Mutant {
  const lines = linesOf(bytes);
  const [a, b] = [below(random, lines.length), below(random, lines.length)];
  const [first, second] = [lines[a], lines[b]];
  if (first && second) [lines[a], lines[b]] = [second, first];
  return { bytes: joined(...lines), what: `lines ${a + 1} and ${b + 1} swapped` };
}

function doubleLine(bytes: Buffer, random: Random): Mutant {
  const lines = linesOf(bytes);
  const at = below(random, lines.length);
  const line = lines[at];
  if (line) lines.splice(below(random, lines.length), 0, line);
  return { bytes: joined(...lines), what: `line ${at + 1} doubled` };
}

function doubleField(bytes: Buffer, random: Random): Mutant {
  const lines = linesOf(bytes);
  const at = below(random, lines.length);
  const fields = (lines[at]?.toString('latin1') ?? '').split(/(?<=\t| {2}(?! )|<|>)/);
  const field = below(random, fields.length);
  fields.splice(field, 0, fields[field] ?? '');
  lines[at] = Buffer.from(fields.join(''), 'latin1');
  return { bytes: joined(...lines), what: `field ${field + 1} of line ${at + 1} doubled` };
}

function doublePiece(bytes: Buffer, random: Random): Mutant {
  const [from, to] = piece(bytes.length, random);
  return {
    bytes: joined(bytes.subarray(0, to), bytes.subarray(from)),
    what: `${from} to ${to} doubled`,
  };
}

/** Two places at most 4,000 bytes apart, so that a copy never grows beyond reason. */
function piece(length: number, random: Random): readonly [number, number] {
  const from = below(random, length);
  return [from, Math.min(length, from + 1 + below(random, 4_000))];
}

/** The lines with their ends. */
function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    const next = end === -1 ? bytes.length : end + 1;
    lines.push(bytes.subarray(start, next));
    start = next;
  }
  return lines;
}

function joined(...parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat(parts);
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}
