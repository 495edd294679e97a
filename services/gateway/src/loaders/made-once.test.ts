// What is made once: by one of all who ask, again after a failure, and no longer than there is room for it.
import { expect, test } from 'vitest';
import { madeOnce } from './made-once.ts';

function counting(bytes = 1) {
  let times = 0;
  const once = madeOnce<number>({ entries: 10, bytes: 10 }, () => bytes);
  const make = async () => {
    times += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return times;
  };
  return { ask: (name: string) => once(name, make), once, times: () => times };
}

test('all who ask while it is made wait for the same, and find it afterwards', async () => {
  const { ask, times } = counting();
  expect(await Promise.all([ask('a'), ask('a'), ask('a')])).toEqual([1, 1, 1]);
  expect(await ask('a')).toBe(1);
  expect(await ask('b')).toBe(2);
  expect(times()).toBe(2);
});

test('a failure is told to all who wait, and the next one makes it anew', async () => {
  const { once, ask } = counting();
  const fail = () => Promise.reject(new Error('went away'));
  const asked = [once('a', fail), once('a', fail)];
  for (const one of asked) await expect(one).rejects.toThrow('went away');
  expect(await ask('a')).toBe(1);
});

test('what there is no room for is made each time', async () => {
  const { ask, times } = counting(11);
  await ask('a');
  await ask('a');
  expect(times()).toBe(2);
});
