// How old a value that may change can be, and what is read when.
import { expect, test } from 'vitest';
import { freshValue } from './fresh-value.ts';

/** A value whose readings are answered by hand, and a clock that stands until it is set. */
function byHand(maxAgeMs: number) {
  const clock = { now: 0 };
  const asked: ((text: string) => void)[] = [];
  const failed: ((error: Error) => void)[] = [];
  const read = () =>
    new Promise<string>((resolve, reject) => {
      asked.push(resolve);
      failed.push(reject);
    });
  const value = freshValue({ read, describe: (text: string) => text, maxAgeMs, now: () => clock.now });
  return { clock, asked, failed, value };
}

test('nothing is read before the first question, and then once for all who ask', async () => {
  const { clock, asked, value } = byHand(1_000);
  clock.now = 1;
  const both = [value.current(), value.current()];
  expect(asked).toHaveLength(1);
  asked[0]?.('a');
  expect(await Promise.all(both)).toEqual([
    { value: 'a', generation: 1 },
    { value: 'a', generation: 1 },
  ]);
});

test('it is answered at once while it is young, from half its age on read anew, and waited for beyond it', async () => {
  const { clock, asked, value } = byHand(1_000);
  clock.now = 1;
  const first = value.current();
  asked[0]?.('a');
  await first;
  clock.now = 400;
  expect([value.current(), asked.length]).toEqual([{ value: 'a', generation: 1 }, 1]);
  clock.now = 600;
  expect([value.current(), asked.length]).toEqual([{ value: 'a', generation: 1 }, 2]);
  clock.now = 1_100; // the answer to what was asked at 600 is waited for: it is young enough
  const waiting = value.current();
  expect([waiting instanceof Promise, asked.length]).toEqual([true, 2]);
  asked[1]?.('b');
  expect(await waiting).toEqual({ value: 'b', generation: 2 });
});

test('it is known at once, or it is not: that reads nothing but what is half as old as it may be', async () => {
  const { clock, asked, value } = byHand(1_000);
  clock.now = 1;
  expect([value.known(), asked.length]).toEqual([null, 0]);
  const first = value.current();
  expect(value.known()).toBe(null);
  asked[0]?.('a');
  await first;
  expect([value.known(), asked.length]).toEqual([{ value: 'a', generation: 1 }, 1]);
  clock.now = 600;
  expect([value.known(), asked.length]).toEqual([{ value: 'a', generation: 1 }, 2]);
  value.expire();
  expect([value.known(), asked.length]).toEqual([null, 2]);
});

test('the same value keeps its generation', async () => {
  const { clock, asked, value } = byHand(10);
  for (const at of [1, 20, 40]) {
    clock.now = at;
    const answer = value.current();
    asked.at(-1)?.('a');
    expect(await answer).toEqual({ value: 'a', generation: 1 });
  }
  expect(asked).toHaveLength(3);
});

test('after it may have changed, no question is answered by what was asked for before', async () => {
  const { clock, asked, value } = byHand(1_000);
  clock.now = 1;
  const before = value.current();
  clock.now = 2;
  value.expire();
  clock.now = 3;
  const after = value.current();
  expect(asked).toHaveLength(2);
  asked[1]?.('new');
  expect(await after).toEqual({ value: 'new', generation: 1 });
  asked[0]?.('old'); // came later than the newer one: it is not kept, and who asked first gets the newer, too
  expect(await before).toEqual({ value: 'new', generation: 1 });
  expect(value.current()).toEqual({ value: 'new', generation: 1 });
});

test('an age of 0 asks each time', async () => {
  const { asked, value } = byHand(0);
  void value.current();
  void value.current();
  expect(asked).toHaveLength(2);
});

test('a failure is told to who waited, and the next question asks again', async () => {
  const { clock, asked, failed, value } = byHand(1_000);
  clock.now = 1;
  const first = value.current();
  failed[0]?.(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  const second = value.current();
  asked[1]?.('a');
  expect(await second).toEqual({ value: 'a', generation: 1 });
});

test('a failure behind the scenes leaves the value until it is too old', async () => {
  const { clock, asked, failed, value } = byHand(1_000);
  clock.now = 1;
  const first = value.current();
  asked[0]?.('a');
  await first;
  clock.now = 700;
  value.current();
  failed[1]?.(new Error('gone'));
  await new Promise(setImmediate);
  expect(value.current()).toEqual({ value: 'a', generation: 1 });
  clock.now = 1_200;
  const late = value.current();
  failed.at(-1)?.(new Error('still gone'));
  await expect(late).rejects.toThrow('still gone');
});
