// For tests: whether an answer tells what only the log may: a stack, a path, SQL, words of the database.

/** What only the inside of a program says. */
const insides: readonly RegExp[] = [
  /\n\s+at .+[(:]\d+/,
  /node_modules|node:internal|file:\/\//,
  /\.ts:\d+/,
  /\b(?:TypeError|RangeError|ReferenceError|PostgresError)\b/,
  /Cannot read propert|is not a function|is not iterable|Maximum call stack/,
  /syntax error at or near|invalid byte sequence|operator does not exist|violates|relation "|column "/,
  /\bcodeset\.[a-z_]+/,
  /"severity_local"|"routine"/,
];

/** The first such text in the answer, what the client itself has sent left out; null when there is none. */
export function unmaskedText(answer: string, sent: readonly string[]): string | null {
  const told = messagesOf(answer);
  const own = sent.reduce((text, part) => withoutPart(text, part), told);
  for (const inside of insides) {
    const [found] = inside.exec(own) ?? [];
    if (found !== undefined) return found;
  }
  return null;
}

/** What the answer says of errors; all of it where it is not an answer of GraphQL. */
function messagesOf(answer: string): string {
  try {
    const { errors } = JSON.parse(answer) as { errors?: readonly { message: string; extensions: unknown }[] };
    return (errors ?? [])
      .map(({ message, extensions }) => `${message} ${JSON.stringify(extensions)}`)
      .join('\n');
  } catch {
    return answer;
  }
}

/** Messages quote what was sent as it is or as JSON, in whole or its beginning. */
function withoutPart(text: string, part: string): string {
  const forms = [part, part.slice(0, 60), JSON.stringify(part).slice(1, -1)];
  return forms.filter((form) => form.length > 2).reduce((left, form) => left.replaceAll(form, ''), text);
}
