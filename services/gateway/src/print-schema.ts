// Prints the schema in GraphQL's own language, sorted: the committed schema.graphql is this text.
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './schema.ts';

/** The schema as text with a line end at its end; the same schema always gives the same text. */
export function printGatewaySchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
