// Notes that take 7th characters away again.
import { describe, expect, it } from 'vitest';
import { isExcepted, readException } from './seventh-character-exceptions.ts';

const published =
  '7th characters D and S do not apply to codes in category S06 with 6th character 7 - death due to brain injury ' +
  'prior to regaining consciousness, or 8 - death due to other cause prior to regaining consciousness.';

describe('readException', () => {
  it('reads the note of S06 as published', () => {
    expect(readException(published)).toEqual({
      characters: ['D', 'S'],
      prefix: 'S06',
      position: 6,
      values: ['7', '8'],
    });
  });

  it.each([
    [
      '7th character S does not apply to codes in subcategory S06.1 with 6th character 7.',
      ['S'],
      'S061',
      6,
      ['7'],
    ],
    [
      '7th characters B, C and D do not apply to codes in category T20 with 5th character 1 or 2.',
      ['B', 'C', 'D'],
      'T20',
      5,
      ['1', '2'],
    ],
    [
      '7th characters D and S do not apply to codes in category S06.- with 4th characters A, B and C',
      ['D', 'S'],
      'S06',
      4,
      ['A', 'B', 'C'],
    ],
  ])('reads %s', (note, characters, prefix, position, values) => {
    expect(readException(note)).toEqual({ characters, prefix, position, values });
  });

  it('leaves other notes alone', () => {
    expect(
      readException('The appropriate 7th character is to be added to each code from category S06'),
    ).toBeNull();
  });

  it('takes the characters from the codes that it names and from no others', () => {
    const exceptions = [readException(published)].flatMap((exception) => exception ?? []);
    expect(isExcepted('S061X7', 'D', exceptions)).toBe(true);
    expect(isExcepted('S061X8', 'S', exceptions)).toBe(true);
    expect(isExcepted('S061X7', 'A', exceptions)).toBe(false);
    expect(isExcepted('S061X6', 'D', exceptions)).toBe(false);
    expect(isExcepted('S071X7', 'D', exceptions)).toBe(false);
  });
});
