// The texts of published ICD-10-CM XML, read by search and not by any parser of the house: a second opinion.

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Texts compared whatever their blanks: every run of white space is one blank, outer ones dropped. */
export function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The texts of all elements of one of the names, inner tags dropped, entities resolved; in document order. */
export function textsOf(xml: string, ...names: readonly string[]): string[] {
  const form = new RegExp(`<(${names.join('|')})(?:\\s[^>]*)?(?:/>|>([\\s\\S]*?)</\\1>)`, 'g');
  return [...xml.matchAll(form)].map(([, , inside = '']) =>
    bare(
      inside.replace(/<[^>]*>/g, '').replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole),
    ),
  );
}

/** How often each text stands in one list more than in the other; empty when both hold the same. */
export function difference(one: readonly string[], other: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const text of one) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const text of other) counts.set(text, (counts.get(text) ?? 0) - 1);
  return Object.fromEntries([...counts].filter(([, count]) => count !== 0).slice(0, 10));
}
