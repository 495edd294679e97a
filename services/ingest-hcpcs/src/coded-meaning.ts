// A value of a coded field with its meaning: as we title it, and as the publisher's record layout has it.
import type { TermDefinition } from '@codeset/terminology';

/** Code, title, and the record layout's own words where they differ from the title. */
export type CodedMeaning = readonly [code: string, title: string, published?: string];

/** As a definition holds them: the description is what the record layout says. */
export function valueDefinitions(meanings: readonly CodedMeaning[]): TermDefinition[] {
  return meanings.map(([code, title, published = title]) => ({ code, title, description: published }));
}
