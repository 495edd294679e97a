// Shapes of published files: zip, fixed width, delimited, XML, workbook; records with positions; hostile input refused.
export { cellReference } from './cell-reference.ts';
export { type DecodedText, type DecodeOptions, decodeText, type TextEncoding } from './decode-text.ts';
export { type DelimitedFormat, type DelimitedRecord, delimitedRecords } from './delimited.ts';
export { type FieldColumns, type FixedWidthLayout, sliceFields } from './fixed-width.ts';
export { checkLineLengths, decodedLines, lines, type TextLine } from './lines.ts';
export { listSourceFiles } from './list-source-files.ts';
export type { WorkbookRow } from './sheet-rows.ts';
export type { SourceFile } from './source-file.ts';
export { quoted, type SourceFault, SourceFileError, type SourcePosition } from './source-file-error.ts';
export { defaultSourceLimits, type SourceLimits } from './source-limits.ts';
export { readWorkbook, type Workbook, type WorkbookSheet } from './workbook.ts';
export type { WorkbookCell, WorkbookCellKind } from './workbook-cell.ts';
export { isWorkbook } from './workbook-package.ts';
export { documentNode, tallyXml, XmlCoverage, type XmlCoverageLine } from './xml-coverage.ts';
export { childElements, ownText, textOf, type XmlElement } from './xml-element.ts';
export { checkXmlBytes, decodeXml } from './xml-guard.ts';
export { type XmlPath, type XmlStreamItem, xmlElements } from './xml-stream.ts';
export { readXmlTree } from './xml-tree.ts';
