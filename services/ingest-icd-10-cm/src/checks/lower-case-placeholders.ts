// Placeholders that an older edition writes as a lower-case x, and that are upper-cased here.
import type { Finding } from '@codeset/terminology';

/** One info finding for a file in which codes had a lower-case x. */
export function lowerCasePlaceholders(codes: readonly string[], file: string): Finding[] {
  if (codes.length === 0) return [];
  return [
    {
      severity: 'info',
      rule: 'lower-case-placeholder',
      message: `${codes.length} codes are written with a lower-case x as placeholder, ${codes[0]} first; upper-cased.`,
      where: file,
    },
  ];
}
