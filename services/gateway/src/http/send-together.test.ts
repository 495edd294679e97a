// What of answers goes out when.
import { setImmediate as turnEnds } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sendTogether } from './send-together.ts';

test('what is ready in one turn goes out at its end, in order', async () => {
  const sent: string[] = [];
  const send = sendTogether<string>((answer) => sent.push(answer));
  send('a');
  await Promise.resolve();
  send('b');
  expect(sent).toEqual([]);
  await turnEnds();
  expect(sent).toEqual(['a', 'b']);
  send('c');
  await turnEnds();
  expect(sent).toEqual(['a', 'b', 'c']);
});

test('in a long turn nothing waits for more than a millisecond', () => {
  let now = 10;
  const sent: string[] = [];
  const send = sendTogether<string>(
    (answer) => sent.push(answer),
    () => now,
  );
  send('a');
  now += 0.9;
  send('b');
  expect(sent).toEqual([]);
  now += 0.1;
  send('c');
  expect(sent).toEqual(['a', 'b', 'c']);
  now += 5;
  send('d');
  expect(sent).toEqual(['a', 'b', 'c']);
});

test('what becomes ready while others are sent is sent once', async () => {
  const sent: string[] = [];
  const send = sendTogether<string>((answer) => {
    sent.push(answer);
    if (answer === 'a') send('b');
  });
  send('a');
  await turnEnds();
  await turnEnds();
  expect(sent).toEqual(['a', 'b']);
});
