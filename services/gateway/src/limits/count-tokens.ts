// Counts the words and signs of a query, and its open brackets, before it is parsed.
import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';

/** What a query text comes to before its grammar is known. */
export interface QueryText {
  /** Words and signs, comments left out. */
  readonly tokens: number;
  /** Brackets that are open at once, at most: the parser goes down a step for each. */
  readonly brackets: number;
}

const opening: readonly string[] = [TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L];
const closing: readonly string[] = [TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R];

/** Counts to the end; a text that is not GraphQL is counted up to where it breaks. */
export function countTokens(query: string): QueryText {
  const lexer = new Lexer(new Source(query));
  let [tokens, brackets, open] = [0, 0, 0];
  try {
    for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
      tokens += 1;
      if (opening.includes(kind)) open += 1;
      else if (closing.includes(kind)) open -= 1;
      brackets = Math.max(brackets, open);
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error; // the parser will say what is wrong
  }
  return { tokens, brackets };
}
