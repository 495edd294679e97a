// Refuses a query of too many tokens before it is parsed, and of too many fields before it is validated. (Yoga plugin)
import { type DocumentNode, parse, type Source, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { countTokens } from './count-tokens.ts';
import type { Limits } from './limits.ts';
import { beyondLimit } from './refuse.ts';

/** Fields are counted here as they are written: validating compares them in pairs, 1,000 take most of a second. */
export function useDocumentLimits(limits: Limits): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((source: string | Source, options?: object) => {
        const tokens = countTokens(typeof source === 'string' ? source : source.body);
        if (tokens > limits.tokens) throw beyondLimit('tokens', limits, tokens, 'Ask in several requests.');
        const document = parse(source, options);
        const fields = countFields(document);
        if (fields > limits.fields) throw beyondLimit('fields', limits, fields, 'Ask in several requests.');
        return document;
      });
    },
  };
}

function countFields(document: DocumentNode): number {
  let count = 0;
  visit(document, {
    Field() {
      count += 1;
    },
  });
  return count;
}
