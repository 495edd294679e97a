// Counts the words and signs of a query before it is parsed.
import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';

/** Tokens of the text, comments left out; a text that is not GraphQL is counted up to where it breaks. */
export function countTokens(query: string): number {
  const lexer = new Lexer(new Source(query));
  let count = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error; // the parser will say what is wrong
  }
  return count;
}
