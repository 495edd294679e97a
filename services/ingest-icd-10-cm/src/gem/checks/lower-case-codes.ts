// Codes that the publisher wrote with a lower-case letter, and that are upper-cased here.
import type { Finding } from '@codeset/terminology';
import type { GemLine } from '../parse-gem.ts';

/** One info finding for each, with its place. */
export function lowerCaseCodes(lines: readonly GemLine[], file: string): Finding[] {
  return lines.flatMap(({ line, lowerCase }) =>
    lowerCase.map((code) => ({
      severity: 'info',
      rule: 'lower-case-code',
      message: `${code} is written with a lower-case letter; upper-cased.`,
      where: `${file}:${line}`,
    })),
  );
}
