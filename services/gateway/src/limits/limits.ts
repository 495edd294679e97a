// The limits of one request, with their values and what each counts.

/** What a request may cost at most; a query reads them out with `limits`. */
export interface Limits {
  /** Bytes of a POST body. */
  readonly bodyBytes: number;
  /** Bytes of a URL. */
  readonly urlBytes: number;
  /** Levels of nesting of a JSON body. */
  readonly jsonDepth: number;
  /** Words and signs of a query. */
  readonly tokens: number;
  /** Brackets of a query that are open at once. */
  readonly brackets: number;
  /** Fields written in a query text, whatever is run of it. */
  readonly documentFields: number;
  /** Levels of nesting, the operation's own fields being the first. */
  readonly depth: number;
  /** Fields selected, fragments counted wherever they are spread. */
  readonly fields: number;
  /** Fields that carry an alias. */
  readonly aliases: number;
  /** Objects that the answer is estimated to hold, list sizes multiplied. */
  readonly cost: number;
  /** Members of one page of a list. */
  readonly pageSize: number;
  /** Members of one list argument. */
  readonly codes: number;
  /** Characters of one text argument, such as a code. */
  readonly textLength: number;
  /** Releases that one request may read. */
  readonly releases: number;
  /** Pairs of releases that one request may compare. */
  readonly comparisons: number;
  /** Codes of one post-coordinated expression. */
  readonly expressionParts: number;
  /** Words of one text that is searched for or completed. */
  readonly searchWords: number;
  /** Properties by which one search is narrowed. */
  readonly searchProperties: number;
  /** Completions of one text. */
  readonly suggestions: number;
  /** Milliseconds of one SQL statement. */
  readonly statementMs: number;
  /** Milliseconds of one request. */
  readonly requestMs: number;
}

/** The limits where nothing else is asked for. */
export const defaultLimits: Limits = {
  bodyBytes: 256 * 1024,
  urlBytes: 8 * 1024,
  jsonDepth: 16,
  tokens: 4_000,
  brackets: 200,
  documentFields: 1_000,
  depth: 16,
  fields: 500,
  aliases: 60,
  cost: 20_000,
  pageSize: 500,
  codes: 1_000,
  textLength: 200,
  releases: 20,
  comparisons: 4,
  expressionParts: 40,
  searchWords: 16,
  searchProperties: 10,
  suggestions: 25,
  statementMs: 15_000,
  requestMs: 30_000,
};

/** What each limit counts, in one sentence; shown in the schema and the README. */
export const limitMeanings: Readonly<Record<keyof Limits, string>> = {
  bodyBytes: 'Bytes of a POST body.',
  urlBytes: 'Bytes of a URL, path and parameters.',
  jsonDepth:
    'Levels of nesting of a JSON body: its own braces are level 1, those of `variables` level 2, in a GET as well.',
  tokens: 'Words and signs of a query, comments left out.',
  brackets: 'Brackets of a query that are open at once: braces, square and round ones.',
  documentFields: 'Fields written in a query, all its operations and fragments together, run or not.',
  depth:
    "Levels of nesting of a query; the operation's own fields are level 1. Introspection has a rule of its own.",
  fields: 'Fields that an operation selects, run or not; a fragment counts wherever it is spread.',
  aliases: 'Fields of the operation that carry an alias.',
  cost: 'Objects that the answer is estimated to hold: list sizes multiplied, variables counted; mappings and paths also as they are found.',
  pageSize: 'Members of one page of a connection (`first`).',
  codes: 'Codes that one field asks for (`codes`), and members of any other list argument.',
  textLength: 'Characters of one text argument, such as a code or the prefix of a term, and of an alias.',
  releases: 'Releases that one request reads.',
  comparisons: 'Pairs of releases that one request compares.',
  expressionParts: 'Codes of one post-coordinated expression, stems and extensions.',
  searchWords: 'Words of one text that is searched for or completed.',
  searchProperties: 'Properties by which one search is narrowed.',
  suggestions: 'Completions that one field gives (`first`).',
  statementMs: 'Milliseconds that one SQL statement may take.',
  requestMs: 'Milliseconds that one request may take, its body received and its answer made.',
};
