// Properties that come from lists of their own, by id.
import type { PropertySet } from '@codeset/terminology';
import { sql } from 'drizzle-orm';
import { propertySet } from '../tables.ts';
import type { ReadDatabase } from './read-database.ts';

export interface PropertySetRow extends PropertySet {
  readonly id: number;
}

/** Prepares: the property sets of the given ids. A property set never changes: it may be cached for ever. */
export function listPropertySets(
  database: ReadDatabase,
): (ids: readonly number[]) => Promise<PropertySetRow[]> {
  const query = database
    .select({ id: propertySet.id, properties: propertySet.properties })
    .from(propertySet)
    .where(sql`${propertySet.id} = any(${sql.placeholder('ids')})`)
    .prepare('list_property_sets');
  return async (ids) => await query.execute({ ids });
}
