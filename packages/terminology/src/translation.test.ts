// What mappings of one code come to: alternatives against codes that are needed together.
import { expect, test } from 'vitest';
import type { MappingRelationship } from './concept-map.ts';
import { reversedRelationship, translationOptions } from './translation.ts';

interface Row {
  readonly targetCode: string | null;
  readonly relationship: MappingRelationship;
  readonly properties: readonly { readonly code: string; readonly value: number }[];
}

const row = (targetCode: string | null, scenario?: number, list?: number): Row => ({
  targetCode,
  relationship: targetCode === null ? 'unmapped' : 'related-to',
  properties:
    scenario === undefined || list === undefined
      ? []
      : [
          { code: 'scenario', value: scenario },
          { code: 'choice-list', value: list },
        ],
});

function told(rows: readonly Row[]): unknown[] {
  return translationOptions(rows).map((option) =>
    option.is === 'target'
      ? option.mapping.targetCode
      : [
          option.scenario,
          ...option.choiceLists.map(({ number, choices }) => [
            number,
            ...choices.map((one) => one.targetCode),
          ]),
        ],
  );
}

test('single targets are alternatives, in the publisher’s order', () => {
  expect(told([row('B2'), row('B1')])).toEqual(['B2', 'B1']);
});

test('one code of each list of a scenario is needed; scenarios and lists come by number, after single targets', () => {
  const rows = [
    row('S2', 2, 2),
    row('S3', 2, 3),
    row('A', 2, 1),
    row('B', 1, 1),
    row('C', 1, 2),
    row('D', 1, 2),
  ];
  expect(told([...rows, row('Z')])).toEqual([
    'Z',
    [1, [1, 'B'], [2, 'C', 'D']],
    [2, [1, 'A'], [2, 'S2'], [3, 'S3']],
  ]);
});

test('no alternative where the publisher says that there is none, or nothing', () => {
  expect(told([row(null)])).toEqual([]);
  expect(told([])).toEqual([]);
});

test('read backwards, narrower is broader', () => {
  expect(reversedRelationship('source-is-narrower-than-target')).toBe('source-is-broader-than-target');
  expect(reversedRelationship('source-is-broader-than-target')).toBe('source-is-narrower-than-target');
  for (const same of ['equivalent', 'related-to', 'not-related-to', 'unmapped'] as const) {
    expect(reversedRelationship(same)).toBe(same);
  }
});
