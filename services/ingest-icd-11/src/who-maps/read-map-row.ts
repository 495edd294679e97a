// A row of texts → a row of the table, in the publisher's words; every field is held to its form.
import { parseFoundationUri, parseLinearizationUri, releasePart } from '../entity-uri.ts';
import { type ClassKind, classKinds } from '../tabulation-row.ts';
import { codeParts } from './code-parts.ts';
import { type Icd10Kind, isIcd10Chapter, isIcd10Code, kindsOfIcd10 } from './icd-10-code.ts';
import { type MapColumn, targetColumns } from './map-columns.ts';
import type { MapFields } from './map-fields.ts';
import type { Icd10Entry, Icd11Entry, MapRow } from './map-row.ts';
import type { MapTable } from './map-tables.ts';

/** What stands in the place of a target that there is none of. */
export const noMapping = 'No Mapping';

/** Reads it; null where something in it was noted as a problem. */
export function readMapRow(fields: MapFields, table: MapTable): MapRow | null {
  const hasTarget = saysTarget(fields, targetColumns(table));
  const read: MapRow = {
    row: fields.row,
    icd10: table.from === 'icd-10' || hasTarget ? readIcd10(fields) : null,
    icd11: table.from === 'icd-11-mms' || hasTarget ? readIcd11(fields) : null,
    relation: fields.text('relation').trim() || null,
  };
  return fields.sound ? read : null;
}

/** False where the row says that there is none, or, which is a problem, says nothing. */
function saysTarget(fields: MapFields, columns: readonly [MapColumn, ...MapColumn[]]): boolean {
  const [first, ...others] = columns;
  const filled = others.filter((name) => fields.text(name) !== '');
  if (fields.text(first) === noMapping) {
    for (const name of filled) fields.refuse(name, `nothing beside ${noMapping}`);
    return false;
  }
  if (fields.text(first) !== '' || filled.length > 0) return true;
  fields.refuse(first, `a target, or ${noMapping}`);
  return false;
}

function readIcd10(fields: MapFields): Icd10Entry {
  const kind = fields.optional('kind10', readKind10, 'chapter, block, category or modifiedcategory');
  const isCode = (text: string) => (isIcd10Code(text, kind) ? text : null);
  return {
    kind,
    depthInKind: fields.optional('depth10', readDepth, depthForm),
    code: fields.read('code10', isCode, code10Form(kind)) ?? '',
    chapter:
      fields.read('chapter10', (text) => (isIcd10Chapter(text) ? text : null), 'a chapter, I to XXII') ?? '',
    title: fields.read('title10', readTitle, titleForm) ?? '',
  };
}

function readIcd11(fields: MapFields): Icd11Entry {
  const kind = fields.optional('kind11', readKind11, 'chapter, block or category');
  const uri = fields.read('linearizationUri', parseLinearizationUri, linearizationForm);
  const codes = fields.read('code11', (text) => readCodes(text, kind), code11Form(kind));
  return {
    kind,
    depthInKind: fields.optional('depth11', readDepth, depthForm),
    foundationUri: fields.optional('foundationUri', readFoundationUri, foundationForm),
    linearizationUri: fields.text('linearizationUri'),
    release: uri && releasePart(uri.base),
    key: uri?.key ?? '',
    code: fields.text('code11') || null,
    codes: codes ?? [],
    chapter: fields.read('chapter11', readChapter11, 'a chapter, 01 to 26, V or X') ?? '',
    title: fields.read('title11', readTitle, titleForm) ?? '',
  };
}

const depthForm = 'a whole number from 1';
const titleForm = 'a title on one line';
const linearizationForm = 'a URI like http://id.who.int/icd/release/11/2024-01/mms/257068234';
const foundationForm = `a URI like http://id.who.int/icd/entity/257068234, or ${noMapping}`;

function code10Form(kind: Icd10Kind | null): string {
  if (kind === 'chapter') return 'a chapter, I to XXII';
  if (kind === 'block') return 'a block like A00-A09';
  return kind === null
    ? `a chapter, a block, a category like A00.0, or ${noMapping}`
    : 'a category like A00.0';
}

function code11Form(kind: ClassKind | null): string {
  if (kind === 'chapter') return 'the number of a chapter';
  if (kind === 'block') return 'nothing, since blocks have no codes';
  const codes = 'a code, or stem codes with extension codes like 1A00&XN8P1';
  return kind === null ? `${codes}, or the number of a chapter, or nothing` : codes;
}

/** Chapters have a number in the place of a code, blocks nothing; where the kind is not said, it may be any. */
function readCodes(text: string, kind: ClassKind | null): readonly string[] | null {
  const isNumber = readChapter11(text) !== null;
  if (isNumber && (kind === 'chapter' || kind === null)) return [];
  if (text === '' && (kind === 'block' || kind === null)) return [];
  return kind === 'category' || kind === null ? codeParts(text) : null;
}

function readKind10(text: string): Icd10Kind | null {
  return kindsOfIcd10.find((kind) => kind === text) ?? null;
}

function readKind11(text: string): ClassKind | null {
  return classKinds.find((kind) => kind === text) ?? null;
}

function readDepth(text: string): number | null {
  return /^[1-9]\d{0,2}$/.test(text) ? Number(text) : null;
}

function readFoundationUri(text: string): string | null {
  return parseFoundationUri(text) === null ? null : text;
}

function readChapter11(text: string): string | null {
  return /^(?:0[1-9]|1\d|2[0-6]|V|X)$/.test(text) ? text : null;
}

/** Blanks around it are kept: 2019-04 has one with. What begins with `=` is the formula of a workbook's cell. */
function readTitle(text: string): string | null {
  return text.trim() === '' || /^=|[\n\t]/.test(text) ? null : text;
}
