// The GraphQL enums of paths: whether a code arrives, and why a path ends before.
import { builder } from '../builder.ts';

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
  values: {
    UNKNOWN_CODE: { value: 'unknown-code', description: 'There is no such code.' },
    NOT_COVERED: { value: 'not-covered', description: 'The map does not speak of it.' },
    NO_MAP: { value: 'no-map', description: 'The publisher of the map says that there is none.' },
    NOT_RELATED: {
      value: 'not-related',
      description: 'The publisher of the map says that the two must not be taken for each other.',
    },
    ENDED: { value: 'ended', description: 'The code ended, and no publisher says what took its place.' },
    REUSED: { value: 'reused', description: 'The same string was given to something else.' },
    SEVERAL_FOR_A_PART: {
      value: 'several-for-a-part',
      description: 'Of codes that are needed together one became several.',
    },
    RELEASE_NOT_HELD: {
      value: 'release-not-held',
      description: 'A release that the way needs is not held, or cannot be gone through.',
    },
    BACK_IN_TIME: {
      value: 'back-in-time',
      description: 'The map speaks of an earlier release than the code is of.',
    },
    TOO_MANY: { value: 'too-many', description: 'It comes to more combinations of codes than can be told.' },
  } as const,
});
