// The properties of HCPCS codes: what each is, its type, and the meanings of its values.
import type { PropertyDefinition, PropertyType } from '@codeset/terminology';
import { actions } from './code-tables/actions.ts';
import { ascPaymentGroups } from './code-tables/asc-payment-groups.ts';
import { betos } from './code-tables/betos.ts';
import { coverages } from './code-tables/coverages.ts';
import { labCertifications } from './code-tables/lab-certifications.ts';
import { multiplePricingIndicators } from './code-tables/multiple-pricing-indicators.ts';
import { paymentGroups } from './code-tables/payment-groups.ts';
import { paymentPolicies } from './code-tables/payment-policies.ts';
import { pricingIndicators } from './code-tables/pricing-indicators.ts';
import { typesOfService } from './code-tables/types-of-service.ts';
import { type CodedMeaning, valueDefinitions } from './coded-meaning.ts';
import type { MainFieldName } from './main-fields.ts';

/** A property and the field that it comes from. */
export interface FieldProperty extends PropertyDefinition {
  readonly field: MainFieldName;
}

function property(
  field: MainFieldName,
  type: PropertyType,
  [code, title, description]: readonly [string, string, string],
  meanings: readonly CodedMeaning[] = [],
): FieldProperty {
  return { field, code, title, description, type, values: valueDefinitions(meanings) };
}

function coded(
  field: MainFieldName,
  term: readonly [string, string, string],
  meanings: readonly CodedMeaning[],
): FieldProperty {
  return property(field, 'code', term, meanings);
}

/** In the order of the record layout, which is the order in which a concept carries them. */
export const fieldProperties: readonly FieldProperty[] = [
  coded(
    'pricingIndicator',
    ['pricing-indicator', 'Pricing indicator', 'How the price under part B is made; up to four.'],
    pricingIndicators,
  ),
  coded(
    'multiplePricingIndicator',
    [
      'multiple-pricing-indicator',
      'Multiple pricing indicator',
      'Whether it is priced in more ways than one.',
    ],
    multiplePricingIndicators,
  ),
  property('cimReference', 'string', [
    'cim-reference',
    'Coverage Issues Manual reference',
    'A section of the Coverage Issues Manual; up to three.',
  ]),
  property('mcmReference', 'string', [
    'mcm-reference',
    'Medicare Carriers Manual reference',
    'A section of the Medicare Carriers Manual; up to three.',
  ]),
  property('statute', 'string', ['statute', 'Statute', 'The law by which it is covered or not.']),
  coded(
    'labCertification',
    [
      'lab-certification',
      'Laboratory certification',
      'A specialty that a laboratory must be certified for; up to eight.',
    ],
    labCertifications,
  ),
  {
    ...property('crossReference', 'concept', [
      'cross-reference',
      'Cross-reference',
      'A code to be used instead, of this release or, where it has five digits, of CPT; up to five.',
    ]),
    successor: true,
  },
  coded('coverage', ['coverage', 'Coverage', 'Whether Medicare covers it.'], coverages),
  coded(
    'ascGroup',
    [
      'asc-payment-group',
      'ASC payment group',
      'Whether it may be performed in an ambulatory surgical center.',
    ],
    ascPaymentGroups,
  ),
  property('ascDate', 'date', ['asc-date', 'ASC date', 'Since when the ASC payment group applies.']),
  coded(
    'paymentGroup',
    ['opps-payment-group', 'OPPS payment group', 'The Medicare outpatient group (MOG) that it is paid with.'],
    paymentGroups,
  ),
  coded(
    'paymentPolicy',
    ['opps-payment-policy', 'OPPS payment policy', 'How an ambulatory surgical center is paid for it.'],
    paymentPolicies,
  ),
  property('paymentDate', 'date', [
    'opps-date',
    'OPPS date',
    'Since when the outpatient payment group applies.',
  ]),
  property('processingNote', 'string', [
    'processing-note',
    'Processing note number',
    'Number of a processing note, four digits; its text is a note of the concept.',
  ]),
  coded('betos', ['betos', 'BETOS', 'Berenson-Eggers type of service: clinically meaningful groups.'], betos),
  coded(
    'typeOfService',
    ['type-of-service', 'Type of service', 'The kind of service as carriers assign it; up to five.'],
    typesOfService,
  ),
  property('anesthesiaBaseUnits', 'integer', [
    'anesthesia-base-units',
    'Anesthesia base units',
    'How demanding the anesthesia is, time apart; 0 where there is none.',
  ]),
  property('actionEffectiveDate', 'date', [
    'action-effective-date',
    'Action effective date',
    'Since when the last change to the code applies.',
  ]),
  coded('actionCode', ['action', 'Action', 'What this release changed about the code.'], actions),
];

/** The flag from the list of its own. */
export const notOtherwiseClassified: PropertyDefinition = {
  code: 'not-otherwise-classified',
  title: 'Not otherwise classified',
  description: 'Whether it is on the list of codes for what has no code of its own.',
  type: 'boolean',
  values: [],
};
