// How deep a JSON text nests, told from its signs, before anything is made of it.

/** Levels of nesting; 0 for a text without brackets. A text that is not JSON gets a number too. */
export function jsonDepth(text: string): number {
  let [deepest, open, quoted] = [0, 0, false];
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i];
    if (quoted) {
      if (sign === '\\') i += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '{' || sign === '[') {
      open += 1;
      deepest = Math.max(deepest, open);
    } else if (sign === '}' || sign === ']') open -= 1;
  }
  return deepest;
}
