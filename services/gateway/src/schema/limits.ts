// The GraphQL type Limits: what a request may cost.
import { limitMeanings } from '../limits/limits.ts';
import { Limits } from './refs.ts';

Limits.implement({
  description:
    'The limits of one request. What is beyond one is refused before it runs, with the limit and what was found.',
  fields: (t) => ({
    bodyBytes: t.exposeInt('bodyBytes', { description: limitMeanings.bodyBytes }),
    tokens: t.exposeInt('tokens', { description: limitMeanings.tokens }),
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
  }),
});
