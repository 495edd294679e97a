// Tells what is asked again from what is asked once: keeping the answers to that would only drive others out.

/** Texts that are remembered at most; a later one may take the place of an earlier one before. */
const places = 65_536;

/** Whether the text was asked lately; it is remembered. Two texts are taken for one about once in four thousand million. */
export type AskedLately = (text: string) => boolean;

/** None yet. A quarter of a megabyte, whatever is asked: nothing of the texts themselves is kept. */
export function askedLately(): AskedLately {
  const remembered = new Int32Array(places);
  return (text) => {
    const mark = markOf(text);
    const place = mark & (places - 1);
    if (remembered[place] === mark) return true;
    remembered[place] = mark;
    return false;
  };
}

/** FNV-1a over the characters' codes, never 0: that is an empty place. */
function markOf(text: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  return mark === 0 ? 1 : mark | 0;
}
