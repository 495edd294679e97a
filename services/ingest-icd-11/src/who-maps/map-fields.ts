// The fields of one row by their columns; what is not what it must be is noted with its place.
import type { TableRow } from '../table.ts';
import type { TableProblems } from '../table-problems.ts';
import type { MapColumn, MapColumns } from './map-columns.ts';

/** Reads fields; `sound` turns false when one of them was refused. */
export class MapFields {
  readonly #row: TableRow;
  readonly #columns: MapColumns;
  readonly #problems: TableProblems;
  sound = true;

  constructor(row: TableRow, columns: MapColumns, problems: TableProblems) {
    this.#row = row;
    this.#columns = columns;
    this.#problems = problems;
  }

  get row(): number {
    return this.#row.row;
  }

  /** As published; empty also where there is no such column. */
  text(name: MapColumn): string {
    const index = this.#columns.at[name];
    return index === undefined ? '' : (this.#row.fields[index] ?? '');
  }

  /** What `parse` makes of the field; a problem where it makes null of it. */
  read<Value>(name: MapColumn, parse: (text: string) => Value | null, expected: string): Value | null {
    return parse(this.text(name)) ?? this.refuse(name, expected);
  }

  /** As `read`, but null without a problem where the table has no such column. */
  optional<Value>(name: MapColumn, parse: (text: string) => Value | null, expected: string): Value | null {
    return this.#columns.at[name] === undefined ? null : this.read(name, parse, expected);
  }

  refuse(name: MapColumn, expected: string): null {
    this.sound = false;
    const index = this.#columns.at[name] ?? null;
    this.#problems.add({ row: this.row, index, found: this.text(name), expected });
    return null;
  }
}
