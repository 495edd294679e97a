// The GraphQL enums of paths: whether a code arrives, and why a path ends before.
import { gapMeanings } from '@codeset/crosswalk';
import { builder } from '../builder.ts';
import { enumValues } from './enum-values.ts';

export const PathStatus = builder.enumType('PathStatus', {
  description: 'Whether a code arrives.',
  values: {
    ARRIVED: { value: 'arrived', description: 'By every path.' },
    PARTLY: {
      value: 'partly',
      description: 'An alternative is whole, and some path beside it ends in a gap.',
    },
    GAP: { value: 'gap', description: 'No alternative is whole: each lacks something that it needs.' },
  } as const,
});

export const PathGapKind = builder.enumType('PathGapKind', {
  description: 'Why a path ends before it arrives.',
  values: enumValues(gapMeanings),
});
