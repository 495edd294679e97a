// What many ask at once is one statement; what one asks wrong is nobody else's error.
import type { Reader } from '@codeset/database/read';
import { expect, test } from 'vitest';
import { type SharedQuestion, sharedQuestions } from './shared-questions.ts';

/** A question that answers each key by itself when it is told to, and refuses a bad one. */
function byHand() {
  const asked: (readonly string[])[] = [];
  const open: (() => void)[] = [];
  const list: SharedQuestion<number, string, readonly string[]> = async (_reader, of, keys) => {
    asked.push(keys);
    await new Promise<void>((resolve) => open.push(resolve));
    if (keys.includes('bad')) throw Object.assign(new Error('bad key'), { code: '22021' });
    if (keys.includes('gone')) throw Object.assign(new Error('gone'), { code: '57P01' });
    return keys.map((key) => `${of} ${key}`);
  };
  const answerAll = async () => {
    for (let left = 20; left > 0; left--) {
      for (const answer of open.splice(0)) answer();
      await new Promise(setImmediate);
    }
  };
  return { asked, list, answerAll, ask: sharedQuestions({} as Reader) };
}

test('what is asked while a statement is under way goes into the next one, each key once', async () => {
  const { asked, list, answerAll, ask } = byHand();
  const all = [['a'], ['c', 'd'], ['d', 'e']].map((keys) => ask(list, 1, keys));
  expect(asked).toEqual([['a']]);
  await answerAll();
  expect(asked).toEqual([['a'], ['c', 'd', 'e']]);
  const together = ['1 c', '1 d', '1 e'];
  expect(await Promise.all(all)).toEqual([['1 a'], together, together]);
});

test('keys of different things are not put together', async () => {
  const { asked, list, answerAll, ask } = byHand();
  const all = [1, 2, 3, 4].map((of) => ask(list, of, ['a']));
  expect(asked).toHaveLength(4);
  await answerAll();
  expect((await Promise.all(all)).flat()).toEqual(['1 a', '2 a', '3 a', '4 a']);
});

test('where several fail together, each is asked alone, and one bad key is one error', async () => {
  const { asked, list, answerAll, ask } = byHand();
  const all = [['a'], ['bad'], ['c']].map((keys) => ask(list, 1, keys));
  const settled = Promise.allSettled(all);
  await answerAll();
  expect(asked).toEqual([['a'], ['bad', 'c'], ['bad'], ['c']]);
  expect((await settled).map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message))).toEqual(
    [['1 a'], 'bad key', ['1 c']],
  );
});

test('a database that is away is told to all, and not asked once for each', async () => {
  const { asked, list, answerAll, ask } = byHand();
  const all = [['a'], ['c'], ['gone']].map((keys) => ask(list, 1, keys));
  const settled = Promise.allSettled(all);
  await answerAll();
  expect(asked).toEqual([['a'], ['c', 'gone']]);
  expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
});

test('a statement is not made larger than so many keys', async () => {
  const { asked, list, answerAll, ask } = byHand();
  const many = (from: number) => Array.from({ length: 300 }, (_, i) => `${from + i}`);
  const all = [['a'], many(0), many(1_000), many(2_000)].map((keys) => ask(list, 1, keys));
  await answerAll();
  expect(asked.map(({ length }) => length)).toEqual([1, 300, 300, 300]);
  await Promise.all(all);
});

test('a statement that takes long is not waited for: what has gathered begins beside it, up to four', async () => {
  const { asked, list, answerAll, ask } = byHand();
  const all = ['a', 'b', 'c'].map((key) => ask(list, 1, [key]));
  await expect.poll(() => asked).toEqual([['a'], ['b', 'c']]);
  for (const key of ['d', 'e', 'f']) {
    all.push(ask(list, 1, [key]));
    if (key !== 'f') await expect.poll(() => asked.at(-1)).toEqual([key]);
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).toEqual([['a'], ['b', 'c'], ['d'], ['e']]);
  await answerAll();
  expect(asked.at(-1)).toEqual(['f']);
  await Promise.all(all);
});
