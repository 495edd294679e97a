// Texts before and after in Markdown: what is marked, and that marks stand where Markdown sees them.
import { describe, expect, test } from 'vitest';
import { oneLine } from './markdown-text.ts';
import { markedWords } from './marked-words.ts';
import { hostileTexts } from './record-under-test.ts';

describe('marked words', () => {
  test.each([
    ['Otitis media', 'Otitis externa', 'Otitis ~~media~~ **externa**'],
    ['Monkeypox', 'Mpox', '~~Monkeypox~~ **Mpox**'],
    ['Metabolic syndrome', 'Metabolic syndrome and other', 'Metabolic syndrome **and other**'],
    ['bilateral eye', 'bilateral', 'bilateral ~~eye~~'],
    [
      'encephalitis not classified',
      'encephalitis, not classified',
      '~~encephalitis~~ **encephalitis,** not classified',
    ],
    ['a one b two c', 'a 1 b 2 c', 'a ~~one~~ **1** b ~~two~~ **2** c'],
    ['all of it', 'something else', '~~all of it~~ **something else**'],
    [
      'Ehrlichiosis [E. chafeensis]',
      'Ehrlichiosis [E. chaffeensis]',
      'Ehrlichiosis \\[E. ~~chafeensis~~ **chaffeensis**\\]',
    ],
    ['acidemia, unspecified', 'acidemia in newborn, unspecified', 'acidemia **in newborn**, unspecified'],
    ['one, two.', '1, 2.', '~~one, two~~ **1, 2**.'],
    ['a (b, c)', 'a (d)', 'a ~~(b, c~~ **(d**)'],
    ['a  b', 'a b', 'a b (spacing only)'],
    ['5 * 3', '5 * 4', '5 \\* ~~3~~ **4**'],
    [null, 'new', '**new**'],
    ['old', null, '~~old~~'],
  ])('%j → %j', (before, after, marked) => {
    expect(markedWords(before, after)).toBe(marked);
  });

  test('hold both texts: without ~~ ~~ the one after, without ** ** the one before', () => {
    for (const before of hostileTexts) {
      for (const after of hostileTexts) {
        const read = readMarks(markedWords(before, after).replace(/ \(spacing only\)$/, ''));
        expect(read).toEqual({ before: bare(before), after: bare(after), rest: '' });
      }
    }
  });
});

/** Blanks between marks belong to neither text. */
const bare = (text: string) => oneLine(text).replace(/\s/g, '');

/** Both texts, and what is no text with or without marks; a mark has no blank at its ends. */
function readMarks(marked: string) {
  const run = /~~(?! )((?:\\.|[^~\\])+?)(?<! )~~|\*\*(?! )((?:\\.|[^*\\])+?)(?<! )\*\*|((?:\\.|[^~*\\])+)/gu;
  const runs = [...marked.matchAll(run)];
  const text = (parts: readonly (string | undefined)[]) =>
    bare(parts.map((part) => (part ?? '').replace(/\\(.)/g, '$1')).join(''));
  return {
    before: text(runs.map(([, removed, , same]) => removed ?? same)),
    after: text(runs.map(([, , added, same]) => added ?? same)),
    rest: marked.replace(run, ''),
  };
}
