// How long work is waited for.
import { describe, expect, test } from 'vitest';
import { within } from './within-time.ts';

const late = (found: number) => new Error(`late after ${found}`);

/** Holds the event loop for so many milliseconds. */
function hold(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

describe('work within a time', () => {
  test('is what it comes to, or fails as it does', async () => {
    const now = performance.now();
    await expect(within(1_000, now, Promise.resolve(7), late)).resolves.toBe(7);
    await expect(within(1_000, now, Promise.reject(new Error('broken')), late)).rejects.toThrow('broken');
  });

  test('is late once the time is over, and never before, though the timer was set after a long turn', async () => {
    await new Promise((resolve) => setImmediate(resolve));
    hold(60);
    const begun = performance.now();
    const found = await within(100, begun, new Promise(() => {}), late).catch(
      (error: Error) => error.message,
    );
    expect(performance.now() - begun).toBeGreaterThanOrEqual(100);
    expect(Number(/\d+$/.exec(String(found))?.[0])).toBeGreaterThanOrEqual(100);
  });

  test('that began too long ago is late at once', async () => {
    const begun = performance.now() - 500;
    await expect(within(100, begun, new Promise(() => {}), late)).rejects.toThrow(/late after 5\d\d/);
  });
});
