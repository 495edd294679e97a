// Makes the values of a GraphQL enum out of our own words and what they mean.

/** `selectableChanged` and `no-map` as GraphQL writes enum values: `SELECTABLE_CHANGED`, `NO_MAP`. */
function enumName(word: string): string {
  return word
    .replace(/[A-Z]/g, (letter) => `_${letter}`)
    .replaceAll('-', '_')
    .toUpperCase();
}

/** In the order of the meanings. */
export function enumValues<Word extends string>(
  meanings: Readonly<Record<Word, string>>,
): Record<string, { value: Word; description: string }> {
  const words = Object.keys(meanings) as Word[];
  return Object.fromEntries(words.map((value) => [enumName(value), { value, description: meanings[value] }]));
}
