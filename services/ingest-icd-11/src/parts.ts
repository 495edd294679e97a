// What a release may come with: columns differ from edition to edition, translations are files of their own.
import type { TermDefinition } from '@codeset/terminology';
import type { ColumnName } from './columns.ts';
import type { Tabulation } from './parse-tabulation.ts';

/** The parts of the code system's definition. */
export const parts: readonly TermDefinition[] = [
  {
    code: 'tabulation',
    title: 'Simple tabulation',
    description:
      'All chapters, blocks and categories with English titles and what every edition says of them.',
  },
  {
    code: 'primary-tabulation',
    title: 'Primary tabulation',
    description: 'Whether a category belongs to the primary tabulation; not in the first editions.',
  },
  {
    code: 'groupings',
    title: 'Groupings',
    description: 'The BlockIds above an entity; not in the first editions.',
  },
  {
    code: 'post-coordination',
    title: 'Post-coordination',
    description: 'Whether an entity can be post-coordinated; in the first editions only.',
  },
  {
    code: 'editing',
    title: 'Editing',
    description:
      'What drafts have for those who edit them: primary location, link to iCat, number of children.',
  },
  {
    code: 'translations',
    title: 'Translations',
    description: 'Titles in other languages than English.',
  },
];

/** The columns by which a part is known to be there. */
const columnOfPart: Readonly<Record<string, ColumnName>> = {
  tabulation: 'title',
  'primary-tabulation': 'primaryTabulation',
  'post-coordination': 'anyPostCoordination',
  editing: 'iCatLink',
};

/** The parts that a release came with, in the definition's order. */
export function partsOf({ columns }: Tabulation, languages: readonly string[]): string[] {
  return parts
    .map(({ code }) => code)
    .filter((code) => {
      if (code === 'translations') return languages.length > 0;
      if (code === 'groupings') return columns.groupings.length > 0;
      const column = columnOfPart[code];
      return column !== undefined && columns.at[column] !== undefined;
    });
}
