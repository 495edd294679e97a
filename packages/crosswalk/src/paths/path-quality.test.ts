// The quality of a path: its worst step, and nothing that its steps together do not say.
import type { MappingRelationship } from '@codeset/terminology';
import { describe, expect, test } from 'vitest';
import type { Path, PathPoint, ReleasesStep } from './path.ts';
import { compose, qualityOf } from './path-quality.ts';

const point: PathPoint = { codeSystem: 's', version: null, code: 'A', key: null, title: null, named: null };
const step = (relationship: MappingRelationship, choices = 1) =>
  ({ is: 'releases', from: point, to: point, relationship, choices }) as unknown as ReleasesStep;
const path = (...relationships: MappingRelationship[]): Path => ({
  steps: relationships.map((relationship) => step(relationship)),
  end: point,
  gap: null,
});
const [narrower, broader] = ['source-is-narrower-than-target', 'source-is-broader-than-target'] as const;

describe('of a path', () => {
  test('is that of its worst step, which is named', () => {
    expect(qualityOf(path('equivalent', 'equivalent'))).toMatchObject({
      relationship: 'equivalent',
      worstStep: 0,
    });
    expect(qualityOf(path('equivalent', broader, 'equivalent', broader))).toMatchObject({
      relationship: broader,
      worstStep: 1,
    });
    expect(qualityOf(path(narrower, 'related-to', broader))).toMatchObject({
      relationship: 'related-to',
      worstStep: 1,
    });
  });

  test('is related at most where meanings get wider and narrower one after the other', () => {
    expect(qualityOf(path(narrower, 'equivalent', broader))).toMatchObject({
      relationship: 'related-to',
      worstStep: 2,
    });
    expect(qualityOf(path(broader, narrower)).relationship).toBe('related-to');
  });

  test('counts the steps at which a choice was open; a path that does not arrive has none', () => {
    const open = {
      ...path('equivalent'),
      steps: [step('equivalent', 3), step(broader, 1), step(broader, 2)],
    };
    expect(qualityOf(open).openChoices).toBe(2);
    expect(qualityOf({ ...open, end: null })).toMatchObject({ relationship: null, worstStep: 1 });
    expect(qualityOf({ steps: [], end: null, gap: null })).toEqual({
      relationship: null,
      worstStep: null,
      reverse: false,
      openChoices: 0,
    });
  });
});

test('composing says the same in whatever order the steps are put together', () => {
  const all: readonly MappingRelationship[] = [
    'equivalent',
    narrower,
    broader,
    'related-to',
    'not-related-to',
  ];
  for (const a of all) {
    expect(compose('equivalent', a)).toBe(a);
    for (const b of all) {
      for (const c of all) expect(compose(compose(a, b), c)).toBe(compose(a, compose(b, c)));
    }
  }
});
