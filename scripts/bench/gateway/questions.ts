// The questions of the bench, over the codes of a release.

/** One kind of question, with many different ones of it. */
export interface Question {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** Made when they are sent: all of them together would take hundreds of megabytes. */
  readonly lines: (held: HeldVersions) => readonly string[];
  /** Releases that must be held for it. */
  readonly needs: number;
  /** Whether each of its lines is to be asked once only. */
  readonly isCold: boolean;
}

/** The versions that the gateway asked holds, the one that is asked about first. */
export type HeldVersions = readonly string[];

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

/** The body of a POST that asks for one code. */
export function codeQuestion(version: string, code: string): string {
  return JSON.stringify({ query: oneCode, variables: { version, code } });
}

const search =
  'query ($version: String!, $text: String!) { release(codeSystem: "icd-10-cm", version: $version) { search(text: $text, first: 10) { totalCount nodes { concept { code display } matched text } } } }';

/** The body of a POST that searches. */
export function searchQuestion(version: string, text: string, nth: number): string {
  return JSON.stringify({ query: search, variables: { version, text, nth } });
}

/** So many codes are asked for again and again where the question is warm; none of them where it is cold. */
const warmCodes = 2_000;

const completions =
  'query ($version: String!, $text: String!) { release(codeSystem: "icd-10-cm", version: $version) { suggest(text: $text) { text of conceptCount concept { code } } } }';

/** The body of a POST that asks what may be meant by what is typed. */
export function suggestQuestion(version: string, text: string, nth: number): string {
  return JSON.stringify({ query: completions, variables: { version, text, nth } });
}

/** Requests that differ, of one question: more than a process keeps answers to, so that each has the query run. */
const requests = 40_000;

/**
 * Answers are kept: asked again, the query is not run. So where running it is to be measured, a variable that the query does
 * not use makes each request another one.
 */
function eachNew(query: string, version: string, variables: readonly object[]): readonly string[] {
  return Array.from({ length: requests }, (_, nth) =>
    JSON.stringify({ query, variables: { version, ...variables[nth % variables.length], nth } }),
  );
}

export function questionsOver({ version, other, codes, headers, terms }: Asked): readonly Question[] {
  const warm = codes.slice(0, warmCodes).map((code) => ({ code }));
  const fifty = Array.from({ length: 200 }, (_, i) => ({ codes: codes.slice(i * 10, i * 10 + 50) }));
  const pinned = warm.slice(0, 200).map(({ code }) => {
    const variables = JSON.stringify({ version, code });
    return `/graphql?${new URLSearchParams({ query: oneCode, variables })}`;
  });
  const typed = terms.flatMap((term) =>
    Array.from({ length: term.length }, (_, i) => ({ text: term.slice(0, i + 1) })),
  );
  const post = (name: string, query: string, variables: readonly object[], needs = 1): Question => ({
    name,
    method: 'POST',
    lines: () => eachNew(query, version, variables),
    needs,
    isCold: false,
  });
  return [
    {
      name: 'one code, cold',
      method: 'POST',
      lines: () => codes.slice(warmCodes).map((code) => codeQuestion(version, code)),
      needs: 1,
      isCold: true,
    },
    {
      name: 'one code, warm',
      method: 'POST',
      lines: () => warm.map(({ code }) => codeQuestion(version, code)),
      needs: 1,
      isCold: false,
    },
    post('one code, warm, each request new', oneCode, warm),
    {
      name: 'one code of any release held, each request new',
      method: 'POST',
      lines: (held) => {
        const ofAny = warm.map(({ code }, nth) => ({ code, version: held[nth % held.length] }));
        return eachNew(oneCode, version, ofAny);
      },
      needs: 1,
      isCold: false,
    },
    { name: 'one code, a pinned GET again', method: 'GET', lines: () => pinned, needs: 1, isCold: false },
    post(
      '50 codes',
      'query ($version: String!, $codes: [String!]!) { release(codeSystem: "icd-10-cm", version: $version) { concepts(codes: $codes) { code display selectable } } }',
      fifty,
    ),
    post(
      'a concept with its family and inherited notes',
      concept(
        'code display parent { code display } children { code display } ancestors { code display } notes(inherited: true) { kind text }',
      ),
      warm,
    ),
    post(
      'a page of 50 descendants',
      concept('descendants(first: 50) { totalCount nodes { code display } }'),
      headers.slice(0, 300).map((code) => ({ code })),
    ),
    post('search, as fast as 20 clients can', search, typed),
    post(
      'a page of 50 changes',
      'query ($version: String!, $other: String!, $after: String) { compare(codeSystem: "icd-10-cm", from: $version, to: $other) { changes(first: 50, after: $after) { totalCount nodes { code kinds from { display } to { display } } } } }',
      [{ other }],
      2,
    ),
  ];
}
