// Notes, inherited ones, and 7th characters.
import { type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';
import { askGraph, type Graph } from './ask-graph.ts';

let under: GatewayUnderTest<SmallDatabase>;
let graph: Graph;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase());
  graph = askGraph(under, 'icd-10-cm', '2026');
});
afterAll(() => under.close());

describe('notes', () => {
  test('own notes with the codes they name', async () => {
    const { notes } = await graph.ofConcept(
      'E11',
      'notes { kind title list text names { text fromCode from { display } toCode to { code } below } }',
    );
    expect(notes).toEqual([
      { kind: 'includes', title: 'includes', list: 0, text: 'diabetes NOS', names: [] },
      {
        kind: 'useAdditionalCode',
        title: 'useAdditionalCode',
        list: 1,
        text: 'control using insulin (E11.65)',
        names: [
          {
            text: 'E11.65',
            fromCode: 'E11.65',
            from: { display: 'Type 2 diabetes mellitus with hyperglycemia' },
            toCode: null,
            to: null,
            below: false,
          },
        ],
      },
    ]);
  });

  test('inherited notes come from the root down, each with its origin', async () => {
    const { notes, some } = await graph.ofConcept(
      'E11.9',
      'notes(inherited: true) { text origin { key } names { toCode to { key } } } some: notes(inherited: true, kinds: ["includes"]) { text }',
    );
    expect(
      notes.map((note: { text: string; origin: { key: string } }) => [note.origin.key, note.text]),
    ).toEqual([
      ['chapter:4', 'transitory disorders of newborn (P70-P74)'],
      ['E11', 'diabetes NOS'],
      ['E11', 'control using insulin (E11.65)'],
      ['E11.9', 'Type 2 diabetes, plain'],
    ]);
    expect(notes[0].names).toEqual([{ toCode: 'P74', to: null }]);
    expect(some).toEqual([{ text: 'diabetes NOS' }]);
  });

  test('of a release without its tabular list, notes are not known, which is not none', async () => {
    const selection =
      'notes { text } seventhCharacters { character } seventhCharacter { character } placeholder tables { title } propertiesComplete properties { code } indexEntries { term }';
    expect(await graph.ofConcept('E11.9', selection, '2025')).toEqual({
      notes: null,
      seventhCharacters: null,
      seventhCharacter: null,
      placeholder: null,
      tables: null,
      propertiesComplete: false,
      properties: [],
      indexEntries: [],
    });
    expect(await graph.ofConcept('I21', selection)).toMatchObject({
      notes: [],
      seventhCharacters: [],
      tables: [],
      placeholder: false,
    });
  });

  test('tables and placeholders', async () => {
    expect(await graph.ofConcept('19', 'tables { title rows }')).toEqual({
      tables: [{ title: 'A table', rows: [['left', 'right']] }],
    });
    expect(await graph.ofConcept('T81.32', 'placeholder')).toEqual({ placeholder: true });
  });
});

describe('7th characters', () => {
  test('are in force below the concept that defines them, and make codes where they exist', async () => {
    const { seventhCharacters } = await graph.ofConcept(
      'S52.521',
      'seventhCharacters { character meaning notes definedBy { code } concept { code } }',
    );
    expect(
      seventhCharacters.map((c: { character: string; concept: unknown }) => [c.character, c.concept]),
    ).toEqual([
      ['A', { code: 'S52.521A' }],
      ['B', { code: 'S52.521B' }],
      ['D', null],
    ]);
    expect(seventhCharacters[1]).toMatchObject({
      meaning: 'initial encounter for open fracture type I or II',
      notes: ['Default for open'],
      definedBy: { code: 'S52' },
    });
  });

  test('are overridden by nearer definitions', async () => {
    const { seventhCharacters } = await graph.ofConcept(
      'S52.01',
      'seventhCharacters { character definedBy { code } }',
    );
    expect(seventhCharacters).toEqual([{ character: 'A', definedBy: { code: 'S52.01' } }]);
  });

  test('a category has them in force, but no code of its own with them', async () => {
    const { seventhCharacters } = await graph.ofConcept(
      'S52',
      'seventhCharacters { character concept { code } }',
    );
    expect(seventhCharacters.map((c: { concept: unknown }) => c.concept)).toEqual([null, null, null]);
  });

  test('of a code that has one: its meaning, and its siblings', async () => {
    const concept = await graph.ofConcept(
      'S52.521A',
      'seventhCharacter { character meaning definedBy { code } concept { code } } seventhCharacters { concept { code } }',
    );
    expect(concept.seventhCharacter).toEqual({
      character: 'A',
      meaning: 'initial encounter for closed fracture',
      definedBy: { code: 'S52' },
      concept: { code: 'S52.521A' },
    });
    expect(concept.seventhCharacters).toEqual([
      { concept: { code: 'S52.521A' } },
      { concept: { code: 'S52.521B' } },
      { concept: null },
    ]);
  });
});
