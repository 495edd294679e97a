// What came of following a code, in the sorts that a person sets apart.
import { type FollowedCode, type GapKind, pathsOf } from './path.ts';

/** In the order in which they are told. */
export const pathOutcomes = [
  'one-to-one',
  'one-to-many',
  'combination',
  'partly',
  'none',
  'not-covered',
  'unknown',
  'gap',
] as const;

/**
 * `one-to-one`: a single path, which arrives; `one-to-many`: several that all arrive, any one of which will do;
 * `combination`: some alternative needs several codes together, and every path arrives; `partly`: some path ends in a
 * gap; `none`: a publisher says that there is none; `not-covered`: a map does not speak of it; `unknown`: there is no
 * such code; `gap`: no alternative is whole for other reasons, or for several.
 */
export type PathOutcome = (typeof pathOutcomes)[number];

const ofGaps: Partial<Record<GapKind, PathOutcome>> = {
  'no-map': 'none',
  'not-covered': 'not-covered',
  'unknown-code': 'unknown',
};

export function outcomeOfPaths({ status, alternatives }: FollowedCode): PathOutcome {
  if (status === 'partly') return 'partly';
  const paths = pathsOf(alternatives);
  if (status === 'gap') {
    const [kind, ...others] = new Set(paths.flatMap(({ gap }) => gap?.kind ?? []));
    return (kind !== undefined && others.length === 0 && ofGaps[kind]) || 'gap';
  }
  if (alternatives.some(({ needs }) => needs.length > 1)) return 'combination';
  return paths.length === 1 ? 'one-to-one' : 'one-to-many';
}
