// A long list, a piece at a time: no statement asks for more, and no answer keeps the process for long.

/** Members of one piece where nothing else is asked for. */
const usualSize = 1_000;

/** The pieces in order; none of an empty list. */
export function* inChunks<T>(values: readonly T[], size = usualSize): Generator<readonly T[]> {
  for (let start = 0; start < values.length; start += size) yield values.slice(start, start + size);
}
