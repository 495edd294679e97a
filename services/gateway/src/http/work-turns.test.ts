// Requests that come at once share the loop with everything else that has its turn in it.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { WorkTurns } from './work-turns.ts';

test('those of one turn begin at once for five milliseconds, the others in their order in the turns to come', async () => {
  let now = 0;
  let turn = 0;
  const turns = new WorkTurns(() => now);
  const begun: string[] = [];
  const request = async (name: string) => {
    const wait = turns.enter();
    if (wait !== null) await wait;
    begun.push(`${name} in turn ${turn}`);
    now += 2; // it works for so long
  };
  const all = Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(request));
  expect(begun).toEqual(['a in turn 0', 'b in turn 0', 'c in turn 0']);
  let done = false;
  void all.then(() => {
    done = true;
  });
  while (!done) {
    turn += 1;
    await nextTurn();
  }
  expect(begun.slice(3)).toEqual(['d in turn 1', 'e in turn 1', 'f in turn 1', 'g in turn 2', 'h in turn 2']);
});

test('where they have come to an end, the next one begins at once', async () => {
  let now = 0;
  const turns = new WorkTurns(() => now);
  expect(turns.enter()).toBe(null);
  now = 50;
  expect(turns.enter()).toBeInstanceOf(Promise);
  await nextTurn();
  await nextTurn();
  await nextTurn();
  now = 100;
  expect(turns.enter()).toBe(null);
});
