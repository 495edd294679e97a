// The kinds of change of index entries between two releases.

/** What became of an index entry from one release to another; one entry can have several. */
export type IndexChangeKind = (typeof indexChangeKinds)[number];

/** In the order in which a change lists them. */
export const indexChangeKinds = ['added', 'removed', 'moved', 'reworded', 'leadsElsewhere'] as const;

/** What each kind means, in one sentence. */
export const indexChangeKindMeanings: Readonly<Record<IndexChangeKind, string>> = {
  added: 'The first release has no entry on this path of terms.',
  removed: 'The second release has no entry on this path of terms.',
  moved:
    'It stands on another path, or under another letter: word for word the same line, which no other line that came or went repeats, or a line below such a one.',
  reworded: 'Its title differs: another nonessential modifier, or another way of writing the same term.',
  leadsElsewhere: 'What it leads to differs: a code, a cell, or words that send on, or their order.',
};
