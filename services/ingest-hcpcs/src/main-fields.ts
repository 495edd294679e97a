// The fields of the main file after the long description: where the text has them, what the workbook calls them.

/** How a value is written. */
export type ValueForm =
  /** As published, outer blanks dropped. */
  | 'text'
  /** The same, of fixed width: a number in a workbook cell has lost its leading zeros. */
  | 'padded'
  /** yyyymmdd. */
  | 'date'
  /** A whole number, padded with blanks. */
  | 'number';

/** One field, which may stand several times beside one another. */
export interface MainField {
  /** Ours, for source records. */
  readonly name: MainFieldName;
  /** For messages. */
  readonly title: string;
  /** The workbook's headings, one for each time it stands in a record. */
  readonly headings: readonly string[];
  /** First column in the text, from 1, and the width of each. */
  readonly from: number;
  readonly width: number;
  readonly form: ValueForm;
}

export type MainFieldName =
  | 'shortDescription'
  | 'pricingIndicator'
  | 'multiplePricingIndicator'
  | 'cimReference'
  | 'mcmReference'
  | 'statute'
  | 'labCertification'
  | 'crossReference'
  | 'coverage'
  | 'ascGroup'
  | 'ascDate'
  | 'paymentGroup'
  | 'paymentPolicy'
  | 'paymentDate'
  | 'processingNote'
  | 'betos'
  | 'typeOfService'
  | 'anesthesiaBaseUnits'
  | 'dateAdded'
  | 'actionEffectiveDate'
  | 'terminationDate'
  | 'actionCode';

function field(
  name: MainFieldName,
  title: string,
  headings: readonly string[],
  [from, width]: readonly [number, number],
  form: ValueForm = 'text',
): MainField {
  return { name, title, headings, from, width, form };
}

function numbered(heading: string, times: number): string[] {
  return Array.from({ length: times }, (_, at) => `${heading}${at + 1}`);
}

/** In the order of their columns, as the record layout has them. */
export const mainFields: readonly MainField[] = [
  field('shortDescription', 'short description', ['SHORT DESCRIPTION'], [92, 28]),
  field('pricingIndicator', 'pricing indicator', numbered('PRICE', 4), [120, 2], 'padded'),
  field('multiplePricingIndicator', 'multiple pricing indicator', ['MULT_PI'], [128, 1]),
  field('cimReference', 'CIM reference', numbered('CIM', 3), [129, 6]),
  field('mcmReference', 'MCM reference', numbered('MCM', 3), [147, 8]),
  field('statute', 'statute', ['STATUTE'], [171, 10]),
  field('labCertification', 'lab certification', numbered('LABCERT', 8), [181, 3], 'padded'),
  field('crossReference', 'cross-reference', numbered('XREF', 5), [205, 5]),
  field('coverage', 'coverage', ['COV'], [230, 1]),
  field('ascGroup', 'ASC group', ['ASC_GRP'], [231, 2]),
  field('ascDate', 'ASC date', ['ASC_DT'], [233, 8], 'date'),
  field('paymentGroup', 'payment group', ['OPPS'], [241, 3], 'padded'),
  field('paymentPolicy', 'payment policy indicator', ['OPPS_PI'], [244, 1]),
  field('paymentDate', 'payment group date', ['OPPS_DT'], [245, 8], 'date'),
  field('processingNote', 'processing note', ['PROCNOTE'], [253, 4], 'padded'),
  field('betos', 'BETOS', ['BETOS'], [257, 3]),
  field('typeOfService', 'type of service', numbered('TOS', 5), [261, 1]),
  field('anesthesiaBaseUnits', 'anesthesia base units', ['ANEST_BU'], [266, 3], 'number'),
  field('dateAdded', 'date added', ['ADD DT'], [269, 8], 'date'),
  field('actionEffectiveDate', 'action effective date', ['ACT EFF DT'], [277, 8], 'date'),
  field('terminationDate', 'termination date', ['TERM DT'], [285, 8], 'date'),
  field('actionCode', 'action code', ['ACTION CD'], [293, 1]),
];

/** The headings that come before them in the workbook. */
export const leadingHeadings = ['HCPC', 'SEQNUM', 'RECID', 'LONG DESCRIPTION'] as const;

/** Columns of the text before the fields, and those that must be blank. */
export const leadingColumns = {
  code: [1, 5],
  sequence: [6, 10],
  recordId: [11, 11],
  longDescription: [12, 91],
} as const;

export const fillers: readonly (readonly [number, number])[] = [
  [260, 260],
  [294, 320],
];
