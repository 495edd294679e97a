// The GraphQL type Limits: what a request may cost.
import { limitMeanings } from '../limits/limits.ts';
import { Limits } from './refs.ts';

Limits.implement({
  description:
    'The limits of one request. What is beyond one is refused by a 4xx with the limit and what was found, before it runs where it can be told.',
  fields: (t) => ({
    bodyBytes: t.exposeInt('bodyBytes', { description: limitMeanings.bodyBytes }),
    urlBytes: t.exposeInt('urlBytes', { description: limitMeanings.urlBytes }),
    jsonDepth: t.exposeInt('jsonDepth', { description: limitMeanings.jsonDepth }),
    tokens: t.exposeInt('tokens', { description: limitMeanings.tokens }),
    brackets: t.exposeInt('brackets', { description: limitMeanings.brackets }),
    documentFields: t.exposeInt('documentFields', { description: limitMeanings.documentFields }),
    depth: t.exposeInt('depth', { description: limitMeanings.depth }),
    fields: t.exposeInt('fields', { description: limitMeanings.fields }),
    aliases: t.exposeInt('aliases', { description: limitMeanings.aliases }),
    cost: t.exposeInt('cost', { description: limitMeanings.cost }),
    pageSize: t.exposeInt('pageSize', { description: limitMeanings.pageSize }),
    codes: t.exposeInt('codes', { description: limitMeanings.codes }),
    textLength: t.exposeInt('textLength', { description: limitMeanings.textLength }),
    releases: t.exposeInt('releases', { description: limitMeanings.releases }),
    comparisons: t.exposeInt('comparisons', { description: limitMeanings.comparisons }),
    expressionParts: t.exposeInt('expressionParts', { description: limitMeanings.expressionParts }),
    searchWords: t.exposeInt('searchWords', { description: limitMeanings.searchWords }),
    searchProperties: t.exposeInt('searchProperties', { description: limitMeanings.searchProperties }),
    suggestions: t.exposeInt('suggestions', { description: limitMeanings.suggestions }),
    statementMs: t.exposeInt('statementMs', { description: limitMeanings.statementMs }),
    requestMs: t.exposeInt('requestMs', { description: limitMeanings.requestMs }),
  }),
});
