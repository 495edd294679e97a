// What a check has to say: data, never an exception.

/** `error` stops publishing; `warning` is stored and shown with the release; `info` tells what was or wasn't compared. */
export type Severity = 'error' | 'warning' | 'info';

export interface Finding {
  readonly severity: Severity;
  /** The rule's id, `tabular-equals-order`; stable over time. */
  readonly rule: string;
  /** One sentence or two: what was found, what was expected. */
  readonly message: string;
  /** Where: a file with line and column, a code, a release; null when it is about the release as a whole. */
  readonly where: string | null;
}

/** At most this many findings of one rule are kept one by one; the rest are counted in a closing finding. */
export const findingsKeptPerRule = 200;

/** The findings with each rule cut at `kept`, and a finding that says how many more there were. */
export function limitFindings(findings: readonly Finding[], kept: number = findingsKeptPerRule): Finding[] {
  const seen = new Map<string, { count: number; severity: Severity }>();
  const limited: Finding[] = [];
  for (const finding of findings) {
    const tally = seen.get(finding.rule) ?? { count: 0, severity: finding.severity };
    tally.count += 1;
    if (finding.severity === 'error') tally.severity = 'error';
    seen.set(finding.rule, tally);
    if (tally.count <= kept) limited.push(finding);
  }
  for (const [rule, { count, severity }] of seen) {
    if (count <= kept) continue;
    limited.push({
      severity,
      rule,
      message: `${count - kept} more findings of this rule are not listed.`,
      where: null,
    });
  }
  return limited;
}
