// The kinds of change between two releases, in the words of the field.

/** What became of a concept from one release to another; one concept can have several. */
export type ChangeKind = (typeof changeKinds)[number];

/** In the order in which a change lists them. */
export const changeKinds = [
  'added',
  'removed',
  'subdivided',
  'reinstated',
  'recoded',
  'selectableChanged',
  'terminated',
  'moved',
  'reworded',
  'changed',
] as const;

/** What each kind means, in one sentence. */
export const changeKindMeanings: Readonly<Record<ChangeKind, string>> = {
  added: 'The first release has no such concept.',
  removed: 'The second release has no such concept, and none of its codes took its place by subdivision.',
  subdivided:
    'It was selectable and its place was taken by new codes: it became a header over them, or its placeholder was replaced by their characters.',
  reinstated:
    'It was there in a release before the first one, was gone or terminated in the first, and is back in the second.',
  recoded:
    'The same entity has another code, or has one where it had none; only where entities are not their codes.',
  selectableChanged: 'It may be coded with where it might not, or the other way round.',
  terminated: 'The publisher gave it a last day that it had not before.',
  moved: 'It stands under another parent.',
  reworded: 'One of its texts differs.',
  changed: 'A property, a date, a note or another fact differs.',
};
