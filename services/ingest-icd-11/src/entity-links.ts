// What follows from an entity's key in all rows of a release: foundation URI, linearization URI, link to the browser.
import type { PropertyPattern } from '@codeset/terminology';
import { parseFoundationUri, residualOfKey } from './entity-uri.ts';
import type { TabulationRow } from './tabulation-row.ts';

const entityInLink = 'http%3A%2F%2Fid.who.int%2Ficd%2Fentity%2F';

/** What comes before the key in most rows; null where no row has such a value. */
export interface LinkBases {
  readonly foundation: string | null;
  readonly linearization: string | null;
  readonly browser: string | null;
}

/** The commonest beginning of each kind of link: one damaged row doesn't change it. */
export function linkBases(rows: readonly TabulationRow[]): LinkBases {
  return {
    foundation: commonest(rows, ({ foundationUri }) => parseFoundationUri(foundationUri ?? '')?.base ?? null),
    linearization: commonest(rows, ({ linearizationBase }) => linearizationBase),
    browser: commonest(rows, browserBase),
  };
}

/** The patterns that give every row its links; kinds of links that no row has are left out. */
export function linkPatterns({ foundation, linearization, browser }: LinkBases): PropertyPattern[] {
  const patterns: PropertyPattern[] = [];
  const add = (code: string, forms: readonly (readonly [string, string])[]) =>
    patterns.push({ code, forms: forms.map(([key, value]) => ({ key, value })) });
  if (foundation !== null) add('foundation-uri', [['^(\\d+)$', `${literal(foundation)}$1`]]);
  if (linearization !== null) add('linearization-uri', [['^(.+)$', `${literal(linearization)}$1`]]);
  if (browser !== null) {
    const entity = `${literal(browser)}${entityInLink}$1`;
    add('browser-link', [
      ['^(\\d+)$', entity],
      ['^(\\d+)/(other|unspecified)$', `${entity}%2Fmms%2F$2`],
    ]);
  }
  return patterns;
}

/** A link that is not what the pattern gives. */
export interface Deviation {
  readonly code: 'foundation-uri' | 'linearization-uri' | 'browser-link';
  /** Null where the row has none and the pattern gives one. */
  readonly found: string | null;
  readonly expected: string | null;
}

/** The links that are not as in the other rows, by row; rows without any are left out. */
export function deviatingLinks(
  rows: readonly TabulationRow[],
  bases: LinkBases,
): ReadonlyMap<TabulationRow, readonly Deviation[]> {
  const deviating = new Map<TabulationRow, readonly Deviation[]>();
  for (const row of rows) {
    const found = deviationsOf(row, bases);
    if (found.length > 0) deviating.set(row, found);
  }
  return deviating;
}

function deviationsOf(row: TabulationRow, bases: LinkBases): Deviation[] {
  const { key, foundationUri, linearizationBase, browserLink } = row;
  const found: Deviation[] = [];
  const compare = (code: Deviation['code'], link: string | null, expected: string | null) => {
    if (link !== expected) found.push({ code, found: link, expected });
  };
  compare(
    'foundation-uri',
    foundationUri,
    residualOfKey(key) === null ? withBase(bases.foundation, key) : null,
  );
  if (linearizationBase !== bases.linearization) {
    compare('linearization-uri', linearizationBase + key, withBase(bases.linearization, key));
  }
  compare('browser-link', browserLink, withBase(bases.browser, linkedKey(key)));
  return found;
}

/** The residuals of an entity are written in the browser as `…/mms/other` below it. */
function linkedKey(key: string): string {
  return entityInLink + key.replace('/', '%2Fmms%2F');
}

function browserBase({ browserLink, key }: TabulationRow): string | null {
  const end = linkedKey(key);
  return browserLink?.endsWith(end) === true ? browserLink.slice(0, -end.length) : null;
}

function withBase(base: string | null, key: string): string | null {
  return base === null ? null : base + key;
}

function commonest(
  rows: readonly TabulationRow[],
  baseOf: (row: TabulationRow) => string | null,
): string | null {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const base = baseOf(row);
    if (base !== null) counts.set(base, (counts.get(base) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}

/** The text in the terms of String.replace, where `$` has a meaning of its own. */
function literal(text: string): string {
  return text.replaceAll('$', '$$$$');
}
