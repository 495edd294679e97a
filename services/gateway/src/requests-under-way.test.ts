// Who is listed as under way.
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { requestsUnderWay } from './requests-under-way.ts';

const newResponse = () => new ServerResponse(new IncomingMessage(new Socket()));

test('what has begun and not ended is under way, and what was known of it comes back once', () => {
  const underWay = requestsUnderWay<string>();
  const [first, second, third] = [newResponse(), newResponse(), newResponse()];
  underWay.begin(first, 'first');
  underWay.begin(second, 'second');
  expect(underWay.end(first)).toBe('first');
  expect(underWay.end(first)).toBeUndefined();
  expect(underWay.responses()).toEqual([second]);
  underWay.begin(third, 'third');
  expect(underWay.responses()).toEqual([third, second]);
  expect([underWay.end(second), underWay.end(third)]).toEqual(['second', 'third']);
  expect(underWay.responses()).toEqual([]);
});
