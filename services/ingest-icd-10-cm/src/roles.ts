// What a file may be in a load of ICD-10-CM.

/** One entry a role: what it is, in the words of a report. */
export const roles = {
  'order-file': 'order file: all rows, headers and billable codes',
  'codes-file': 'codes file: the billable codes, for comparison',
  'order-addenda': 'addenda of the order file, for comparison',
  'codes-addenda': 'addenda of the codes file, for comparison',
  'diff-2014': 'differences in the form of 2014, for comparison',
  'tabular-list': 'tabular list',
  'index-to-diseases': 'index to diseases and injuries',
  'external-cause-index': 'index to external causes',
  'neoplasm-table': 'table of neoplasms',
  'drug-table': 'table of drugs and chemicals',
  'poa-exempt-list': 'list of codes exempt from present-on-admission reporting',
  'poa-exempt-readme': 'readme of the POA-exempt list, for its totals',
} as const;

export type Role = keyof typeof roles;
