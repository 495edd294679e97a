// What is made once: by one of all who ask, again after a failure, and no longer than there is room for it.
import { expect, test } from 'vitest';
import { madeThings } from './made-once.ts';

function counting(bytes = 1) {
  let times = 0;
  const once = madeThings(10).of<number>('number', () => bytes);
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

test('kinds share the room, and not their names', async () => {
  const things = madeThings(10);
  const [small, large] = [things.of<string>('small', () => 4), things.of<string>('large', () => 8)];
  let times = 0;
  const make = (made: string) => async () => {
    times += 1;
    return made;
  };
  expect([await small('a', make('s')), await large('a', make('l')), times]).toEqual(['s', 'l', 2]);
  expect(things.figures).toMatchObject({ entries: 1, bytes: 8 });
  expect([await large('a', make('l')), await small('a', make('s')), times]).toEqual(['l', 's', 3]);
});
