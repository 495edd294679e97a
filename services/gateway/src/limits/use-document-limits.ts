// Refuses a query of too many tokens or brackets before it is parsed, and of too many fields before it is validated. (Yoga plugin)
import { type DocumentNode, Kind, parse, type Source, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { checkAlias } from './check-arguments.ts';
import { countTokens } from './count-tokens.ts';
import type { Limits } from './limits.ts';
import { fragmentsOf, queryShape } from './query-shape.ts';
import { beyondLimit } from './refuse.ts';

/**
 * Fields are counted before validation, which compares them in pairs: 1,000 take most of a second. Every operation is
 * held to `fields`, the one that runs and the others, since all of them are validated.
 */
export function useDocumentLimits(limits: Limits): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((source: string | Source, options?: object) => {
        const { tokens, brackets } = countTokens(typeof source === 'string' ? source : source.body);
        if (tokens > limits.tokens) throw beyondLimit('tokens', limits, tokens, 'Ask in several requests.');
        if (brackets > limits.brackets) throw beyondLimit('brackets', limits, brackets, 'Nest less.');
        const document = parse(source, options);
        checkFields(document, limits);
        return document;
      });
    },
  };
}

function checkFields(document: DocumentNode, limits: Limits): void {
  const fragments = fragmentsOf(document);
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const { fields } = queryShape(node, fragments);
    const advice = 'Ask for less at once; `concepts(codes:)` takes many codes in one field.';
    if (fields > limits.fields) throw beyondLimit('fields', limits, fields, advice);
  }
  let written = 0;
  visit(document, {
    Field(node) {
      written += 1;
      if (node.alias) checkAlias(node.alias.value, limits);
    },
  });
  if (written > limits.documentFields) {
    throw beyondLimit('documentFields', limits, written, 'Send only the operation that is to run.');
  }
}
