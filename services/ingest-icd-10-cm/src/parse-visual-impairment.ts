// The table of visual impairment (on H54): categories with the ranges of visual acuity that they stand for.
import { childElements, textOf, type XmlElement } from '@codeset/source-files';
import type { ImpairmentRows } from './tabular.ts';

/**
 * Three columns: category, maximum, minimum. A category with several ranges has a row for each, its own cell on the
 * first; a heading over both range columns stands in the first of them. Null when there is no table.
 */
export function parseVisualImpairment(tables: readonly XmlElement[]): ImpairmentRows | null {
  if (tables.length === 0) return null;
  return tables.flatMap((table) => childElements(table, 'visCategory').flatMap(categoryRows));
}

function categoryRows(category: XmlElement): string[][] {
  const label = cell(category);
  const rows = childElements(category, 'visRange').flatMap(rangeRows);
  if (rows.length === 0) return [[label, '', '']];
  return rows.map(([maximum = '', minimum = ''], at) => [at === 0 ? label : '', maximum, minimum]);
}

function rangeRows(range: XmlElement): string[][] {
  const heading = childElements(range, 'heading').map(textOf).join(' ').trim();
  const ends = ['visMax', 'visMin'].map((name) => childElements(range, name).map(cell).join(' '));
  return heading === '' ? [ends] : [[heading, ''], ends];
}

/** The heading or value directly inside. */
function cell(element: XmlElement): string {
  return childElements(element)
    .filter(({ name }) => name === 'heading' || name === 'value')
    .map((part) => textOf(part).trim())
    .join(' ');
}
