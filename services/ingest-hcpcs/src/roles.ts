// What a file may be in a load of HCPCS. Text and workbook of one list have a role each, as they come together.

/** One entry a role: what it is, in the words of a report. */
export const roles = {
  'main-text': 'main file as text: procedures and modifiers',
  'main-workbook': 'main file as workbook: procedures and modifiers',
  'processing-notes': 'processing notes',
  'record-layout': 'record layout, for comparison',
  'noc-list-workbook': 'list of not-otherwise-classified codes, workbook',
  'noc-list-text': 'list of not-otherwise-classified codes, text',
  'corrections-workbook': 'corrections to the main file, workbook',
  'corrections-text': 'corrections to the main file, text',
  'transaction-report-workbook': 'transaction report, workbook, for comparison',
  'transaction-report-by-action': 'transaction report by action, for comparison',
  'transaction-report-by-code': 'transaction report by code, for comparison',
} as const;

/** Corrections come in versions, `V2_…`: these have the version in their role, `corrections-workbook-v2`. */
export type Role = keyof typeof roles | `corrections-${'workbook' | 'text'}-v${number}`;

/** What a role is, in the words of a report. */
export function remarkOf(role: Role): string {
  const match = /^(corrections-(?:workbook|text))-v(\d+)$/.exec(role);
  if (match) return `version ${match[2]} of the ${roles[match[1] as 'corrections-text']}`;
  return roles[role as keyof typeof roles];
}
