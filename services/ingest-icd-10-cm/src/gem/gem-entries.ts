// What the lines of one source code owe each other: they stand together, none twice, and one without a map alone.
import { type GemDirection, noDx } from './gem-direction.ts';
import type { ColumnProblem, GemCombination } from './gem-flags.ts';

/** What of a line is compared. */
interface EntryLine {
  readonly line: number;
  readonly source: string;
  /** Null for a line without a map. */
  readonly target: string | null;
  readonly combination: GemCombination | null;
}

/** Gives the function that takes a file's lines in order and says what is wrong with each among those before it. */
export function startEntries({ layout, source }: GemDirection): (line: EntryLine) => ColumnProblem | null {
  /** The last line of each source that was met. */
  const lastLineOf = new Map<string, number>();
  let current: string | null = null;
  /** Of the current source, the line that said it. */
  const lineSaying = new Map<string, number>();
  const wrong = (field: 'source' | 'target', found: string, expected: string): ColumnProblem => {
    const { from, to } = layout[field];
    return { columns: [from, to ?? from], found, expected };
  };

  return (line) => {
    const code = source.dotted(line.source);
    const last = lastLineOf.get(line.source);
    lastLineOf.set(line.source, line.line);
    if (line.source !== current) {
      current = line.source;
      lineSaying.clear();
      if (last !== undefined)
        return wrong('source', line.source, `all lines of ${code} together, after line ${last}`);
    }
    const earlier = lineSaying.get(saying(line));
    if (earlier !== undefined)
      return wrong('target', line.target ?? noDx, `another target than that of ${code} on line ${earlier}`);
    const alone = lineSaying.get(noDx) ?? (line.target === null ? [...lineSaying.values()][0] : undefined);
    lineSaying.set(saying(line), line.line);
    if (alone === undefined) return null;
    return wrong(
      'source',
      line.source,
      `one line only, because ${code} is without a map; line ${alone} is another`,
    );
  };
}

function saying({ target, combination }: EntryLine): string {
  if (target === null) return noDx;
  return combination === null ? target : `${target} ${combination.scenario} ${combination.choiceList}`;
}
