// The GraphQL enum Subsumption: the outcomes of FHIR's $subsumes.
import { builder } from '../builder.ts';

export const Subsumption = builder.enumType('Subsumption', {
  description: "How one concept stands to another, in the words of FHIR's $subsumes.",
  values: {
    EQUIVALENT: { description: 'They are the same concept.' },
    SUBSUMES: { description: 'The first is above the second.' },
    SUBSUMED_BY: { description: 'The first is below the second.' },
    NOT_SUBSUMED: { description: 'Neither is above the other.' },
  } as const,
});
