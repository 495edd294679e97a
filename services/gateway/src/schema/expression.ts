// The field Release.expression and its GraphQL types: a post-coordinated code string taken apart.
import { readExpression } from '../answers/expression.ts';
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { Concept, Expression, ExpressionPart, ExpressionStem, Release } from './refs.ts';

builder.objectField(Release, 'expression', (t) =>
  t.field({
    type: Expression,
    nullable: true,
    args: {
      text: t.arg.string({
        required: true,
        description:
          'The expression, `1A00&XN8P1/FA11.Y`; its codes in any form, their number has a limit (`limits { expressionParts }`).',
      }),
    },
    description:
      'What a combination of codes says, part by part; null where the code system does not combine codes (`codeSystem { expressions }`).',
    resolve: (release, { text }, context) => readExpression(context, release, text),
  }),
);

Expression.implement({
  description: 'A combination of codes: stems beside one another, each with its extensions.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'As it was asked.' }),
    canonical: t.exposeString('canonical', {
      nullable: true,
      description:
        'Written with the codes as they are published, without blanks; null when a part is unknown.',
    }),
    valid: t.boolean({
      description:
        'Whether every part is a code of this release that may be coded with and may stand where it stands. Whether the parts go together, only the publisher can say.',
      resolve: ({ problems }) => problems.length === 0,
    }),
    stems: t.field({
      type: [ExpressionStem],
      extensions: { [listSizeKey]: 4 },
      description: 'The stems with their extensions, in the order written.',
      resolve: ({ stems }) => stems,
    }),
    problems: t.exposeStringList('problems', {
      description: 'What is wrong with its parts, a sentence each, in their order; empty when it is valid.',
    }),
  }),
});

ExpressionStem.implement({
  description: 'A stem of an expression with its extensions.',
  fields: (t) => ({
    stem: t.field({ type: ExpressionPart, description: 'The stem itself.', resolve: ({ stem }) => stem }),
    extensions: t.field({
      type: [ExpressionPart],
      extensions: { [listSizeKey]: 4 },
      description: 'What details the stem, in the order written.',
      resolve: ({ extensions }) => extensions,
    }),
  }),
});

export const PartRole = builder.enumType('PartRole', {
  description: 'Where a part of an expression stands.',
  values: {
    STEM: { description: 'First in its cluster: it can stand alone.' },
    EXTENSION: { description: 'After a stem, which it details.' },
  } as const,
});

ExpressionPart.implement({
  description: 'One code of an expression.',
  fields: (t) => ({
    text: t.exposeString('text', {
      description: 'As written, without outer blanks; empty where a separator has nothing beside it.',
    }),
    role: t.expose('role', { type: PartRole, description: 'Where it stands.' }),
    concept: t.field({
      type: Concept,
      nullable: true,
      description: 'Its concept in this release; null when the release has none of that code.',
      resolve: ({ concept }) => concept,
    }),
    problem: t.exposeString('problem', {
      nullable: true,
      description:
        'What is wrong with it, in one sentence: missing, unknown, a stem where an extension is expected or the other way round, a header. Null when nothing is.',
    }),
  }),
});
