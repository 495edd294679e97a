// The Pothos builder that every type of the schema is registered with.

import type { PlainDate } from '@codeset/terminology';
import SchemaBuilder from '@pothos/core';
import type { GatewayContext } from './context.ts';

/** What the builder knows of our types; fields are non-null unless they say otherwise. */
interface SchemaShape {
  Context: GatewayContext;
  DefaultFieldNullability: false;
  Scalars: {
    Date: { Input: PlainDate; Output: PlainDate };
    DateTime: { Input: Date; Output: Date };
  };
}

export const builder = new SchemaBuilder<SchemaShape>({ defaultFieldNullability: false });
