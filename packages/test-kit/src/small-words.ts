// Words for the definitions of the made-up code systems.
import type { KindDefinition, PropertyDefinition, PropertyType, TermDefinition } from '@codeset/terminology';

/** A word whose description says that it is made up. */
export const term = (code: string, title: string): TermDefinition => ({
  code,
  title,
  description: `${title}, for tests.`,
});

/** A kind that is called as it is written. */
export const kind = (code: string, isCode: boolean): KindDefinition => ({ ...term(code, code), isCode });

/** A property of that type, with the meanings of its values where it is coded. */
export const property = (
  code: string,
  title: string,
  type: PropertyType,
  values: readonly TermDefinition[] = [],
  part?: string,
): PropertyDefinition => ({ ...term(code, title), type, values, ...(part === undefined ? {} : { part }) });
