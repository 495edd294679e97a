// The questions of the bench, over the codes of a release.

/** One kind of question, with many different ones of it. */
export interface Question {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly lines: readonly string[];
  /** Releases that must be held for it. */
  readonly needs: number;
}

/** What the release to ask about holds. */
export interface Asked {
  readonly version: string;
  /** A version to compare it with. */
  readonly other: string;
  /** In an order that has nothing to do with the tabular one. */
  readonly codes: readonly string[];
  readonly headers: readonly string[];
  readonly terms: readonly string[];
}

const concept = (selection: string) =>
  `query ($version: String!, $code: String!) { release(codeSystem: "icd-10-cm", version: $version) { concept(code: $code) { ${selection} } } }`;

/** The question that floors and peers are asked, too. */
const oneCode = concept('code display selectable parent { code display }');

/** The body of a POST that asks for one code; with variables that the query does not use. */
export function codeQuestion(version: string, code: string, unused: object = {}): string {
  return JSON.stringify({ query: oneCode, variables: { version, code, ...unused } });
}

/** The body of a POST that searches. */
export function searchQuestion(version: string, text: string): string {
  const query =
    'query ($version: String!, $text: String!) { release(codeSystem: "icd-10-cm", version: $version) { search(text: $text, first: 10) { totalCount nodes { concept { code display } matched text } } } }';
  return JSON.stringify({ query, variables: { version, text } });
}

/** So many codes are asked for again and again where the question is warm. */
const warmCodes = 2_000;

export function questionsOver({ version, other, codes, headers, terms }: Asked): readonly Question[] {
  const warm = codes.slice(0, warmCodes);
  const post = (query: string, variables: readonly object[]) =>
    variables.map((some) => JSON.stringify({ query, variables: { version, ...some } }));
  const fifty = Array.from({ length: 200 }, (_, i) => ({ codes: codes.slice(i * 10, i * 10 + 50) }));
  const pinned = warm.slice(0, 200).map((code) => {
    const variables = JSON.stringify({ version, code });
    return `/graphql?${new URLSearchParams({ query: oneCode, variables })}`;
  });
  return [
    {
      name: 'one code, cold',
      method: 'POST',
      lines: codes.map((code) => codeQuestion(version, code)),
      needs: 1,
    },
    {
      name: 'one code, warm',
      method: 'POST',
      lines: warm.map((code) => codeQuestion(version, code)),
      needs: 1,
    },
    {
      // A kept answer is sent without running the query: a variable that is not used makes each another request.
      name: 'one code, warm, its answer not kept',
      method: 'POST',
      lines: Array.from({ length: 30 * warmCodes }, (_, nth) =>
        codeQuestion(version, warm[nth % warmCodes] ?? '', { nth }),
      ),
      needs: 1,
    },
    { name: 'one code, a pinned GET again', method: 'GET', lines: pinned, needs: 1 },
    {
      name: '50 codes',
      method: 'POST',
      lines: post(
        'query ($version: String!, $codes: [String!]!) { release(codeSystem: "icd-10-cm", version: $version) { concepts(codes: $codes) { code display selectable } } }',
        fifty,
      ),
      needs: 1,
    },
    {
      name: 'a concept with its family and inherited notes',
      method: 'POST',
      lines: post(
        concept(
          'code display parent { code display } children { code display } ancestors { code display } notes(inherited: true) { kind text }',
        ),
        warm.map((code) => ({ code })),
      ),
      needs: 1,
    },
    {
      name: 'a page of 50 descendants',
      method: 'POST',
      lines: post(
        concept('descendants(first: 50) { totalCount nodes { code display } }'),
        headers.slice(0, 300).map((code) => ({ code })),
      ),
      needs: 1,
    },
    {
      name: 'search, as fast as 20 clients can',
      method: 'POST',
      lines: terms.flatMap((term) =>
        Array.from({ length: term.length }, (_, i) => searchQuestion(version, term.slice(0, i + 1))),
      ),
      needs: 1,
    },
    {
      name: 'a page of 50 changes',
      method: 'POST',
      lines: post(
        'query ($version: String!, $other: String!, $after: String) { compare(codeSystem: "icd-10-cm", from: $version, to: $other) { changes(first: 50, after: $after) { totalCount nodes { code kinds from { display } to { display } } } } }',
        [{ other }],
      ),
      needs: 2,
    },
  ];
}
