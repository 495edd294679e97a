// Statements go level by level, however fast each answer comes, and a failure does not hold the others up.
import type { Reader } from '@codeset/database/read';
import DataLoader from 'dataloader';
import { expect, test } from 'vitest';
import { requestLevels } from './request-levels.ts';

const later = <T>(milliseconds: number, value: T) =>
  new Promise<T>((resolve) => setTimeout(resolve, milliseconds, value));

/** Answers of two speeds, and the batches that were asked for. */
function twoSpeeds() {
  const batches: (readonly number[])[] = [];
  const questions = {
    listRoots: () => later(1, [1]),
    listChildren: () => later(30, [2]),
    countRoots: () => Promise.reject(new Error('refused')),
  };
  const levels = requestLevels(() => questions as unknown as Reader);
  const contents = new DataLoader(
    async (ids: readonly number[]) => {
      batches.push(ids);
      return ids;
    },
    { batchScheduleFn: levels.schedule },
  );
  return { levels, contents, batches };
}

test('what follows a fast and a slow answer is one batch', async () => {
  const { levels, contents, batches } = twoSpeeds();
  const fast = levels
    .next(() => levels.reader.listRoots(1, { after: null, limit: 1 }))
    .then(() => contents.load(1));
  const slow = levels.next(() => levels.reader.listChildren(1, [1])).then(() => contents.load(2));
  expect(await Promise.all([fast, slow])).toEqual([1, 2]);
  expect(batches).toEqual([[1, 2]]);
});

test('a statement that fails lets the others go on', async () => {
  const { levels, contents, batches } = twoSpeeds();
  const failing = levels.next(() => levels.reader.countRoots(1)).catch(() => contents.load(3));
  const slow = levels.next(() => levels.reader.listChildren(1, [1])).then(() => contents.load(4));
  expect(await Promise.all([failing, slow])).toEqual([3, 4]);
  expect(batches).toEqual([[3, 4]]);
});

test('loads without a statement under way are one batch as well', async () => {
  const { contents, batches } = twoSpeeds();
  const chained = contents.load(1).then(() => Promise.all([contents.load(2), contents.load(3)]));
  expect(await chained).toEqual([2, 3]);
  expect(batches).toEqual([[1], [2, 3]]);
});
