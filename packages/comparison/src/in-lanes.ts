// Many pieces of work, a few at a time: while one waits for the database, another is at work.

/** Works on the values with so many at once; gives the results in the order of the values. */
export async function inLanes<T, U>(
  values: Iterable<T>,
  lanes: number,
  work: (value: T) => Promise<U>,
): Promise<U[]> {
  const results: U[] = [];
  const waiting = Array.from(values).entries();
  const lane = async () => {
    for (const [i, value] of waiting) results[i] = await work(value); // each takes the next that nobody took
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
