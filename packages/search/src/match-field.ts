// What of a concept a search can match, and how much each counts.

/** In the order in which ties between them are broken. */
export const matchFields = ['code', 'title', 'inclusionTerm', 'designation', 'index', 'note'] as const;

/**
 * `code`: the code or the beginning of it; `title`: the display; `inclusionTerm`; `designation`: another title, such as
 * the short one with the publisher's abbreviations, or a translation; `index`: a line of an alphabetic index or table
 * that leads to the code; `note`: another note.
 */
export type MatchField = (typeof matchFields)[number];

/** A match in a note says less of the concept than one in its title. */
export const fieldWeights: Readonly<Record<MatchField, number>> = {
  code: 1,
  title: 1,
  inclusionTerm: 0.97,
  designation: 0.95,
  index: 0.93,
  note: 0.6,
};
